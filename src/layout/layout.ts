import type { RawValue, Rectangle } from "../cells";
import type { LayoutChart } from "./chart";
import type { CONDITIONAL_LOOKS, NumberFormat, StyleRole } from "./look";

/** One cell to be written: a value, or a formula with its right result. */
export interface LayoutCell {
  /** The value, or what the formula makes; null writes an empty cell that only has its look. */
  readonly value: RawValue;
  /** Without its equals sign. */
  readonly formula: string | null;
  readonly role: StyleRole;
  readonly format: NumberFormat;
}

/** What a person may enter in cells, and the words that appear beside them. */
export interface Validation {
  readonly range: string;
  readonly test:
    | { readonly kind: "list"; readonly choices: readonly string[] }
    | { readonly kind: "whole" | "decimal" | "date"; readonly least: number; readonly most: number }
    | { readonly kind: "length"; readonly most: number }
    | { readonly kind: "any" };
  readonly promptTitle: string;
  readonly prompt: string;
  /** Said where something else is typed. */
  readonly error: string;
}

/** Cells that take another look while a formula is true; the formula is written for the range's first cell. */
export interface ConditionalFormat {
  readonly range: string;
  readonly formula: string;
  readonly look: keyof typeof CONDITIONAL_LOOKS;
}

export interface LayoutColumn {
  readonly width: number;
  readonly hidden: boolean;
}

export interface LayoutRow {
  /** In points; null leaves it to the program that opens the workbook. */
  readonly height: number | null;
  readonly hidden: boolean;
}

/** A sheet as plain data. */
export interface LayoutSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly portrait: boolean;
  readonly columns: readonly LayoutColumn[];
  readonly rows: ReadonlyMap<number, LayoutRow>;
  readonly cells: ReadonlyMap<string, LayoutCell>;
  readonly merges: readonly Rectangle[];
  /** How many rows and columns stay in sight. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly validations: readonly Validation[];
  readonly conditional: readonly ConditionalFormat[];
  readonly protected: boolean;
  /** Whether rows may be put in while the sheet is protected, as a list may need. */
  readonly takesRows: boolean;
  /** Rows repeated on each printed page: first and last. */
  readonly titleRows: readonly [number, number];
  /** On how many pages side by side it is printed, and the columns that each repeats: first and last. */
  readonly pagesAcross: number;
  readonly titleColumns: readonly [number, number] | null;
  /** Columns that begin a new printed page. */
  readonly columnBreaks: readonly number[];
  /** How much smaller it is printed, in per cent; null where it is to be as wide as its pages. */
  readonly scale: number | null;
  readonly footer: string;
  /** Rows that begin a new printed page. */
  readonly pageBreaks: readonly number[];
  /** Turns on the arrows that filter a list below this row of headings. */
  readonly filter: string | null;
  readonly charts: readonly LayoutChart[];
}

/** A workbook as plain data: what the writers of files and of the open workbook both put down. */
export interface Layout {
  readonly title: string;
  readonly sheets: readonly LayoutSheet[];
}
