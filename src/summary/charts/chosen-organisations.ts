import { evaluate } from "../../formula";
import type { RawValue } from "../../cells";
import type { SummaryChart, SummaryColumn, SummaryTable } from "../../template";

import { isFilled, rowsOfRole, type Collection, type FilledRow } from "../collection";
import { valueIn } from "../figure-row";

type OfOrganisations = Extract<SummaryChart["draws"], { readonly kind: "organisations" }>;

/** Organisations that a chart draws, in its order: which row of its table each has, and of how many they were chosen. */
export interface Chosen {
  readonly organisations: readonly { readonly at: number; readonly row: FilledRow }[];
  readonly of: number;
}

/** Organisations with a figure to sort them by, the greatest or the least first; as many as the chart is to show. */
export function chosenOrganisations(
  { by, first, most }: OfOrganisations,
  table: SummaryTable,
  collection: Collection,
): Chosen {
  const all = rowsOfRole(collection, table.role).flatMap((row, at) => {
    const figure = isFilled(row) ? figureIn(row, table, by) : null;
    return isFilled(row) && typeof figure === "number" ? [{ at, row, figure }] : [];
  });
  const turn = first === "greatest" ? -1 : 1;
  const sorted = [...all].sort((a, b) => turn * (a.figure - b.figure) || a.at - b.at);
  return { organisations: sorted.slice(0, most).map(({ at, row }) => ({ at, row })), of: all.length };
}

/** What an organisation's cell of a table shows; null where a figure that it needs is missing. */
function figureIn(row: FilledRow, table: SummaryTable, id: string): RawValue {
  const column = table.columns.find((one) => one.id === id);
  if (!column) throw new Error(`figureIn: ${table.id} has no column ${id}`);
  return shown(column, row, table);
}

function shown({ source }: SummaryColumn, row: FilledRow, table: SummaryTable): RawValue {
  if (source.kind !== "formula") return valueIn(row.counted.reading.found, source);
  const needed: RawValue[] = [];
  const value = evaluate(source.expression, (reference) => {
    if (reference.kind !== "row") throw new Error(`shown: a column of ${table.id} needs its own row alone`);
    needed.push(figureIn(row, table, reference.column));
    return { rows: [needed.slice(-1)] };
  });
  return needed.every((one) => typeof one === "number") ? value : null;
}
