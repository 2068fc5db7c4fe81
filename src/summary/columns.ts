import { formatAddress } from "../cells";
import { writeFormula } from "../formula";
import { formatOf, type NumberFormat } from "../layout";
import type { SummaryColumn, SummaryExpression, SummaryReference, SummaryTable } from "../template";

/** Columns that every table of figures has in the same place. */
export const PLACES = { code: 1, name: 2, open: 3, firstValue: 4 } as const;

/** True for a column of figures; others hold words. */
export function isFigureColumn(column: SummaryColumn): boolean {
  return ["money", "count", "percent", "date"].includes(column.type.kind);
}

export function formatOfColumn(column: SummaryColumn): NumberFormat {
  return isFigureColumn(column) ? formatOf(column.type) : "general";
}

/** Where a column's figures stand among the facts, in words for the row under the heads. */
export function keyOf({ source }: SummaryColumn): string {
  switch (source.kind) {
    case "value":
      return source.key;
    case "entries":
      return `rows of ${source.list}`;
    case "works_out":
      return `worked out: ${source.formula.slice(1)}`;
    case "rated":
    case "formula":
      return "worked out here";
  }
}

/** A column's formula for one row of its table. */
export function rowFormula(expression: SummaryExpression, table: SummaryTable, row: number): string {
  return writeFormula(expression, (reference) => placeInRow(table, reference, row));
}

/** The same, worked out only where every figure that it needs is there. */
export function rowFormulaOfEntries(expression: SummaryExpression, table: SummaryTable, row: number): string {
  const needed = new Set<string>();
  const formula = writeFormula(expression, (reference) => {
    const place = placeInRow(table, reference, row);
    needed.add(place);
    return place;
  });
  return needed.size === 0 ? formula : `IF(COUNT(${[...needed].join(",")})<${needed.size},"",${formula})`;
}

function placeInRow(table: SummaryTable, reference: SummaryReference, row: number): string {
  if (reference.kind !== "row")
    throw new Error(`placeInRow: a column of ${table.id} needs its own row alone`);
  return placeInTable(table, reference.column, row);
}

/** The cell of a column in one row of its table. */
export function placeInTable({ columns }: SummaryTable, id: string, row: number): string {
  return formatAddress({ row, column: PLACES.firstValue + columns.findIndex((one) => one.id === id) });
}

/** The formula of a grade, for the cell in which the share stands. */
export type GradeOf = (share: string) => string;
