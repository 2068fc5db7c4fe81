import type { Rectangle } from "../../../src/cells";
import { isWholeColumns, isWholeRows } from "../model/area";
import { shiftOf, type Shift } from "../model/shift";
import type { Sheet } from "../model/sheet";
import { pushesOff, shiftCells } from "../model/structure";
import { accessDenied, HostError } from "../protocol/errors";
import type { Host } from "./cells";
import { guardOption, guardSheet } from "./guard";

/** Puts cells in or takes them out, as far as the sheet lets that be done; ranges in use move along. */
export function moveCells(
  host: Host,
  sheet: Sheet,
  area: Rectangle,
  along: Shift["along"],
  how: Shift["how"],
): void {
  // Whole rows move down, and whole columns to the right, whatever was asked for.
  const direction = isWholeRows(area) ? "rows" : isWholeColumns(area) ? "columns" : along;
  guard(sheet, area, direction, how);
  const shift = shiftOf(area, direction, how);
  if (pushesOff(sheet, shift))
    throw new HostError("NonBlankCellOffSheet", "Cells that hold something would be pushed off the sheet.");
  shiftCells(host.book, sheet, shift);
  for (const cells of host.inUse) if (cells.sheet === sheet) cells.move(shift);
  host.book.emit({ kind: "cells", sheet, area, author: host.book.author, shift, detail: null });
  host.book.emitCalculated();
}

function guard(sheet: Sheet, area: Rectangle, along: Shift["along"], how: Shift["how"]): void {
  const isWhole = along === "rows" ? isWholeRows(area) : isWholeColumns(area);
  if (!isWhole) guardSheet(sheet);
  else if (how === "insert") guardOption(sheet, along === "rows" ? "allowInsertRows" : "allowInsertColumns");
  else {
    guardOption(sheet, along === "rows" ? "allowDeleteRows" : "allowDeleteColumns");
    if (sheet.protection && sheet.hasLocked(area)) throw accessDenied("There are locked cells in it.");
  }
}
