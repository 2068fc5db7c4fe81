import { columnLetters, formatRectangle } from "../cells";
import type { SheetDraft } from "../layout";
import type { SummaryColumn, SummaryMean, SummaryTable } from "../template";

import { PLACES, formatOfColumn, isFigureColumn } from "./columns";
import { ALIKE, WEIGHTED, writeMean } from "./mean";

/** Rows in place of totals under a table of rates: their mean over the returns that have them, and what they are to reach. */
export interface MeanRows {
  readonly mean: number;
  readonly target: number | null;
  readonly last: number;
}

/** Where they stand below the organisations' rows. */
export function meanRows({ target }: SummaryMean, last: number): MeanRows {
  return target === null
    ? { mean: last + 1, target: null, last: last + 1 }
    : { mean: last + 1, target: last + 2, last: last + 2 };
}

/** What means are drawn of: the rows that have the rates, the words beside the means, and the cells with what the rates of a column weigh. */
export interface MeanOf {
  readonly first: number;
  readonly last: number;
  readonly words: string;
  /** Null where each row counts alike. */
  readonly weightsOf: (column: SummaryColumn) => string | null;
}

/** Draws them, and marks rates below what they are to reach and months below the one before, with a sign and a colour. */
export function drawMean(
  draft: SheetDraft,
  table: SummaryTable & { readonly mean: SummaryMean },
  { first, last, words, weightsOf }: MeanOf,
): MeanRows {
  const { mean, columns } = table;
  const at = meanRows(mean, last);
  label(draft, at.mean, words);
  columns.forEach((column, offset) => {
    const place = PLACES.firstValue + offset;
    const rates = formatRectangle({ top: first, bottom: last, left: place, right: place });
    const weights = weightsOf(column);
    const formula = isRate(column)
      ? writeMean((weights === null ? ALIKE : WEIGHTED).mean, { rates, weights: weights ?? "" })
      : column.adds
        ? `SUM(${rates})`
        : null;
    const look = {
      role: isFigureColumn(column) ? ("figure_total" as const) : ("total_label" as const),
      format: formatOfColumn(column),
    };
    draft.set(at.mean, place, formula === null ? look : { formula, ...look });
  });
  if (at.target !== null && mean.target) drawTarget(draft, table, mean.target, at.target);
  markRates(draft, table, first, at);
  return at;
}

function label(draft: SheetDraft, row: number, words: string): void {
  draft.set(row, PLACES.code, { role: "total_label" });
  draft.set(row, PLACES.name, { value: words, role: "total_label" });
  draft.set(row, PLACES.open, { role: "total_label" });
}

/** A rate is shown by its mean where counts and amounts have a total. */
export function isRate({ type }: SummaryColumn): boolean {
  return type.kind === "percent";
}

function drawTarget(
  draft: SheetDraft,
  { columns }: SummaryTable,
  target: NonNullable<SummaryMean["target"]>,
  row: number,
): void {
  label(draft, row, target.says);
  columns.forEach((column, offset) => {
    const value = target.by.get(column.id) ?? null;
    const look = { role: "figure_total", format: formatOfColumn(column) } as const;
    draft.set(row, PLACES.firstValue + offset, value === null ? look : { value, ...look });
  });
}

function markRates(draft: SheetDraft, { columns, mean }: SummaryTable, first: number, at: MeanRows): void {
  columns.forEach(({ id }, offset) => {
    const column = PLACES.firstValue + offset;
    const area = { top: first, bottom: at.mean, left: column, right: column };
    const [letters, before] = [columnLetters(column), columnLetters(column - 1)];
    const cell = `${letters}${String(first)}`;
    if (at.target !== null && mean?.target?.by.has(id)) {
      const wanted = `${letters}$${String(at.target)}`;
      // A mean of many digits that is shown as the target is not below it.
      draft.mark(area, `AND(ISNUMBER(${cell}),ROUND(${cell},4)<${wanted})`, "below");
    }
    if ((mean?.rising.indexOf(id) ?? -1) > 0) {
      const left = `${before}${String(first)}`;
      draft.mark(area, `AND(ISNUMBER(${left}),ISNUMBER(${cell}),ROUND(${cell},4)<ROUND(${left},4))`, "falls");
    }
  });
}
