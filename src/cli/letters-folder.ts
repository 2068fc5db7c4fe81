import { existsSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { atMost } from "./at-most";
import { csvText } from "./csv";
import { csvRows } from "./csv-rows";
import { digestOf, writeFile } from "./files";
import { CommandProblem } from "./problem";

/** The list of the letters, which also says what was written, so that a file that somebody changed is told from one that nobody did. */
const LIST_FILE = "letters.csv";
const COLUMNS = [
  "org",
  "name",
  "contact",
  "email",
  "telephone",
  "kind",
  "to_put_right",
  "to_explain",
  "letter",
  "list",
] as const;
const MARK = "mark";

/** What the list says of one letter. */
export type LetterRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A letter to be written, and the workbook that goes with it. */
export interface LetterFiles {
  readonly row: LetterRow;
  readonly letter: string;
  readonly list: Uint8Array | null;
}

/** A folder into which letters may go: nothing in it that would be written over is anybody else's. */
export interface LettersFolder {
  readonly path: string;
  /** Names of files of an earlier run that nobody has changed. */
  readonly ours: ReadonlySet<string>;
}

/** Refuses a folder among the returns, and one with files that would be written over and were not written here, or changed since. */
export function lettersFolder(
  path: string,
  returns: readonly string[],
  names: readonly string[],
): LettersFolder {
  if (existsSync(path) && !statSync(path).isDirectory())
    throw new CommandProblem(`--letters names a folder; ${path} is a file.`);
  const among = returns.find((one) => existsSync(one) && statSync(one).isDirectory() && liesIn(path, one));
  if (among !== undefined)
    throw new CommandProblem(
      `The folder ${path} lies among the returns in ${among}, and the lists of the letters would be taken for returns. Name another folder after --letters.`,
    );
  const ours = writtenHere(path);
  const others = [LIST_FILE, ...names].filter((name) => existsSync(join(path, name)) && !ours.has(name));
  if (others.length > 0)
    throw new CommandProblem(
      `Nothing was written, because these files in ${path} were not written by this command, or were changed since. Name another folder after --letters, or move them away:`,
      ...atMost(others),
    );
  return { path, ours };
}

/** Writes letters, lists and the list of the letters; of an earlier run, takes away what is no longer right. Says what it took away. */
export function writeLetters(
  { path, ours }: LettersFolder,
  letters: readonly LetterFiles[],
): readonly string[] {
  const rows = letters.map(({ row, letter, list }) => {
    writeFile(join(path, row.letter), letter);
    if (list) writeFile(join(path, row.list), list);
    return [
      ...COLUMNS.map((column) => row[column]),
      markOf(row, digestOfText(letter), list && digestOf(list)),
    ];
  });
  writeFile(join(path, LIST_FILE), csvText([[...COLUMNS, MARK], ...rows]));
  const now = new Set([LIST_FILE, ...letters.flatMap(({ row }) => [row.letter, row.list])]);
  const left = [...ours].filter((name) => !now.has(name) && existsSync(join(path, name)));
  for (const name of left) rmSync(join(path, name));
  return left;
}

function liesIn(path: string, folder: string): boolean {
  const way = relative(realpathSync(folder), existsSync(path) ? realpathSync(path) : path);
  const inside =
    way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|[\\/])/.test(way));
  return inside;
}

/** Files of the folder that its list tells of just as they are. */
function writtenHere(path: string): ReadonlySet<string> {
  const file = join(path, LIST_FILE);
  if (!existsSync(file)) return new Set();
  const ours = new Set<string>();
  let whole = hasOwnHeads(file);
  if (!whole) return ours;
  for (const { under } of csvRows(file, [...COLUMNS, MARK]).rows) {
    const text = (column: (typeof COLUMNS)[number]) => under(column);
    const row = Object.fromEntries(COLUMNS.map((column) => [column, text(column)])) as LetterRow;
    const [letter, list] = [digestAt(path, row.letter), row.list === "" ? null : digestAt(path, row.list)];
    if (under(MARK) !== markOf(row, letter, list)) {
      whole = false;
      continue;
    }
    ours.add(row.letter);
    if (row.list !== "") ours.add(row.list);
  }
  return whole ? ours.add(LIST_FILE) : ours;
}

/** A list with columns that somebody added is theirs. */
function hasOwnHeads(file: string): boolean {
  const [head = ""] = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  return head === [...COLUMNS, MARK].join(",");
}

function digestAt(path: string, name: string): string | null {
  const file = join(path, name);
  // A name from a list that anybody can write leads nowhere else.
  if (/[\\/]/.test(name) || !existsSync(file) || !statSync(file).isFile()) return null;
  return digestOf(new Uint8Array(readFileSync(file)));
}

function digestOfText(text: string): string {
  return digestOf(new TextEncoder().encode(text));
}

/** A mark of what the list says and of both files: another where any of it was changed. */
function markOf(row: LetterRow, letter: string | null, list: string | null): string {
  // The sign before what a spreadsheet would run as a formula is none of the text.
  const said = COLUMNS.map((column) => row[column].replace(/^'/, "").trim());
  return digestOfText(JSON.stringify([said, letter, list]));
}
