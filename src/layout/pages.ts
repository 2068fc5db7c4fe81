import type { SheetDraft } from "./sheet-draft";

/** A4 without its margins, in points; downwards a little less, since programs differ in the room that they give the foot of a page. */
const ACROSS = { short: 537, long: 784 } as const;
const DOWN = { short: 490, long: 730 } as const;
const POINTS_A_CHARACTER = 5.25;

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
    if (!draft.isHidden(column)) width += draft.width(column) * POINTS_A_CHARACTER;
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
  for (const [at, { from, to }] of tables.entries()) {
    const before = pageFrom === 1 ? 0 : repeated;
    const fitsAlone = repeated + heightOf(from, to) <= room;
    if (at > 0 && fitsAlone && before + heightOf(pageFrom, to) > room) {
      draft.breakBefore(from);
      pageFrom = from;
    }
  }
}
