import type { SummaryByTable, SummaryReference } from "../../template";

import { cellOf } from "../charts/chart-figures-sheet";
import type { TotalCells } from "../total-rows";

type Column = Pick<Extract<SummaryReference, { readonly kind: "column" }>, "table" | "column">;
type Total = Extract<SummaryReference, { readonly kind: "total" }>;

/** How often each answer of a column was given, where a table over all returns counts each in a row: by `answerName`. */
export function answersCounted(tables: readonly SummaryByTable[]): ReadonlyMap<string, Total> {
  return new Map(
    countsIn(tables).map(({ table, column, of, row }) => [
      answerName(of, row.label),
      { kind: "total", table: table.id, column: nameIn(column, row.id) },
    ]),
  );
}

/** The answers of a column by one name, in letters of any size, as Excel compares them. */
export function answerName({ table, column }: Column, answer: string): string {
  return `${table}[${column}] ${answer.toLowerCase()}`;
}

/** Lets formulas know where these cells stand, once the tables have their places. */
export function registerAnswers(tables: readonly SummaryByTable[], { all, columns }: TotalCells): void {
  for (const { table, column, row, at } of countsIn(tables)) {
    const cells = columns.get(`${table.id}.${column}`);
    if (cells !== undefined) all.set(`${table.id}.${nameIn(column, row.id)}`, cellOf(cells, at));
  }
}

function countsIn(tables: readonly SummaryByTable[]) {
  return tables.flatMap((table) =>
    table.columns.flatMap(({ id: column, source }) =>
      source.kind === "same" ? table.rows.map((row, at) => ({ table, column, of: source, row, at })) : [],
    ),
  );
}

function nameIn(column: string, row: string): string {
  return `${column} ${row}`;
}
