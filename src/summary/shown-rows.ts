import type { SummaryTable } from "../template";

import { isFilled, type SummaryRow } from "./collection";
import { workedOutIn } from "./worked-out";

/** The rows that a table shows, and those of which it can't be said whether they belong there, since nothing was received. */
export interface ShownRows {
  readonly shown: readonly SummaryRow[];
  readonly unknown: readonly SummaryRow[];
}

/** All that are expected, or the returns of which the table's test is true. */
export function shownRows({ only }: Pick<SummaryTable, "only">, rows: readonly SummaryRow[]): ShownRows {
  if (only === null) return { shown: rows, unknown: [] };
  return {
    shown: rows.filter((row) => isFilled(row) && workedOutIn(row.counted.reading.found, only) === true),
    unknown: rows.filter((row) => !isFilled(row)),
  };
}
