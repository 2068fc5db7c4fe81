import type { RawValue, WorkbookCells } from "../cells";
import type { Layout } from "../layout";

import type { Change } from "./change";

/** A value that is to stand in a cell. */
export interface ValueEntry {
  readonly sheet: string;
  /** "D14". */
  readonly cell: string;
  /** Null clears it. */
  readonly value: RawValue;
}

/** A formula that is to stand in a cell. */
export interface FormulaEntry {
  readonly sheet: string;
  readonly cell: string;
  /** Without its equals sign. */
  readonly formula: string;
}

/** What is to stand in a cell. */
export type Entry = ValueEntry | FormulaEntry;

/** How far a longer work has come: `done` of `all` steps. */
export type Progress = (done: number, all: number) => void;

export type PutResult =
  | { readonly kind: "put" }
  /** Sheets of these names are there already; nothing was put in. */
  | { readonly kind: "taken"; readonly names: readonly string[] }
  /** The workbook takes no sheets (its structure is protected, it is open for reading only); nothing was put in. */
  | { readonly kind: "closed" };

export type ShowResult = { readonly kind: "shown" } | { readonly kind: "gone" };

export type EnterResult =
  | { readonly kind: "entered" }
  /** The sheet or cell is no longer there. */
  | { readonly kind: "gone" }
  /** The cell can't be written: it is locked, or a cell is being edited. */
  | { readonly kind: "refused" };

/**
 * A workbook that is open before a person. It is written to when the person presses a button and never while somebody types, because a
 * write takes away what Excel could undo. What goes wrong otherwise is thrown as the error of whoever holds the workbook.
 */
export interface OpenWorkbook {
  /** The names of its sheets, in their order. */
  sheetNames(): Promise<readonly string[]>;
  /** Everything that stands in it. */
  read(): Promise<WorkbookCells>;
  /**
   * Puts the sheets of a layout behind those that are there, protected last, and shows the first of them. Where that fails, what was
   * put in is taken out again before the error is thrown.
   */
  put(layout: Layout, tell: Progress): Promise<PutResult>;
  /** Goes to a cell and selects it; a sheet that is hidden is shown. */
  show(sheet: string, cell: string): Promise<ShowResult>;
  /** Writes entries, all of them or none. */
  enter(entries: readonly Entry[]): Promise<EnterResult>;
  /**
   * Tells of changes, whoever makes them, from now on until the function that it gives is called. What is written through this interface
   * is told as well.
   */
  watch(listener: (change: Change) => void): Promise<() => Promise<void>>;
  /** Reads everything again and tells it, for what no event was raised. */
  refresh(): Promise<void>;
}
