import { formatRectangle, type RawValue } from "../cells";
import { LOOKS, SheetDraft, heightFor, type LayoutSheet, type StyleRole } from "../layout";

import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { markLevels } from "./levels";

/** A column of a list: its heading, its width, and whether it holds figures. */
export interface ListColumn {
  readonly label: string;
  readonly width: number;
  readonly figure?: true;
}

/** A list with headings that filter it, one row each. */
export function listSheet(
  name: string,
  columns: readonly ListColumn[],
  rows: readonly (readonly RawValue[])[],
  frame: Frame,
  intro: string,
  look: {
    readonly roles?: (row: number, column: number) => StyleRole | null;
    readonly wrap?: boolean;
    readonly levels?: number;
  } = {},
): LayoutSheet {
  const draft = new SheetDraft(name);
  columns.forEach(({ width }, at) => draft.column(at + 1, { width, hidden: false }));
  drawFrame(draft, frame, columns.length, null, intro);
  const head = FIRST_ROW;
  columns.forEach(({ label, figure }, at) =>
    draft.set(head, at + 1, { value: label, role: figure ? "head" : "head_text" }),
  );
  draft.row(head, { height: 20 });
  rows.forEach((values, at) => {
    const row = head + 1 + at;
    const heights = values.map((value, column) => {
      const figure = columns[column]?.figure;
      const role =
        look.roles?.(at, column) ??
        (figure ? (look.wrap ? "figure_list" : "figure") : look.wrap ? "text" : "label");
      draft.set(row, column + 1, { value, role, format: figure ? "whole" : "general" });
      const { wrap, size } = LOOKS[role];
      return heightFor(wrap && typeof value === "string" ? value : "", draft.width(column + 1) - 2, size);
    });
    draft.row(row, { height: Math.max(...heights) });
  });
  const bottom = head + Math.max(1, rows.length);
  if (look.levels !== undefined) markLevels(draft, { top: head + 1, bottom, column: look.levels });
  const filter = formatRectangle({ top: head, left: 1, bottom, right: columns.length });
  return finished(draft, frame, { freeze: { rows: head, columns: 2 }, filter, titleRows: [head, head] });
}
