import type { Cell, Rectangle, WorkbookCells } from "../cells";

/**
 * Cells of one area of a sheet were entered, pasted over or cleared; where each stands has not changed. What formulas elsewhere make of
 * that is not told, since it would have to be read sheet by sheet after every key: their results are known as they were, until they are
 * read again for another reason.
 */
export interface CellsChange {
  readonly kind: "cells";
  readonly sheet: string;
  readonly area: Rectangle;
  /** What stands in the area now, by address; cells that hold nothing are left out. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Rows, columns or sheets came, went, moved or got another name: the workbook was read again as a whole. */
export interface SheetsChange {
  readonly kind: "sheets";
  readonly workbook: WorkbookCells;
}

/** What became of a workbook that is watched. */
export type Change = CellsChange | SheetsChange;
