import type { SummaryTable } from "../template";

import { isFilled, type SummaryRow } from "./collection";
import { workedOutIn } from "./worked-out";

/** The rows that a table shows: all that are expected, or the returns of which its test is true and those of which nothing is known. */
export function shownRows(
  { only }: Pick<SummaryTable, "only">,
  rows: readonly SummaryRow[],
): readonly SummaryRow[] {
  if (only === null) return rows;
  return rows.filter((row) => !isFilled(row) || workedOutIn(row.counted.reading.found, only) === true);
}
