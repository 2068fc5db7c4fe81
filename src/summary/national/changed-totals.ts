import { formatAddress, parseAddress, type RawValue, type SheetCells, type WorkbookCells } from "../../cells";
import type { PlanningYear, SummaryTable } from "../../template";

import { PLACES, keyOf } from "../columns";
import { KEYS_HEAD } from "../figure-heads";
import { TOTAL_OF } from "../total-rows";
import type { ReportedReturn } from "./reported-return";
import { isShown } from "./return-row";
import { figureOf, rolledUp } from "./rolled-up";
import { someNamed } from "./some-named";

/** So many totals of a summary are named. */
const MOST_NAMED = 3;

/** Totals on a summary's sheets that its facts do not make, in a sentence: somebody changed a figure there. None where all agree. */
export function changedTotals(
  { sheets }: WorkbookCells,
  returns: readonly ReportedReturn[],
  { summary }: PlanningYear,
): readonly string[] {
  const cellsOf = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const changed = (summary?.sheets ?? []).flatMap((of) => {
    const sheet = cellsOf.get(of.name);
    if (of.kind !== "tables" || !sheet) return [];
    const rows = rowsOf(sheet);
    return of.tables.flatMap((table) => changedIn(table, returns, rows, of.name));
  });
  if (changed.length === 0) return [];
  return [
    `Totals on its sheets are not what its facts make: ${someNamed(changed, MOST_NAMED)}. The facts are rolled up.`,
  ];
}

type Rows = ReadonlyMap<number, ReadonlyMap<number, RawValue>>;

function rowsOf({ cells }: SheetCells): Rows {
  const rows = new Map<number, Map<number, RawValue>>();
  for (const [text, { value }] of cells) {
    const at = parseAddress(text);
    if (at) rows.set(at.row, (rows.get(at.row) ?? new Map<number, RawValue>()).set(at.column, value));
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}

/** What a table shows in its total row beside what facts make of it; nothing where the table or the row is not found. */
function changedIn(
  table: SummaryTable,
  returns: readonly ReportedReturn[],
  rows: Rows,
  sheet: string,
): readonly string[] {
  if (table.mean || table.states) return [];
  const below = (from: number, test: (row: ReadonlyMap<number, RawValue>) => boolean) =>
    [...rows].find(([row, cells]) => row > from && test(cells));
  const title = below(0, (row) => row.get(PLACES.code) === table.title);
  const keys = title && below(title[0], (row) => row.get(PLACES.name) === KEYS_HEAD);
  const total = keys && below(keys[0], (row) => isTotal(row.get(PLACES.name)));
  if (!total) return [];
  const filled = returns.filter(
    (one) => one.filled && one.template.role === table.role && isShown(table, one),
  );
  return rolledUp(table).table.columns.flatMap((column) => {
    if (column.source.kind === "formula") return [];
    const [place] = [...keys[1]].find(([, value]) => value === keyOf(column)) ?? [];
    const shown = place === undefined ? null : (total[1].get(place) ?? null);
    if (place === undefined || typeof shown !== "number") return [];
    const made = figureOf(column, filled) ?? 0;
    if (Math.abs(shown - made) <= NEAR * Math.max(1, Math.abs(made))) return [];
    const cell = formatAddress({ row: total[0], column: place });
    return [`${sheet} ${cell} shows ${words(shown)}, the facts make ${words(made)}`];
  });
}

function isTotal(value: RawValue | undefined): boolean {
  return typeof value === "string" && value.startsWith(TOTAL_OF);
}

/** Sums in another order differ by less. */
const NEAR = 1e-9;

function words(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}
