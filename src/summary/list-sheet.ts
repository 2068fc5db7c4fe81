import { formatRectangle, type RawValue } from "../cells";
import { LOOKS, SheetDraft, heightFor, type LayoutSheet, type NumberFormat, type StyleRole } from "../layout";

import { FIRST_ROW, drawFrame, finished, type SheetFrame } from "./frame";
import { drawGroups } from "./group-heads";
import { markLevels } from "./levels";

/** A column of a list: its heading, its width, and how its figures are shown where it holds some. */
export interface ListColumn {
  readonly label: string;
  readonly width: number;
  readonly figure?: NumberFormat;
  /** What stands above the headings of several columns. */
  readonly group?: string;
  /** A hidden column; such columns stand behind all others. */
  readonly hidden?: boolean;
}

/** A value, or a formula that is written with the row that it stands in. */
export type ListCell = RawValue | ((row: number) => string);

export interface ListLook {
  readonly roles?: (row: number, column: number) => StyleRole | null;
  readonly wrap?: boolean;
  /** The column with words for levels. */
  readonly levels?: number;
  /** Gives rows a look of their own; the first and the last row are given. */
  readonly marks?: (draft: SheetDraft, top: number, bottom: number) => void;
}

/** A list with headings that filter it, one row each. */
export function listSheet(
  name: string,
  columns: readonly ListColumn[],
  rows: readonly (readonly ListCell[])[],
  frame: SheetFrame,
  intro: string,
  look: ListLook = {},
): LayoutSheet {
  const draft = new SheetDraft(name);
  columns.forEach(({ width, hidden = false }, at) => draft.column(at + 1, { width, hidden }));
  drawFrame(draft, frame, columns.filter(({ hidden }) => !hidden).length, null, intro);
  const head = drawHeads(draft, columns);
  rows.forEach((values, at) => {
    const row = head + 1 + at;
    const heights = values.map((value, column) => {
      const figure = columns[column]?.figure;
      const role =
        look.roles?.(at, column) ??
        (figure ? (look.wrap ? "figure_list" : "figure") : look.wrap ? "text" : "label");
      const format = figure ?? "general";
      if (typeof value === "function") draft.set(row, column + 1, { formula: value(row), role, format });
      else draft.set(row, column + 1, { value, role, format });
      const { wrap, size } = LOOKS[role];
      return heightFor(wrap && typeof value === "string" ? value : "", draft.width(column + 1) - 2, size);
    });
    draft.row(row, { height: Math.max(...heights) });
  });
  const bottom = head + Math.max(1, rows.length);
  if (look.levels !== undefined) markLevels(draft, { top: head + 1, bottom, column: look.levels });
  look.marks?.(draft, head + 1, bottom);
  const filter = formatRectangle({ top: head, left: 1, bottom, right: columns.length });
  return finished(draft, frame, {
    freeze: { rows: head, columns: 2 },
    filter,
    titleRows: [FIRST_ROW, head],
  });
}

/** The headings, below what stands above several of them; says in which row they are. */
function drawHeads(draft: SheetDraft, columns: readonly ListColumn[]): number {
  const groups = columns.map(({ group = null }) => group);
  const grouped = groups.some((group) => group !== null);
  const head = grouped ? FIRST_ROW + 1 : FIRST_ROW;
  if (grouped) {
    drawGroups(draft, groups, FIRST_ROW, 1);
    draft.row(FIRST_ROW, { height: 18 });
  }
  const heights = columns.map(({ label, width, figure }, at) => {
    draft.set(head, at + 1, { value: label, role: figure ? "head" : "head_text" });
    // The arrow of the filter takes room beside the words.
    return grouped ? heightFor(label, width - 4, 11) : 20;
  });
  draft.row(head, { height: Math.max(20, ...heights) });
  return head;
}
