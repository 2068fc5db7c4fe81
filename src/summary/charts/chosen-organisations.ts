import { evaluate } from "../../formula";
import type { RawValue } from "../../cells";
import type { SummaryChart, SummaryColumn, SummaryTable } from "../../template";

import { isFilled, rowsOfRole, type Collection, type FilledRow } from "../collection";
import { valueIn } from "../figure-row";

type OfOrganisations = Extract<SummaryChart["draws"], { readonly kind: "organisations" }>;

/** An organisation by the place of its row in its table. */
export interface ChosenRow {
  readonly at: number;
  readonly row: FilledRow;
}

/** Organisations that a chart draws, in its order, of how many they were chosen, and those that no bar could show beside the others. */
export interface Chosen {
  readonly organisations: readonly ChosenRow[];
  readonly beyond: readonly ChosenRow[];
  readonly of: number;
}

/**
 * A figure so many times as great as the middle one leaves nothing to be seen of the others. Mostly it was entered in pounds and not in
 * thousands; it is named and stands in the chart's table, and is not drawn.
 */
const BEYOND = 25;

/** Organisations with a figure to sort them by, the greatest or the least first; as many as the chart is to show. */
export function chosenOrganisations(
  { by, first, most, series }: OfOrganisations,
  table: SummaryTable,
  collection: Collection,
): Chosen {
  const all = rowsOfRole(collection, table.role).flatMap((row, at) => {
    const figure = isFilled(row) ? figureIn(row, table, by) : null;
    if (!isFilled(row) || typeof figure !== "number") return [];
    const drawn = series.map(({ column }) => figureIn(row, table, column));
    const size = Math.max(...drawn.map((one) => (typeof one === "number" ? Math.abs(one) : 0)));
    return [{ at, row, figure, size }];
  });
  const turn = first === "greatest" ? -1 : 1;
  const sorted = [...all].sort((a, b) => turn * (a.figure - b.figure) || a.at - b.at);
  const hides = hiding(all.map(({ size }) => size));
  const drawn = sorted.filter(({ size }) => !hides(size)).slice(0, most);
  const beyond = sorted.filter(({ size }) => hides(size));
  const chosen = (rows: typeof sorted) => rows.map(({ at, row }) => ({ at, row }));
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

/** What an organisation's cell of a table shows; null where a figure that it needs is missing. */
export function figureIn(row: FilledRow, table: SummaryTable, id: string): RawValue {
  const column = table.columns.find((one) => one.id === id);
  if (!column) throw new Error(`figureIn: ${table.id} has no column ${id}`);
  return shown(column, row, table);
}

function shown({ source }: SummaryColumn, row: FilledRow, table: SummaryTable): RawValue {
  // A rating is a letter for a share, and no figure to draw.
  if (source.kind === "rated") return null;
  if (source.kind !== "formula") return valueIn(row.counted.reading.found, source);
  const needed: RawValue[] = [];
  const value = evaluate(source.expression, (reference) => {
    if (reference.kind !== "row") throw new Error(`shown: a column of ${table.id} needs its own row alone`);
    needed.push(figureIn(row, table, reference.column));
    return { rows: [needed.slice(-1)] };
  });
  return needed.every((one) => typeof one === "number") ? value : null;
}
