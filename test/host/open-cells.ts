import { parseAddress, type SheetCells, type WorkbookCells } from "../../src/cells";
import type { Sheet } from "./model/sheet";
import type { Workbook } from "./model/workbook";
import { HostError } from "./protocol/errors";

/** What is opened: the cells of a workbook, as the project's own reader of files gives them. */
export type OpenedCells = Pick<WorkbookCells, "sheets" | "date1904">;

/**
 * Puts cells into a workbook as if the file that holds them had been opened: what stands in them, and nothing of how they look or are
 * guarded. Formulas are worked out anew; those of which this host knows no way to do so keep the file's result. Sheets that are not in the
 * file are taken away.
 */
export function openCells(book: Workbook, { sheets, date1904 }: OpenedCells): void {
  const before = [...book.sheets];
  before.forEach((sheet, at) => (sheet.name = `~${at}`));
  book.date1904 = date1904;
  // All sheets have to be there before a formula looks at them.
  const opened = sheets.map((from) => ({ from, sheet: book.addSheet(from.name) }));
  for (const { from, sheet } of opened) putCells(book, sheet, from);
  for (const sheet of before) book.removeSheet(sheet);
  for (const { from, sheet } of opened)
    if (from.visibility !== "visible")
      book.setVisibility(sheet, from.visibility === "hidden" ? "Hidden" : "VeryHidden");
  book.undo.clear();
  book.emitCalculated();
}

function putCells(book: Workbook, sheet: Sheet, { cells }: SheetCells): void {
  for (const [address, { value, formula }] of cells) {
    const at = parseAddress(address);
    if (!at) throw new Error(`openCells: ${address} is no address`);
    const { row, column } = at;
    if (formula === null) {
      sheet.put(row, column, value, null);
      continue;
    }
    try {
      sheet.put(row, column, null, `=${formula}`);
    } catch (problem) {
      if (!(problem instanceof HostError)) throw problem;
      sheet.put(row, column, null, book.calculation.unread(`=${formula}`, value, sheet, row, column));
    }
  }
}
