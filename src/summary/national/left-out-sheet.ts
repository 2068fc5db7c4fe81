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
  { label: "Column", width: 44 },
  { label: "Why", width: 80 },
];

/** So many columns of a table that are left out for one reason are named one by one. */
const MOST_NAMED = 4;

/** Rows that follow each other and differ in the column alone, as one. */
function joined(rows: readonly LeftOutRow[]): readonly LeftOutRow[] {
  const groups: LeftOutRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const [one] = last ?? [];
    const alike = one?.sheet === row.sheet && one.table === row.table && one.why === row.why;
    if (last && alike && row.table !== "") last.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return [];
    const column =
      group.length <= MOST_NAMED
        ? group.map((row) => row.column).join("; ")
        : `${first.column} … ${last.column} (${group.length} columns)`;
    return [{ ...first, column }];
  });
}

/** What cannot be told of authorities together. */
export function leftOutSheet(rows: readonly LeftOutRow[], frame: SheetFrame): LayoutSheet {
  const intro =
    "What an authority's summary shows and this workbook does not: only what can be worked out from facts is rolled up, what adds up over organisations and means with what they rest on.";
  return listSheet(
    "Left out",
    COLUMNS,
    joined(rows).map(({ sheet, table, column, why }) => [sheet, table, column, why]),
    frame,
    intro,
    { wrap: true },
  );
}
