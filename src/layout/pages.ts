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

/** How a list that is wider than a page is printed: on several side by side, each with the names. */
export interface PagesAcross {
  readonly pagesAcross: number;
  readonly titleColumns: readonly [number, number] | null;
  /** Columns that begin a page, but for the first. */
  readonly columnBreaks: readonly number[];
  /** In per cent; null where the program shrinks the sheet to the width of a page. */
  readonly scale: number | null;
}

const ONE_PAGE: PagesAcross = { pagesAcross: 1, titleColumns: null, columnBreaks: [], scale: null };

/** LibreOffice prints a column six per cent wider than Excel does. */
const TO_SPARE = 0.93;

/** The columns up to `namesTo` are repeated on each page; `together` are columns under one head, from left to right, which stay on one. */
export function pagesOf(
  draft: SheetDraft,
  namesTo: number,
  lastColumn: number,
  together: readonly (readonly [first: number, last: number])[],
): PagesAcross {
  const widthOf = (left: number, right: number) => draft.widthOf({ top: 1, bottom: 1, left, right });
  if (!isWide(draft, lastColumn)) return ONE_PAGE;
  const names = widthOf(2, namesTo);
  const columnBreaks: number[] = [];
  let widest = 0;
  let used = names;
  for (const [first, last] of together) {
    const width = widthOf(first, last);
    if (used > names && used + width > WIDEST_PAGE) {
      columnBreaks.push(first);
      used = names;
    }
    used += width;
    widest = Math.max(widest, used);
  }
  const scale = Math.floor((100 * TO_SPARE * ACROSS.long) / (widest * POINTS_A_CHARACTER));
  return { pagesAcross: columnBreaks.length + 1, titleColumns: [1, namesTo], columnBreaks, scale };
}

/** Whether a list's rows are wider than a page. */
export function isWide(draft: SheetDraft, lastColumn: number): boolean {
  return draft.widthOf({ top: 1, bottom: 1, left: 2, right: lastColumn }) > WIDEST_PAGE;
}

/** Of a table that is longer than a page so many rows, its title and heads among them, stand together at least. */
const OPENING = 10;

/**
 * Begins a new printed page before a table that would be cut in two, where it fits on a page of its own, before one that would have little
 * more than its heads on a page, and after one that runs over pages: where it ends differs between programs. Rows repeated on each page count.
 */
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
  const overflows = (to: number) => (pageFrom === 1 ? 0 : repeated) + heightOf(pageFrom, to) > room;
  let ranOver = false;
  for (const [at, { from, to }] of tables.entries()) {
    const fitsAlone = repeated + heightOf(from, to) <= room;
    if (at > 0 && (ranOver || overflows(fitsAlone ? to : Math.min(to, from + OPENING)))) {
      draft.breakBefore(from);
      pageFrom = from;
    }
    ranOver = overflows(to);
  }
}
