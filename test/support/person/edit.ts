/** What somebody may put into a cell; a text that begins with = is a formula as Excel writes it in English, null clears. */
export type Content = number | string | boolean | null;

/**
 * One thing that a person does to an open workbook. Sheets are named as they are called by then; rows count from 1, columns are
 * letters, sheets count from 0. A protected sheet is opened for the edit and protected again.
 */
export type Edit =
  | { readonly kind: "set"; readonly sheet: string; readonly cell: string; readonly value: Content }
  /** Typed at the keyboard: LibreOffice decides, as in the United Kingdom, whether it is a number, a date or text. */
  | { readonly kind: "type"; readonly sheet: string; readonly cell: string; readonly text: string }
  | RowsEdit
  | ColumnsEdit
  | RangeEdit
  /** A whole row, hidden cells and all, over row `to`, or into a row that is inserted before row `to`. */
  | {
      readonly kind: "copyRow";
      readonly sheet: string;
      readonly from: number;
      readonly to: number;
      readonly into: "over" | "inserted";
    }
  | { readonly kind: "rename"; readonly sheet: string; readonly name: string }
  /** `to` is the place that the sheet has afterwards. */
  | { readonly kind: "moveSheet"; readonly sheet: string; readonly to: number }
  | { readonly kind: "copySheet"; readonly sheet: string; readonly name: string; readonly to: number }
  | { readonly kind: "hide" | "show" | "removeSheet" | "unprotect"; readonly sheet: string };

/** Rows inserted before row `at`, or deleted from it on. */
export interface RowsEdit {
  readonly kind: "insertRows" | "deleteRows";
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
}

/** Columns inserted before column `at`, or deleted from it on. */
export interface ColumnsEdit {
  readonly kind: "insertColumns" | "deleteColumns";
  readonly sheet: string;
  readonly at: string;
  readonly count: number;
}

/** Copied and pasted, or cut and pasted: `range` may be "D10:F12", whole rows "10:12" or whole columns "G:H". */
export interface RangeEdit {
  readonly kind: "copy" | "move";
  readonly sheet: string;
  readonly range: string;
  readonly toSheet: string;
  /** The top left cell of where it goes. */
  readonly to: string;
}
