import type { RawValue } from "../../cells";
import type { SummaryChart, SummaryTable } from "../../template";

import { isFilled, rowsOfRole, type Collection } from "../collection";
import { valueIn } from "../figure-row";
import { shownIn } from "../row-figures";
import { shownRows } from "../shown-rows";

type OfOrganisations = Extract<SummaryChart["draws"], { readonly kind: "organisations" }>;

/** A row of a table that a chart can draw: an organisation, or an authority with all of its organisations. */
export interface ChartRow {
  /** Its place among the rows of its table. */
  readonly at: number;
  readonly code: string;
  readonly name: string;
  /** What it shows in a column of the table. */
  readonly shows: (column: string) => RawValue;
}

/** The rows of a table that have something in them. */
export type ChartRows = (table: SummaryTable) => readonly ChartRow[];

/** Organisations that a chart draws, in its order, of how many they were chosen, and those that no bar could show beside the others. */
export interface Chosen {
  readonly organisations: readonly ChartRow[];
  readonly beyond: readonly ChartRow[];
  readonly of: number;
}

/**
 * A figure so many times as great as the middle one leaves nothing to be seen of the others. Mostly it was entered in pounds and not in
 * thousands; it is named and stands in the chart's table, and is not drawn.
 */
const BEYOND = 25;

/** The organisations of a collection that returned something. */
export function organisationRows(collection: Collection): ChartRows {
  return (table) =>
    shownRows(table, rowsOfRole(collection, table.role)).shown.flatMap((row, at): ChartRow[] => {
      if (!isFilled(row)) return [];
      const { found } = row.counted.reading;
      const shows = (column: string) => shownIn(table, column, (source) => valueIn(found, source));
      return [{ at, code: row.organisation.code, name: row.organisation.name, shows }];
    });
}

/** Rows with a figure to sort them by, the greatest or the least first; as many as the chart is to show. */
export function chosenOrganisations(
  { by, first, most, series }: OfOrganisations,
  rows: readonly ChartRow[],
): Chosen {
  const all = rows.flatMap((row) => {
    const figure = row.shows(by);
    if (typeof figure !== "number") return [];
    const drawn = series.map(({ column }) => row.shows(column));
    const size = Math.max(...drawn.map((one) => (typeof one === "number" ? Math.abs(one) : 0)));
    return [{ row, figure, size }];
  });
  const turn = first === "greatest" ? -1 : 1;
  const sorted = [...all].sort((a, b) => turn * (a.figure - b.figure) || a.row.at - b.row.at);
  const hides = hiding(all.map(({ size }) => size));
  const drawn = sorted.filter(({ size }) => !hides(size)).slice(0, most);
  const beyond = sorted.filter(({ size }) => hides(size));
  const chosen = (those: typeof sorted) => those.map(({ row }) => row);
  return { organisations: chosen(drawn), beyond: chosen(beyond), of: all.length };
}

/** Which sizes would hide the others. */
export function hiding(sizes: readonly number[]): (size: number) => boolean {
  const bound = BEYOND * middle(sizes.filter((size) => size > 0));
  return (size) => bound > 0 && size > bound;
}

function middle(sizes: readonly number[]): number {
  return [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}
