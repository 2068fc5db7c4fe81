import { isCellError, type RawValue } from "../../cells";
import { textOf } from "../../formula";

import type { EntryBlock } from "./entry-block";

/** A row as it stands in a workbook: what was entered and what stands beside it, by column; blank cells are left out. */
export interface FoundRow {
  readonly key: string;
  readonly values: ReadonlyMap<string, RawValue>;
}

/** A row of entries as it stood in an earlier summary. */
export interface EntryRow extends FoundRow {
  /** What the entries were made about; null where the workbook does not say. */
  readonly about: string | null;
}

/**
 * Hidden columns beside entries: what they were made about, what the summary showed when it was made, the same worked out again
 * where it may change while people enter something, and what was kept of the entries.
 */
export const TRACE = { about: "about", now: "now", shown: "shown", kept: "kept" } as const;

export function hasEntry({ values }: FoundRow, { entered }: Pick<EntryBlock, "entered">): boolean {
  return entered.some((column) => values.has(column));
}

/** The entries of a row as one text; equal where nobody has entered anything else. */
export function entriesText(row: FoundRow, { entered }: Pick<EntryBlock, "entered">): string {
  return textOver(row, entered);
}

/** The same of what confirms the row. */
export function confirmation(row: FoundRow, { confirms }: Pick<EntryBlock, "confirms">): string {
  return textOver(row, confirms);
}

function textOver({ values }: FoundRow, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => values.get(column) ?? null));
}

/**
 * What the entries of a row were made about: until somebody confirms them with another choice or day, what they were made about
 * before; then what the summary showed. Null where the workbook does not say.
 */
export function aboutOf(row: FoundRow, block: Pick<EntryBlock, "confirms">): string | null {
  const same = textIn(row, TRACE.kept) === confirmation(row, block);
  // A program that works nothing out leaves no result there.
  return same ? textIn(row, TRACE.about) : (textIn(row, TRACE.shown) ?? textIn(row, TRACE.now));
}

/** The text under a column; null where there is none. */
export function textIn({ values }: FoundRow, column: string): string | null {
  return plainText(values.get(column) ?? null);
}

/** A value as a text without blanks around it; null where nothing is left. */
export function plainText(value: RawValue): string | null {
  if (value === null) return null;
  const text = (isCellError(value) ? value.error : textOf(value)).trim();
  return text === "" ? null : text;
}
