import { formatAddress, parseAddress, type Rectangle } from "../../src/cells";
import { LOOKS, type Layout, type LayoutCell, type LayoutSheet } from "../../src/layout";

import { POINTS_A_CHARACTER } from "./as-in-excel";
import { plain, type Page } from "./paper";

const USUAL_WIDTH = 9;
const USUAL_HEIGHT = 15;
/** Margins of the page setup, in points. */
const SIDE = 0.4 * 72;
const TOP = 0.5 * 72;
const BOTTOM = 0.6 * 72;

/** A sheet and the pages that it was printed on. */
export interface PrintedSheet {
  readonly sheet: LayoutSheet;
  readonly pages: readonly Page[];
  /** How much smaller it is printed, so that it is one page wide. */
  readonly scale: number;
}

/** Sorts the pages to the sheets: a sheet's first page begins with its name, in the band at the top. */
export function printedSheets(layout: Layout, pages: readonly Page[]): readonly PrintedSheet[] {
  const sheets = layout.sheets.filter(({ visibility }) => visibility === "visible");
  const sorted = sheets.map((): Page[] => []);
  let current = -1;
  for (const page of pages) {
    const next = sheets[current + 1];
    if (next && beginsWith(page, next)) current += 1;
    if (current < 0) throw new Error("the print does not begin with the name of the first sheet");
    sorted[current]!.push(page);
  }
  return sheets.map((sheet, at) => {
    const [first] = sorted[at]!;
    if (!first) throw new Error(`no page begins with the name of the sheet ${sheet.name}`);
    return { sheet, pages: sorted[at]!, scale: scaleOf(first) };
  });
}

function beginsWith(page: Page, sheet: LayoutSheet): boolean {
  const scale = scaleOf(page);
  const top = page.words.filter((word) => (word.top + word.bottom) / 2 < TOP + heightOf(sheet, 1) * scale);
  const text = [...top].sort((a, b) => a.left - b.left).map((word) => plain(word.text));
  return text.join("").startsWith(plain(sheet.name));
}

/** Height of a word of the band at the top (Arial 14, bold) at full size, as Poppler gives it. */
const BAND_WORD = 18.16;

/** How much smaller a page is printed, in whole per cent: by the height of the first word of its band. */
function scaleOf(page: Page): number {
  const inBand = page.words.filter(({ top, left }) => top < TOP + 26 && left < page.width / 3);
  const tallest = Math.max(0, ...inBand.map(({ top, bottom }) => bottom - top));
  return Math.round((100 * tallest) / BAND_WORD) / 100;
}

/** How many pages a sheet fills, as many wide as it is set to be; rows on paper come out up to one per cent lower than at their scale. */
export function pagesWanted({ sheet, pages, scale }: PrintedSheet): {
  readonly least: number;
  readonly most: number;
} {
  const { pagesAcross: across } = sheet;
  return {
    least: across * pagesFor(sheet, pages[0]!, scale * 0.98),
    most: across * pagesFor(sheet, pages[0]!, scale * 1.01),
  };
}

function pagesFor(sheet: LayoutSheet, page: Page, scale: number): number {
  const room = (page.height - TOP - BOTTOM) / scale;
  const [from, to] = sheet.titleRows;
  let titles = 0;
  for (let row = from; row <= to; row += 1) titles += heightOf(sheet, row);
  const last = Math.max(...[...sheet.cells.keys()].map((text) => parseAddress(text)!.row));
  let [pages, used] = [1, 0];
  for (let row = 1; row <= last; row += 1) {
    const height = heightOf(sheet, row);
    if (used > 0 && (used + height > room || sheet.pageBreaks.includes(row))) {
      pages += 1;
      used = titles;
    }
    used += height;
  }
  return pages;
}

export function heightOf(sheet: LayoutSheet, row: number): number {
  const known = sheet.rows.get(row);
  return known?.hidden ? 0 : (known?.height ?? USUAL_HEIGHT);
}

export function isHidden(sheet: LayoutSheet, column: number): boolean {
  return sheet.columns[column - 1]?.hidden ?? false;
}

