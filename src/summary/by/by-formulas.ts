import { columnLetters, formatAddress } from "../../cells";
import { writeFormula } from "../../formula";
import type { SummaryByColumn, SummaryByRow, SummaryByTable, SummaryExpression } from "../../template";

import { PLACES } from "../columns";
import { literal } from "../literal";
import type { TotalCells } from "../total-rows";
import type { ChoicePlaces } from "./listed-figures";

/** What a cell of a table over all returns is worked out by; null where it stays blank. */
export type ByFormula = (column: SummaryByColumn, one: SummaryByRow, row: number) => string | null;

/** In a summary: over the rows of bodies and choices below the table, or over totals of other tables. */
export function formulasOver(
  table: SummaryByTable,
  totals: TotalCells,
  choices: ChoicePlaces | null,
): ByFormula {
  return ({ id, source }, one, row) => {
    switch (source.kind) {
      case "each":
        return addedUp(choices, id, row);
      case "organisations": {
        const figures = choices?.columns.get(source.of);
        return choices && figures !== undefined
          ? `SUMPRODUCT((${choices.labels}=${labelIn(row)})*(${figures}>0))`
          : "0";
      }
      case "same": {
        const cells = totals.columns.get(`${source.table}.${source.column}`);
        return cells === undefined ? "0" : `SUMPRODUCT((${cells}=${labelIn(row)})*1)`;
      }
      case "totals":
        return totals.all.get(`${source.table}.${one.id}`) ?? null;
      case "formula":
        return inRow(table, source.expression, row, totals);
    }
  };
}

/** The figures of a column in all rows that are of the choice of this row; wherever they are sorted to. */
export function addedUp(choices: ChoicePlaces | null, column: string, row: number): string {
  const figures = choices?.columns.get(column);
  return choices && figures !== undefined
    ? `SUMPRODUCT((${choices.labels}=${labelIn(row)})*1,${figures})`
    : "0";
}

function labelIn(row: number): string {
  return `$${columnLetters(PLACES.code)}${String(row)}`;
}

/** A formula over columns of this row and totals of the summary; a column that is blank here counts as nothing. */
export function inRow(
  { columns }: SummaryByTable,
  expression: SummaryExpression,
  row: number,
  totals: TotalCells,
): string {
  return writeFormula(expression, (reference) => {
    switch (reference.kind) {
      case "row": {
        const at = columns.findIndex(({ id }) => id === reference.column);
        return formatAddress({ row, column: PLACES.firstValue + at });
      }
      case "total":
        return totals.all.get(`${reference.table}.${reference.column}`) ?? "0";
      case "column":
        return totals.columns.get(`${reference.table}.${reference.column}`) ?? "0";
      default:
        return literal(0);
    }
  });
}
