import type { LayoutSheet } from "../../layout";

import type { SheetFrame } from "../frame";
import { listSheet, type ListColumn } from "../list-sheet";

/** Something that the summaries show and this workbook does not, and why. */
export interface LeftOutRow {
  readonly sheet: string;
  readonly table: string;
  readonly column: string;
  readonly why: string;
}

const COLUMNS: readonly ListColumn[] = [
  { label: "Sheet", width: 22 },
  { label: "Table", width: 60 },
  { label: "Column", width: 40 },
  { label: "Why", width: 70 },
];

/** What cannot be told of authorities together. */
export function leftOutSheet(rows: readonly LeftOutRow[], frame: SheetFrame): LayoutSheet {
  const intro =
    "What an authority's summary shows and this workbook does not: only what can be worked out from facts, and adds up over organisations, is rolled up.";
  return listSheet(
    "Left out",
    COLUMNS,
    rows.map(({ sheet, table, column, why }) => [sheet, table, column, why]),
    frame,
    intro,
    { wrap: true },
  );
}
