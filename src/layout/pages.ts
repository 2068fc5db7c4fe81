import type { SheetDraft } from "./sheet-draft";

/** A4 without its margins, in points. */
const ACROSS = { short: 537, long: 784 } as const;
const DOWN = { short: 516, long: 763 } as const;
const POINTS_A_CHARACTER = 5.25;
const POINTS_A_COLUMN = 3.75;

/** Rows that should stand on one page: a title with its table. */
export interface Together {
  readonly from: number;
  readonly to: number;
}

/** Begins a new printed page before a table that would be cut in two, where it fits on a page of its own. Rows repeated on each page count. */
export function breakPages(
  draft: SheetDraft,
  tables: readonly Together[],
  {
    portrait,
    titleRows,
    lastColumn,
  }: { readonly portrait: boolean; readonly titleRows: number; readonly lastColumn: number },
): void {
  let width = 0;
  for (let column = 1; column <= lastColumn; column += 1) {
    if (!draft.isHidden(column)) width += draft.width(column) * POINTS_A_CHARACTER + POINTS_A_COLUMN;
  }
  const scale = Math.min(1, (portrait ? ACROSS.short : ACROSS.long) / width);
  const room = (portrait ? DOWN.long : DOWN.short) / scale;
  const heightOf = (from: number, to: number) => {
    let height = 0;
    for (let row = from; row <= to; row += 1) height += draft.heightOf(row);
    return height;
  };
  const repeated = heightOf(1, titleRows);
  let pageFrom = 1;
  for (const { from, to } of tables) {
    const before = pageFrom === 1 ? 0 : repeated;
    if (from > pageFrom && before + heightOf(pageFrom, to) > room) {
      draft.breakBefore(from);
      pageFrom = from;
    }
  }
}
