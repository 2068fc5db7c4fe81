import { formatAddress, formatRectangle, rectangles } from "../cells";
import type { Line } from "../template";

import { markValue } from "./marks";
import {
  HEAD_ROWS,
  LABEL_COLUMN,
  fieldCells,
  placeOf,
  reference,
  translated,
  type BlockPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import type { SheetDraft } from "./sheet-draft";

/** The row between a sheet's head and its first block. */
const NOTHING_ROW = HEAD_ROWS.legend + 1;

/**
 * Of a sheet that may have nothing to report: the hidden cell that holds what an untouched entry is marked with, which is no mark once
 * that is said; and in its head a link to where it is said. So the cells to be filled in need not know of it one by one.
 */
export function drawNothing(draft: SheetDraft, sheetPlan: SheetPlan, plan: Plan): void {
  const { nothing } = plan.template;
  const name = sheetPlan.sheet.name;
  const key = nothing?.keyOf.get(name);
  const is = nothing?.is.get(name);
  if (!nothing || key === undefined || !is) return;
  const { row, nothingColumn } = sheetPlan.tally;
  const untouched = markValue("untouched", sheetPlan);
  const said = translated(is, plan, name);
  draft.set(row, nothingColumn, {
    formula: `IFERROR(IF(${said},${markValue("none", sheetPlan)},${untouched}),${untouched})`,
    role: "key",
  });
  const value = `Nothing to enter here? Then leave the sheet empty, and say so on the sheet ${placeOf(key, plan).sheet}.`;
  draft.set(NOTHING_ROW, LABEL_COLUMN, { value, role: "aside" });
}

/** Hidden beside the line of a sheet: how many entries stand there; beside that of the whole return, on all of them. */
export function entriesFormula(
  line: Line,
  { block, rowOf, countColumn }: BlockPlan,
  plan: Plan,
  on: string,
): string {
  const answer = plan.index.fieldsOf(block.id, line.id).find(({ type }) => type.kind === "choice");
  if (!answer || answer.key !== plan.template.nothing?.whole) {
    const entries = answer?.source.kind === "entered" ? (answer.source.excludes ?? []).flat() : [];
    // A sheet that other returns fill has no entries of its own.
    return entries.length === 0 ? "0" : `COUNTA(${fieldCells(entries, plan, on)})`;
  }
  const cells = block.lines.flatMap(({ id }) =>
    id === line.id ? [] : [{ row: rowOf.get(id) ?? 0, column: countColumn ?? 0 }],
  );
  return `SUM(${rectangles(cells).map(formatRectangle).join(",")})`;
}

/** What an untouched entry of the sheet is marked with, in a formula there: the hidden cell's value. */
export function untouchedMark({ tally }: SheetPlan): string {
  return formatAddress({ row: tally.row, column: tally.nothingColumn });
}

/** For a formula on the sheet `on`: true where this sheet, or the whole return, has nothing to report; null where it can't be said. */
export function hasNothing(name: string, plan: Plan, on: string): string | null {
  const sheetPlan = plan.sheets.find(({ sheet }) => sheet.name === name);
  if (!sheetPlan || plan.template.nothing?.is.has(name) !== true) return null;
  const { row, nothingColumn } = sheetPlan.tally;
  return `${reference(name, { row, column: nothingColumn }, on)}=${markValue("none", sheetPlan)}`;
}
