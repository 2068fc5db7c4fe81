import { LOOKS, heightFor, type DraftCell, type SheetDraft } from "../layout";

/** The overview's page is ruled so that figures, counts and texts can stand below each other: a third for words, then narrow columns. */
export const GRID = { columns: 9, words: 45, narrow: 11.25 } as const;
/** Columns of each third of the page. */
export const THIRDS = [1, 4, 4] as const;
/** Columns of each half of it. */
export const HALVES = [
  [1, 3],
  [4, 9],
] as const;

export function drawGrid(draft: SheetDraft): void {
  for (let at = 1; at <= GRID.columns; at += 1)
    draft.column(at, { width: at === 1 ? GRID.words : GRID.narrow, hidden: false });
}

/** Draws cells beside each other, each over so many columns of the grid, and makes the row as high as the longest text needs. */
export function drawAcross(
  draft: SheetDraft,
  row: number,
  cells: readonly (readonly [span: number, cell: DraftCell])[],
  least = 15,
): void {
  let left = 1;
  let height = least;
  for (const [span, cell] of cells) {
    const area = { top: row, bottom: row, left, right: left + span - 1 };
    draft.merged(area, cell);
    if (typeof cell.value === "string")
      height = Math.max(height, heightFor(cell.value, draft.widthOf(area) - 2, LOOKS[cell.role].size));
    left += span;
  }
  draft.row(row, { height });
}

/** A heading over the whole page. */
export function drawTitle(draft: SheetDraft, row: number, words: string): void {
  draft.set(row, 1, { value: words, role: "block_title" });
  draft.row(row, { height: 22 });
}
