import type { RawValue, Rectangle } from "../../../src/cells";
import { invalidArgument } from "../protocol/errors";
import { isSame } from "./area";
import type { Formula } from "./calculation";
import { typed } from "./typed";
import type { Cell, Sheet } from "./sheet";
import type { Workbook } from "./workbook";

/** What is put into a cell: null leaves it as it is, an empty text empties it, a text with = before it is a formula. */
export type Entry = string | number | boolean | null;

const LONGEST_TEXT = 32_767;

type Before = readonly [row: number, column: number, cell: Cell | undefined];

interface Understood {
  readonly row: number;
  readonly column: number;
  readonly value: RawValue;
  readonly formula: Formula | null;
  readonly numberFormat: string | null;
}

/**
 * Enters something into each cell of an area, tells everybody, and gives what takes it back. Nothing is entered where one of the
 * entries is refused.
 */
export function enter(
  book: Workbook,
  sheet: Sheet,
  area: Rectangle,
  entryAt: (row: number, column: number) => Entry,
): () => void {
  const entries: Understood[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) {
      const entry = entryAt(row, column);
      if (entry !== null && !isCovered(sheet, row, column))
        entries.push(understood(book, sheet, row, column, entry));
    }
  return put(book, sheet, area, entries);
}

/** Empties the cells of an area that hold something. */
export function empty(book: Workbook, sheet: Sheet, area: Rectangle): () => void {
  const entries: Understood[] = [];
  for (const [row, column, cell] of sheet.cellsIn(area))
    if (cell.formula || cell.value !== null)
      entries.push({ row, column, value: null, formula: null, numberFormat: null });
  return put(book, sheet, area, entries);
}

/** Only the first cell of a merged area holds anything. */
function isCovered(sheet: Sheet, row: number, column: number): boolean {
  const merge = sheet.mergeAt(row, column);
  return merge !== undefined && (merge.top !== row || merge.left !== column);
}

function understood(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  entry: Exclude<Entry, null>,
): Understood {
  const { numberFormat } = sheet.format(row, column);
  if (typeof entry === "string" && entry.length > LONGEST_TEXT)
    throw invalidArgument(`A text has ${entry.length} characters, and a cell takes ${LONGEST_TEXT}.`);
  if (typeof entry === "string" && entry.startsWith("=") && entry.length > 1 && numberFormat !== "@") {
    // Read before anything is written: a formula that is refused must leave all as it is.
    const formula = book.calculation.formula(entry, sheet, row, column);
    return { row, column, value: null, formula, numberFormat: null };
  }
  if (entry === "") return { row, column, value: null, formula: null, numberFormat: null };
  const result = typed(entry, numberFormat);
  const takesFormat = numberFormat === "General" ? result.numberFormat : null;
  return { row, column, value: result.value, formula: null, numberFormat: takesFormat };
}

function put(book: Workbook, sheet: Sheet, area: Rectangle, entries: readonly Understood[]): () => void {
  const [only, more] = entries;
  const single =
    only &&
    !more &&
    isSame(
      area,
      sheet.mergeAt(only.row, only.column) ?? {
        top: only.row,
        left: only.column,
        bottom: only.row,
        right: only.column,
      },
    );
  const held = single ? sheet.value(only.row, only.column) : null;
  const before = entries.map(({ row, column }): Before => [row, column, sheet.cell(row, column)]);
  for (const { row, column, value, formula, numberFormat } of entries) {
    if (numberFormat !== null)
      sheet.changeFormat({ top: row, left: column, bottom: row, right: column }, { numberFormat });
    sheet.put(row, column, value, formula);
  }
  const detail = single ? { before: held, after: sheet.value(only.row, only.column) } : null;
  told(book, sheet, area, detail);
  return () => {
    const now = single ? sheet.value(only.row, only.column) : null;
    for (const [row, column, cell] of before) sheet.restore(row, column, cell);
    told(book, sheet, area, single ? { before: now, after: sheet.value(only.row, only.column) } : null);
  };
}

function told(
  book: Workbook,
  sheet: Sheet,
  area: Rectangle,
  detail: { readonly before: RawValue; readonly after: RawValue } | null,
): void {
  book.emit({ kind: "cells", sheet, area, author: book.author, shift: null, detail });
  book.emitCalculated();
}
