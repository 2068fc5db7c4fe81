/** An error that a cell shows, such as #VALUE!. */
export interface CellError {
  readonly error: string;
}

/** What stands in a cell, uninterpreted: null is blank; a date is the serial number that the file holds. */
export type RawValue = number | string | boolean | CellError | null;

export interface Cell {
  /** The entered value, or the cached result of a formula; null for a formula that was never calculated. */
  readonly value: RawValue;
  /** The formula's text without its equals sign; null where the cell holds a plain value. */
  readonly formula: string | null;
}

export interface SheetCells {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** By address, "D14". Cells that hold nothing are left out. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A workbook as it was read: sheet → address → raw value and formula. */
export interface WorkbookCells {
  readonly sheets: readonly SheetCells[];
  /** True where dates count from 1904, as older Macintosh workbooks do. */
  readonly date1904: boolean;
  /** When the workbook says it was last saved (ISO text), if it says so. */
  readonly modified: string | null;
  /** Who or what the workbook says made it, if it says so. */
  readonly madeBy?: string | null;
}

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}
