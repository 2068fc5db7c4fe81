import type { SummaryByTable, SummaryChart, SummaryTable } from "../../template";

import { choiceRows } from "../by/choice-rows";
import type { Collection } from "../collection";
import { hiding, type ChartRows } from "./chosen-organisations";

type OfRows = Extract<SummaryChart["draws"], { readonly kind: "rows" }>;

/** A row of a table over all returns, by its place in it. */
export interface DrawnRow {
  readonly at: number;
  readonly id: string;
  readonly label: string;
}

/** Rows of tables, as organisations, that are left out of a chart's sums, and by their table at which places of its columns they stand. */
export interface LeftOut {
  readonly codes: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Rows that a chart draws, in its order, of how many they were chosen, and who is left out of their figures. */
export interface ChosenRows {
  readonly rows: readonly DrawnRow[];
  readonly of: number;
  readonly leftOut: LeftOut;
}

/** What a column of a table over all returns comes to, row by row: by the row's id. */
export type RowSums = (table: SummaryByTable, column: string) => ReadonlyMap<string, number>;

/** Of the returns of a collection. */
export function sumsOver(collection: Collection): RowSums {
  return (table, column) => {
    const sums = new Map<string, number>();
    for (const { choice, figures } of table.list ? choiceRows(table, table.list, collection) : [])
      sums.set(choice.id, (sums.get(choice.id) ?? 0) + (figures.get(column) ?? 0));
    return sums;
  };
}

const NOBODY: LeftOut = { codes: [], places: new Map() };

/** Rows with something to draw: of a list those that come to something, the greatest first; of totals those with a total in every series. */
export function chosenRows(
  draws: OfRows,
  table: SummaryByTable,
  tables: ReadonlyMap<string, SummaryTable>,
  { rowsOf, sumsOf }: { readonly rowsOf: ChartRows; readonly sumsOf: RowSums },
): ChosenRows {
  const most = draws.most ?? Infinity;
  if (table.list) {
    const of = [...table.rows, table.list.rest].map(({ id, label }, at) => ({ at, id, label }));
    const sums = sumsOf(table, draws.by ?? "");
    const sumOf = ({ id }: DrawnRow) => sums.get(id) ?? 0;
    const rows = of.filter((row) => sumOf(row) !== 0).sort((a, b) => sumOf(b) - sumOf(a) || a.at - b.at);
    return { rows: rows.slice(0, most), of: rows.length, leftOut: NOBODY };
  }
  const totals = totalsOf(draws, table, tables);
  const rows = table.rows
    .map(({ id, label }, at) => ({ at, id, label }))
    .filter(({ id }) => totals.every(({ columns }) => columns.some((column) => column.id === id)));
  return { rows: rows.slice(0, most), of: rows.length, leftOut: leftOutOf(totals, rows, rowsOf) };
}

/** The tables whose totals a chart's series draw. */
function totalsOf(
  { series }: OfRows,
  { columns }: SummaryByTable,
  tables: ReadonlyMap<string, SummaryTable>,
): readonly SummaryTable[] {
  return series.flatMap(({ column: id }) => {
    const source = columns.find((column) => column.id === id)?.source;
    return (source?.kind === "totals" ? tables.get(source.table) : undefined) ?? [];
  });
}

/** Those of which a single figure would hide what all others have together. */
function leftOutOf(totals: readonly SummaryTable[], rows: readonly DrawnRow[], rowsOf: ChartRows): LeftOut {
  const stand = totals.map((table) => ({ table, shown: rowsOf(table) }));
  // A body may file in several roles, each with a row of its own.
  const nameOf = ({ role }: SummaryTable, code: string) => `${role} ${code}`;
  const sizes = new Map<string, { readonly code: string; readonly size: number }>();
  for (const { table, shown } of stand)
    for (const { code, shows } of shown)
      for (const { id } of rows) {
        const figure = shows(id);
        if (typeof figure !== "number") continue;
        const before = sizes.get(nameOf(table, code))?.size ?? 0;
        sizes.set(nameOf(table, code), { code, size: Math.max(before, Math.abs(figure)) });
      }
  const hides = hiding([...sizes.values()].map(({ size }) => size));
  const those = new Map([...sizes].filter(([, { size }]) => hides(size)));
  return {
    codes: [...those.values()].map(({ code }) => code),
    places: new Map(
      stand.map(({ table, shown }) => [
        table.id,
        shown.flatMap(({ at, code }) => (those.has(nameOf(table, code)) ? [at] : [])),
      ]),
    ),
  };
}
