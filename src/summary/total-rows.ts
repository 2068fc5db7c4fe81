import { formatRectangle, rectangles } from "../cells";
import type { SheetDraft } from "../layout";
import type { SummaryState, SummaryTable } from "../template";

import { isFilled, isSettled, type SummaryRow } from "./collection";
import { PLACES, formatOfColumn, isFigureColumn, placeInTable, rowFormula, type GradeOf } from "./columns";

/** Where the totals of tables' columns stand, for figures that are worked out from them: `table.column` → the cell. */
export interface TotalCells {
  readonly all: Map<string, string>;
  /** Of returns with nothing left open; where that is all of them, the total of all. */
  readonly settled: Map<string, string>;
  /** The columns themselves: a cell for each organisation that is expected to file. */
  readonly columns: Map<string, string>;
  /** Signs that stand in a column for answers, where it has such. */
  readonly signs: Map<string, readonly SummaryState[]>;
  /** What the authority enters: `line[column]` → the cell. */
  readonly held: Map<string, string>;
}

/** A total row: what it covers, in words, and the rows of organisations that it adds up. */
export interface TotalRow {
  readonly words: string;
  readonly row: number;
  readonly of: readonly number[];
}

/** How the words of a total row begin. */
export const TOTAL_OF = "Total of";

/** The total of all returns received and, where some have something open, of those with nothing left open. */
export function totalRows(rows: readonly SummaryRow[], first: number): readonly TotalRow[] {
  const numbered = rows.map((one, at) => ({ one, row: first + at }));
  const counted = numbered.filter(({ one }) => isFilled(one));
  const settled = counted.filter(({ one }) => isSettled(one));
  const share = Math.round((100 * counted.length) / Math.max(1, rows.length));
  const end = first + rows.length;
  const words = `${TOTAL_OF} ${counted.length} returns received, of ${rows.length} (${share}%)`;
  const all = { words, row: end, of: counted.map(({ row }) => row) };
  if (settled.length === counted.length) return [all];
  const those = {
    words: `${TOTAL_OF} returns with nothing left open (${settled.length})`,
    row: end + 1,
    of: settled.map(({ row }) => row),
  };
  return [all, those];
}

/** What the rows of a column are put together by. */
export type Join = "SUM" | "MIN" | "MAX";

/** Totals as formulas: sums of the rows they cover, or the column's own formula over this row. */
export function drawTotals(
  draft: SheetDraft,
  table: SummaryTable,
  total: TotalRow,
  grade: GradeOf | null = null,
  join: Join = "SUM",
): void {
  draft.set(total.row, PLACES.code, { role: "total_label" });
  draft.set(total.row, PLACES.name, { value: total.words, role: "total_label" });
  draft.set(total.row, PLACES.open, { role: "total_label" });
  table.columns.forEach((column, at) => {
    const place = PLACES.firstValue + at;
    const role = isFigureColumn(column) ? ("figure_total" as const) : ("total_label" as const);
    const look = { role, format: formatOfColumn(column) };
    if (column.source.kind === "rated") {
      draft.set(total.row, place, {
        formula: grade?.(placeInTable(table, column.source.of, total.row)) ?? '""',
        role: "mark_total",
      });
      return;
    }
    if (column.source.kind === "formula") {
      draft.set(total.row, place, {
        formula: rowFormula(column.source.expression, table, total.row),
        ...look,
      });
      return;
    }
    const cells = column.adds
      ? rectangles(total.of.map((row) => ({ row, column: place }))).map(formatRectangle)
      : [];
    draft.set(
      total.row,
      place,
      cells.length > 0 ? { formula: `${join}(${cells.join(",")})`, ...look } : look,
    );
  });
}