const lastColumns = new WeakMap<LayoutSheet, number>();

export function lastColumn(sheet: LayoutSheet): number {
  const known = lastColumns.get(sheet) ?? lastColumnOf(sheet);
  lastColumns.set(sheet, known);
  return known;
}

function lastColumnOf(sheet: LayoutSheet): number {
  const used = [...sheet.cells.keys()].map((text) => parseAddress(text)!.column);
  return Math.max(...used.filter((column) => !isHidden(sheet, column)));
}

/** Width of these columns in points, at full size. */
function widthOf(sheet: LayoutSheet, from: number, to: number): number {
  let width = 0;
  for (let column = from; column <= to; column += 1) {
    if (isHidden(sheet, column)) continue;
    width += (sheet.columns[column - 1]?.width ?? USUAL_WIDTH) * POINTS_A_CHARACTER;
  }
  return width;
}

/** A text that can be seen, and the room that it has on the page. */
export interface PlacedText {
  readonly address: string;
  readonly cell: LayoutCell;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Points of paper from the upper to the lower rule of its cell. */
  readonly height: number;
}

/** Where the first column of each page stands on it: pages side by side repeat the columns with the names and go on from where the last ended. */
function pageStarts({ sheet, pages, scale }: PrintedSheet): (column: number) => number {
  const room = (pages[0]!.width - 2 * SIDE) / scale;
  const [, names] = sheet.titleColumns ?? [0, 0];
  const repeated = widthOf(sheet, 1, names);
  const starts = new Map<number, number>();
  let left = 0;
  for (let column = 1; column <= lastColumn(sheet); column += 1) {
    const width = widthOf(sheet, column, column);
    if (sheet.pagesAcross > 1 && left + width > room) left = repeated;
    starts.set(column, left);
    left += width;
  }
  return (column) => SIDE + scale * (starts.get(column) ?? 0);
}

/** Every text of a sheet that a person can see. */
export function textsOf(printed: PrintedSheet): readonly PlacedText[] {
  const { sheet, scale } = printed;
  const leftOf = pageStarts(printed);
  return [...sheet.cells].flatMap(([address, cell]) => {
    const { row, column } = parseAddress(address)!;
    const text = typeof cell.value === "string" ? cell.value : "";
    if (plain(text) === "" || heightOf(sheet, row) === 0 || isHidden(sheet, column)) return [];
    const area = roomOf(sheet, row, column, cell);
    let height = 0;
    for (let at = area.top; at <= area.bottom; at += 1) height += heightOf(sheet, at);
    const left = leftOf(area.left);
    const right = left + scale * widthOf(sheet, area.left, area.right);
    return [{ address, cell, text, left, right, height: height * scale }];
  });
}

/** The cells that a text may stand over: those merged with its own, or empty ones beside it where it is not wrapped. */
function roomOf(sheet: LayoutSheet, row: number, column: number, cell: LayoutCell): Rectangle {
  const merged = sheet.merges.find(({ top, left }) => top === row && left === column);
  if (merged) return merged;
  let [left, right] = [column, column];
  const { wrap, across } = LOOKS[cell.role];
  if (!wrap && across === "left")
    while (right < lastColumn(sheet) && isEmpty(sheet, row, right + 1)) right += 1;
  if (!wrap && across === "right") while (left > 1 && isEmpty(sheet, row, left - 1)) left -= 1;
  return { top: row, bottom: row, left, right };
}

function isEmpty(sheet: LayoutSheet, row: number, column: number): boolean {
  const cell = sheet.cells.get(formatAddress({ row, column }));
  return cell === undefined || (cell.value === null && cell.formula === null);
}

/** Words that stand within these bounds across, but for the foot of the page. */
export function wordsBetween(page: Page, left: number, right: number): Page["words"] {
  return page.words.filter((word) => {
    const middle = (word.left + word.right) / 2;
    return middle > left && middle < right && word.bottom < page.height - BOTTOM + 2;
  });
}
