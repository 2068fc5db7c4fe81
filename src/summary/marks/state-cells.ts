import { columnLetters, formatRectangle, type RawValue, type Rectangle } from "../../cells";
import type { SheetDraft } from "../../layout";
import type { MarkLook, SummaryState, SummaryTable } from "../../template";

import { PLACES } from "../columns";
import { literal } from "../literal";

/** Columns that a sign and its words take in the legend. */
const LEGEND_STEP = 3;

/** The state in which an answer is: the one of its words, or the one for none of them. */
export function stateOf(value: RawValue, states: readonly SummaryState[]): SummaryState | undefined {
  const answer = typeof value === "string" ? value.trim().toLowerCase() : null;
  return (
    states.find(({ is }) => is !== null && is.toLowerCase() === answer) ??
    states.find(({ is }) => is === null)
  );
}

/** Colours cells by the sign that stands in them. */
export function markSigns(
  draft: SheetDraft,
  area: Rectangle,
  signs: readonly { readonly sign: string; readonly look: MarkLook }[],
): void {
  const first = `${columnLetters(area.left)}${area.top}`;
  for (const { sign, look } of signs) draft.mark(area, `${first}=${literal(sign)}`, look);
}

/** What the signs say, in one row above the heads. */
export function drawLegend(draft: SheetDraft, states: readonly SummaryState[], row: number): void {
  draft.set(row, PLACES.open, { value: "Signs:", role: "legend_label" });
  states.forEach(({ sign, says }, at) => {
    const column = PLACES.firstValue + at * LEGEND_STEP;
    draft.set(row, column, { value: sign, role: "mark" });
    draft.set(row, column + 1, { value: says, role: "aside" });
    markSigns(draft, { top: row, bottom: row, left: column, right: column }, states);
  });
  draft.row(row, { height: 18 });
}

/** How many organisations have each sign, column by column, from this row on; says which row is the last. */
export function drawCounts(
  draft: SheetDraft,
  { columns }: SummaryTable,
  states: readonly SummaryState[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  states.forEach(({ sign, says }, at) => {
    const row = bottom + 1 + at;
    draft.set(row, PLACES.code, { value: sign, role: "mark" });
    draft.set(row, PLACES.name, { value: `${says}: how many`, role: "total_label" });
    draft.set(row, PLACES.open, { role: "total_label" });
    columns.forEach((_, offset) => {
      const column = PLACES.firstValue + offset;
      const cells = formatRectangle({ top, bottom, left: column, right: column });
      const formula = `SUMPRODUCT((${cells}=$${columnLetters(PLACES.code)}${row})*1)`;
      draft.set(row, column, { formula, role: "figure_total", format: "whole" });
    });
  });
  const last = bottom + states.length;
  markSigns(draft, { top: bottom + 1, bottom: last, left: PLACES.code, right: PLACES.code }, states);
  return last;
}
