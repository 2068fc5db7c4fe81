import { heightFor, type SheetDraft } from "../layout";
import type { SummaryColumn, SummaryTable } from "../template";

import { PLACES, isFigureColumn, keyOf } from "./columns";
import { drawGroups } from "./group-heads";
import { drawLegend } from "./marks/state-cells";

/** Size of the letters in heads, and a little more for their being bold. */
const HEAD_SIZE = 9;
/** What a letter of a turned head takes of the row's height, and the height of three lines of small groups, in points. */
const TURNED_LETTER = 4.9;
const GROUP_HEIGHT = 36;

/** What stands before the keys of a table's columns, in the hidden row under its heads. */
export const KEYS_HEAD = "Key on the sheet Facts";

/** Title, introduction and heads of a table of figures, with the keys of its columns in a hidden row under them; says where its rows begin. */
export function drawHeads(draft: SheetDraft, table: SummaryTable, from: number): number {
  draft.set(from, PLACES.code, { value: table.title, role: "block_title" });
  draft.row(from, { height: 22 });
  let row = from + 1;
  if (table.intro !== null) {
    const right = PLACES.firstValue + table.columns.length - 1;
    const area = { top: row, bottom: row, left: PLACES.code, right };
    draft.merged(area, { value: table.intro, role: "block_intro" });
    draft.row(row, { height: heightFor(table.intro, draft.widthOf(area) - 4) + 2 });
    row += 1;
  }
  if (table.states) {
    drawLegend(draft, table.states, row);
    row += 1;
  }
  const groups = table.columns.map(({ group }) => group);
  if (groups.some((group) => group !== null)) {
    drawGroups(draft, groups, row, PLACES.firstValue, table.states ? "group_small" : "group_head");
    if (table.states) draft.row(row, { height: GROUP_HEIGHT });
    row += 1;
  }
  if (table.states) drawTurned(draft, table.columns, row);
  else drawLabels(draft, table.columns, row);
  drawKeys(draft, table.columns, row + 1);
  return row + 2;
}

/** Heads that are read from below: their columns are narrow. */
function drawTurned(draft: SheetDraft, columns: readonly SummaryColumn[], row: number): void {
  drawStart(draft, row);
  columns.forEach(({ label }, at) => {
    draft.set(row, PLACES.firstValue + at, { value: label, role: "head_turned" });
  });
  const longest = Math.max(...columns.map(({ label }) => label.length));
  draft.row(row, { height: Math.max(40, longest * TURNED_LETTER + 8) });
}

function drawLabels(draft: SheetDraft, columns: readonly SummaryColumn[], row: number): void {
  drawStart(draft, row);
  const heights = columns.map((column, at) => {
    const place = PLACES.firstValue + at;
    draft.set(row, place, { value: column.label, role: isFigureColumn(column) ? "head_small" : "head_text" });
    return heightFor(column.label, draft.width(place) - 1, HEAD_SIZE);
  });
  draft.row(row, { height: Math.max(...heights) + 4 });
}

function drawStart(draft: SheetDraft, row: number): void {
  draft.set(row, PLACES.code, { value: "Code", role: "head_text" });
  draft.set(row, PLACES.name, { value: "Organisation", role: "head_text" });
  draft.set(row, PLACES.open, { value: "Open", role: "head_text" });
}

/** The key under which each column's figures stand among the facts, in a row that is hidden: long keys would break the page. */
function drawKeys(draft: SheetDraft, columns: readonly SummaryColumn[], row: number): void {
  draft.set(row, PLACES.name, { value: KEYS_HEAD, role: "key" });
  columns.forEach((column, at) => {
    draft.set(row, PLACES.firstValue + at, { value: keyOf(column), role: "key" });
  });
  draft.row(row, { hidden: true });
}
