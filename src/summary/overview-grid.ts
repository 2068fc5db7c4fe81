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

/** Cells beside each other, each over so many columns of the grid. */
export type Across = readonly (readonly [span: number, cell: DraftCell])[];

/** Draws them, and makes the row as high as the longest text needs. */
export function drawAcross(draft: SheetDraft, row: number, cells: Across, least = 15): void {
  let left = 1;
  for (const [span, cell] of cells) {
    draft.merged({ top: row, bottom: row, left, right: left + span - 1 }, cell);
    left += span;
  }
  draft.row(row, { height: heightAcross(draft, cells, least) });
}

/** The height that their longest text needs. */
export function heightAcross(draft: SheetDraft, cells: Across, least = 15): number {
  let left = 1;
  const heights = cells.map(([span, { value, role }]) => {
    const width = draft.widthOf({ top: 1, bottom: 1, left, right: left + span - 1 });
    left += span;
    return typeof value === "string" ? heightFor(value, width - 2, LOOKS[role].size) : 0;
  });
  return Math.max(least, ...heights);
}

/** A heading over the whole page. */
export function drawTitle(draft: SheetDraft, row: number, words: string): void {
  draft.set(row, 1, { value: words, role: "block_title" });
  draft.row(row, { height: 22 });
}
