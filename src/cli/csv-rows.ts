import { parse } from "csv-parse/sync";

import { decodeText } from "../register";

import { atMost } from "./at-most";
import { readBytes } from "./files";
import { CommandProblem } from "./problem";

/** One row of a CSV that a person wrote, and the line of the file where it begins. */
export interface CsvRow {
  readonly line: number;
  /** The text under a heading; empty where the row ends before it. */
  readonly under: (heading: string) => string;
}

/** What is wrong with a line; the sentence stands behind the line's number. */
export interface CsvFault {
  readonly line: number;
  readonly sentence: string;
}

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  readonly faults: readonly CsvFault[];
}

/** The rows of a CSV that has at least these headings, in any order and case; other columns are left alone. */
export function csvRows(path: string, headings: readonly string[]): CsvRows {
  const text = decodeText(readBytes(path)).replace(/^\uFEFF/, "");
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text))
    throw new CommandProblem(`${path} is not the text of a CSV. Open it in Excel and save it as CSV.`);
  const { records, faults } = recordsOf(text);
  const [heading, ...below] = records;
  const wanted = headings.join(",");
  if (!heading || (faults[0] && faults[0].line < heading.line))
    throw csvProblem(path, faults.slice(0, 1), `It has to begin with the headings ${wanted}.`);
  const names = heading.values.map((name) => name.trim().toLowerCase());
  const missing = headings.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const odd = names.length === 1 && /[;\t|]/.test(names[0] ?? "");
    throw new CommandProblem(
      odd
        ? `The columns of ${path} are not separated by commas. Save it as CSV, separated by commas.`
        : `${path} has no column ${missing.join(" and no column ")}. Its first line has to hold the headings ${wanted}.`,
    );
  }
  const twice = headings.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined)
    throw new CommandProblem(`${path} has the column ${twice} twice. Remove one of the two.`);
  const rows: CsvRow[] = [];
  const wide: CsvFault[] = [];
  for (const { line, values } of below) {
    if (values.slice(names.length).some((value) => value !== "")) {
      const sentence = `there are ${values.length} values under ${names.length} headings. Put quotation marks around a value that has a comma inside it.`;
      wide.push({ line, sentence });
    } else rows.push({ line, under: (name) => values[names.indexOf(name)] ?? "" });
  }
  return { rows, faults: [...faults, ...wide] };
}

/** A CSV refused for its lines: in their order, the first twenty of them. */
export function csvProblem(path: string, faults: readonly CsvFault[], ...also: string[]): CommandProblem {
  const lines = [...faults]
    .sort((a, b) => a.line - b.line)
    .map(({ line, sentence }) => `Line ${line}: ${sentence}`);
  return new CommandProblem(`${path} can't be used, and nothing was written.`, ...atMost(lines), ...also);
}

/** A text as a sentence quotes it: on one line and not too long. */
export function quoted(text: string): string {
  const letters = [...text.replace(/\s+/g, " ")];
  return `“${letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : letters.join("")}”`;
}

interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/** One record at a time: given the whole text, csv-parse loses its way after the first stray quotation mark. */
function recordsOf(text: string): {
  readonly records: readonly CsvRecord[];
  readonly faults: readonly CsvFault[];
} {
  const lines = text.split(/\r\n|\n|\r/);
  const records: CsvRecord[] = [];
  const faults: CsvFault[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfRecord(lines, at);
    const values = end === undefined ? undefined : valuesOf(lines.slice(at, end).join("\n"));
    if (values === undefined) {
      const sentence =
        end === undefined
          ? "a quotation mark is opened here and never closed. Close it, or double it if it is part of the text."
          : "a quotation mark stands where it cannot. Put quotation marks around the whole value, and double those inside it.";
      faults.push({ line: at + 1, sentence });
    } else if (values.some((value) => value !== "")) records.push({ line: at + 1, values });
    at = values === undefined || end === undefined ? at + 1 : end;
  }
  return { records, faults };
}

/** The line after the record that begins at `start`: a record ends where its quotation marks are even in number. */
function endOfRecord(lines: readonly string[], start: number): number | undefined {
  let marks = 0;
  for (let at = start; at < lines.length; at += 1) {
    marks += (lines[at] ?? "").split('"').length - 1;
    if (marks % 2 === 0) return at + 1;
  }
  return undefined;
}

function valuesOf(record: string): readonly string[] | undefined {
  if (record.trim() === "") return [];
  try {
    const read = parse(record, { record_delimiter: "\n", relax_column_count: true, trim: true });
    return read.length === 1 ? read[0] : undefined;
  } catch {
    return undefined;
  }
}
