import { hasPoints, letterList, letterPage, lettersFor, type Letter, type LetterKind } from "../letters";
import type { Organisation, Register } from "../register";
import type { Collection } from "../summary";
import type { LettersTemplate, PlanningYear } from "../template";

import { atMost } from "./at-most";
import { shortName } from "./file-name";
import { lettersFolder, writeLetters, type LetterFiles, type LettersFolder } from "./letters-folder";
import { CommandProblem } from "./problem";

/** Where the letters of a year go, and the words for them. */
export interface LettersWanted {
  readonly folder: LettersFolder;
  readonly template: LettersTemplate;
}

/** Whether letters may go into a folder, before anything is read or written; null where none are wanted. */
export function lettersWanted(
  path: string | undefined,
  of: {
    readonly year: PlanningYear;
    readonly register: Register;
    readonly sha: string;
    readonly returns: readonly string[];
  },
): LettersWanted | null {
  if (path === undefined) return null;
  const { letters } = of.year;
  if (!letters)
    throw new CommandProblem(
      `${of.year.label} has no words for letters: letters.yaml is missing among its definitions. Leave out --letters.`,
    );
  const names = of.register.ofSha(of.sha).flatMap((body) => [letterName(body), listName(body)]);
  return { folder: lettersFolder(path, of.returns, names), template: letters };
}

/** Writes a letter to each organisation, with a list where something is open, and says what is there now. */
export async function lettersWritten(
  { folder, template }: LettersWanted,
  collection: Collection,
  day: string,
): Promise<readonly string[]> {
  const letters = lettersFor(collection, template, day);
  const { writeWorkbook } = await import("../xlsx/write");
  const files: LetterFiles[] = [];
  for (const letter of letters) {
    const { organisation } = letter;
    const list = hasPoints(letter) ? listName(organisation) : null;
    files.push({
      row: rowOf(letter, list),
      letter: letterPage(letter, template, list),
      list: list === null ? null : await writeWorkbook(letterList(letter, template)),
    });
  }
  const left = writeLetters(folder, files);
  const lines = [`Letters: ${folder.path}: ${kindsInWords(letters)}; letters.csv lists them.`];
  const unknown = letters.filter(
    ({ organisation: { contact, email } }) => contact === null && email === null,
  );
  if (unknown.length > 0) {
    const codes = unknown.map(({ organisation }) => organisation.code);
    lines.push(
      `The register names nobody to write to at ${atMost(codes, 10).join(", ")}; the letters ask for a name.`,
    );
  }
  if (!template.words.enquiries.includes("{who}") || !namesAnybody(collection))
    lines.push(
      `The register names nobody at ${collection.sha.code} itself, so the letters are signed by the authority alone. Put a contact into its own line to have it named.`,
    );
  if (left.length > 0) lines.push(`Taken away, since it no longer holds: ${atMost(left, 10).join("; ")}.`);
  return lines;
}

function namesAnybody({ register, sha }: Collection): boolean {
  const own = register.find(sha.code);
  return [own?.contact, own?.email, own?.telephone].some((part) => part != null);
}

const KINDS: readonly (readonly [LetterKind, string, string])[] = [
  ["asks", "asks for something", "ask for something"],
  ["reminder", "is a reminder", "are reminders"],
  ["invitation", "is an invitation to a foundation trust", "are invitations to foundation trusts"],
  ["thanks", "is one of thanks", "are letters of thanks"],
];

/** "23 letters: 18 ask for something, 3 are reminders" */
function kindsInWords(letters: readonly Letter[]): string {
  const parts = KINDS.flatMap(([kind, one, several]) => {
    const count = letters.filter((letter) => letter.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  return `${letters.length} ${letters.length === 1 ? "letter" : "letters"}, of which ${parts.join(", ")}`;
}

function rowOf({ organisation, kind, counts }: Letter, list: string | null): LetterFiles["row"] {
  const { code, name, contact, email, telephone } = organisation;
  return {
    ...{ org: code, name, contact: contact ?? "", email: email ?? "", telephone: telephone ?? "", kind },
    to_put_right: String(counts.fix),
    to_explain: String(counts.explain + counts.query),
    letter: letterName(organisation),
    list: list ?? "",
  };
}

function letterName({ code, name }: Organisation): string {
  return `${code} ${shortName(name)}.html`;
}

function listName({ code, name }: Organisation): string {
  return `${code} ${shortName(name)}.xlsx`;
}
