import { formatAddress, isCellError, type RawValue } from "../../cells";
import type { NumberFormat, SheetDraft, StyleRole, Validation } from "../../layout";

/** A cell in which the authority enters something: what it is for, what it may hold, and what was kept in it. */
export interface EntryCell {
  readonly row: number;
  readonly column: number;
  readonly kept: RawValue;
  readonly role?: StyleRole;
  readonly format?: NumberFormat;
  readonly test: Validation["test"];
  readonly promptTitle: string;
  readonly prompt: string;
  readonly error: string;
}

/** 1 January 2000 and 31 December 2049, as Excel counts days. */
const EARLIEST_DAY = 36_526;
const LATEST_DAY = 54_788;

export const DAY_TEST: Validation["test"] = { kind: "date", least: EARLIEST_DAY, most: LATEST_DAY };
export const DAY_WORDS = "A date: day, month and year, for example 30/06/2007.";

/** Draws an entry cell with what was kept in it; what does not fit there is shown as it was. */
export function drawEntry(draft: SheetDraft, cell: EntryCell): void {
  const { row, column, kept, role = "input_note", format = "general", test, ...words } = cell;
  draft.set(row, column, { value: isCellError(kept) ? kept.error : kept, role, format });
  draft.validate({ range: formatAddress({ row, column }), test, ...words });
}

/** Comment, name and day, which stand beside every judgement and verdict. */
export function drawWhoAndWhen(
  draft: SheetDraft,
  row: number,
  from: number,
  kept: (column: string) => RawValue,
): void {
  const any = { kind: "length", most: LONGEST_COMMENT } as const;
  const error = `Up to ${LONGEST_COMMENT} characters.`;
  const said = { promptTitle: "", prompt: "" };
  drawEntry(draft, { row, column: from, kept: kept("comment"), test: any, ...said, error });
  drawEntry(draft, { row, column: from + 1, kept: kept("by"), test: any, ...said, error });
  drawEntry(draft, {
    ...{ row, column: from + 2, kept: kept("date"), format: "date" },
    ...{ test: DAY_TEST, ...said, error: DAY_WORDS },
  });
}

const LONGEST_COMMENT = 500;
