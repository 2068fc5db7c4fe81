import type { SummaryByTable, SummaryChart, SummaryTable } from "../../template";

import { choiceRows } from "../by/choice-rows";
import { isFilled, rowsOfRole, type Collection, type FilledRow } from "../collection";
import { shownRows } from "../shown-rows";
import { valueIn } from "../figure-row";
import { shownIn } from "../row-figures";
import { hiding } from "./chosen-organisations";

type OfRows = Extract<SummaryChart["draws"], { readonly kind: "rows" }>;

/** A row of a table over all returns, by its place in it. */
export interface DrawnRow {
  readonly at: number;
  readonly id: string;
  readonly label: string;
}

/** Organisations that are left out of a chart's sums, and by their table at which places of its columns they stand. */
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

const NOBODY: LeftOut = { codes: [], places: new Map() };

/** Rows with something to draw: of a list those that come to something, the greatest first; of totals those with a total in every series. */
export function chosenRows(
  draws: OfRows,
  table: SummaryByTable,
  tables: ReadonlyMap<string, SummaryTable>,
  collection: Collection,
): ChosenRows {
  const most = draws.most ?? Infinity;
  if (table.list) {
    const of = [...table.rows, table.list.rest].map(({ id, label }, at) => ({ at, id, label }));
    const sums = new Map<string, number>();
    for (const { choice, figures } of choiceRows(table, table.list, collection))
      sums.set(choice.id, (sums.get(choice.id) ?? 0) + (figures.get(draws.by ?? "") ?? 0));
    const sumOf = ({ id }: DrawnRow) => sums.get(id) ?? 0;
    const rows = of.filter((row) => sumOf(row) !== 0).sort((a, b) => sumOf(b) - sumOf(a) || a.at - b.at);
    return { rows: rows.slice(0, most), of: rows.length, leftOut: NOBODY };
  }
  const totals = totalsOf(draws, table, tables);
  const rows = table.rows
    .map(({ id, label }, at) => ({ at, id, label }))
    .filter(({ id }) => totals.every(({ columns }) => columns.some((column) => column.id === id)));
  return { rows: rows.slice(0, most), of: rows.length, leftOut: leftOutOf(totals, rows, collection) };
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

/** Organisations of which a single figure would hide what all others have together. */
function leftOutOf(
  totals: readonly SummaryTable[],
  rows: readonly DrawnRow[],
  collection: Collection,
): LeftOut {
  const stand = totals.map((table) => ({
    table,
    shown: shownRows(table, rowsOfRole(collection, table.role)).shown,
  }));
  const sizes = new Map<FilledRow, number>();
  for (const { table, shown } of stand)
    for (const row of shown.filter(isFilled))
      for (const { id } of rows) {
        const figure = shownIn(table, id, (source) => valueIn(row.counted.reading.found, source));
        if (typeof figure === "number") sizes.set(row, Math.max(sizes.get(row) ?? 0, Math.abs(figure)));
      }
  const hides = hiding([...sizes.values()]);
  const those = new Set([...sizes].filter(([, size]) => hides(size)).map(([row]) => row));
  return {
    codes: [...those].map(({ organisation }) => organisation.code),
    places: new Map(
      stand.map(({ table, shown }) => [
        table.id,
        shown.flatMap((row, at) => (isFilled(row) && those.has(row) ? [at] : [])),
      ]),
    ),
  };
}
