import { columnLetters } from "../../cells";
import { LOOKS, heightFor, type SheetDraft, type StyleRole } from "../../layout";

import type { ListCell, ListColumn } from "../list-sheet";

/** Rows of a list on a sheet. */
export interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** A column of such rows as a formula of another row names it. */
export function areaOf(column: number, { top, bottom }: Rows): string {
  const letters = columnLetters(column);
  return `$${letters}$${top}:$${letters}$${bottom}`;
}

/** Headings in one row, each as its column has them; those of a list have arrows that filter it. */
export function drawHeads(
  draft: SheetDraft,
  columns: readonly ListColumn[],
  row: number,
  { arrows }: { readonly arrows: boolean },
): void {
  const heights = columns.map(({ label, figure }, at) => {
    draft.set(row, at + 1, { value: label, role: figure ? "head" : "head_text" });
    // An arrow takes room beside the words.
    return heightFor(label, draft.width(at + 1) - (arrows ? 4 : 2));
  });
  draft.row(row, { height: Math.max(20, ...heights) });
}

/** A row of values and formulas, as high as its longest text needs. */
export function drawRow(
  draft: SheetDraft,
  columns: readonly ListColumn[],
  values: readonly ListCell[],
  row: number,
  roles: { readonly text: StyleRole; readonly figure: StyleRole } = { text: "text", figure: "figure_list" },
): void {
  const heights = columns.map(({ figure }, at) => {
    const value = values[at] ?? null;
    const look = { role: figure ? roles.figure : roles.text, format: figure ?? "general" } as const;
    if (typeof value === "function") draft.set(row, at + 1, { formula: value(row), ...look });
    else draft.set(row, at + 1, { value, ...look });
    const { wrap, size } = LOOKS[look.role];
    return heightFor(wrap && typeof value === "string" ? value : "", draft.width(at + 1) - 2, size);
  });
  draft.row(row, { height: Math.max(...heights) });
}
