import { parse } from "csv-parse/sync";
import { problem } from "./problem";
import type { RegisterProblem } from "./problem";

/** One record of a CSV and the line of the file where it begins. */
export interface Row {
  readonly line: number;
  readonly values: readonly string[];
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly problems: readonly RegisterProblem[];
}

/**
 * The records of a CSV, empty ones left out.
 *
 * csv-parse is given one record at a time. Given the whole text, it loses its way after the first stray quotation mark, and
 * everything below is swallowed or blamed on the wrong line; here reading goes on with the very next line.
 */
export function readRows(text: string): Rows {
  const lines = text.split(/\r\n|\n|\r/);
  const rows: Row[] = [];
  const problems: RegisterProblem[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = endOfRecord(lines, at);
    const values = end === undefined ? undefined : readRecord(lines.slice(at, end).join("\n"));
    if (end === undefined || values === undefined) {
      problems.push(problem(at + 1, end === undefined ? NEVER_CLOSED : STRAY));
      at += 1;
      continue;
    }
    if (values.some((value) => value !== "")) rows.push({ line: at + 1, values });
    at = end;
  }
  return { rows, problems };
}

const NEVER_CLOSED =
  "a quotation mark is opened here and never closed. Close it, or double it if it is part of the text.";
const STRAY =
  "a quotation mark stands where it cannot. Put quotation marks around the whole value, and double those inside it.";

/** The line after the record that begins at `start`: a record ends where its quotation marks are even in number. */
function endOfRecord(lines: readonly string[], start: number): number | undefined {
  let even = true;
  for (let at = start; at < lines.length; at++) {
    if (((lines[at] ?? "").split('"').length - 1) % 2 === 1) even = !even;
    if (even) return at + 1;
  }
  return undefined;
}

function readRecord(text: string): readonly string[] | undefined {
  if (text.trim() === "") return [];
  const broken: unknown[] = [];
  const records = parse(text, {
    record_delimiter: "\n",
    relax_column_count: true,
    trim: true,
    skip_records_with_error: true,
    on_skip: (error) => void broken.push(error),
  });
  const [record] = records;
  if (broken.length > 0 || records.length !== 1 || !record) return undefined;
  return record.map((value) => value.replace(/\s+/g, " ").trim());
}
