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

/** What a landscape page holds while it can still be read, in characters. */
const WIDEST_PAGE = 250;

/** Characters of one line that a person reads without losing it, and that a screen shows. */
const READABLE = 170;

/** The last column up to which words may run on a list: on one wider than a page they would go beyond the screen and be cut at its edge. */
export function readableTo(draft: SheetDraft, lastColumn: number): number {
  const widthTo = (column: number) => draft.widthOf({ top: 1, bottom: 1, left: 2, right: column });
  let column = lastColumn;
  if (widthTo(lastColumn) > WIDEST_PAGE) while (column > 2 && widthTo(column) > READABLE) column -= 1;
  return column;
}

/** On how many pages side by side a list is printed, and which columns each of them repeats. */
export function pagesOf(
  draft: SheetDraft,
  namesTo: number,
  lastColumn: number,
): { readonly pagesAcross: number; readonly titleColumns: readonly [number, number] | null } {
  const width = draft.widthOf({ top: 1, bottom: 1, left: 2, right: lastColumn });
  if (width <= WIDEST_PAGE) return { pagesAcross: 1, titleColumns: null };
  const names = draft.widthOf({ top: 1, bottom: 1, left: 2, right: namesTo });
  const pages = 1 + Math.ceil((width - WIDEST_PAGE) / (WIDEST_PAGE - names));
  return { pagesAcross: pages, titleColumns: [1, namesTo] };
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
