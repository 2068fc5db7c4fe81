import {
  formatRectangle,
  parseAddress,
  type Cell,
  type RawValue,
  type SheetCells,
  type WorkbookCells,
} from "../../../src/cells";
import type { Layout } from "../../../src/layout";
import type {
  Change,
  EnterResult,
  Entry,
  OpenWorkbook,
  Progress,
  PutResult,
  ShowResult,
  ValueEntry,
} from "../../../src/workbook";
import { sheetsOf } from "../provider-scenes";

/** What a workbook does that is not as it should be. */
export interface Trouble {
  /** Its structure is protected. */
  readonly closed?: boolean;
  /** Putting sheets in breaks off after some steps, the first time. */
  readonly breaksOff?: boolean;
  /** A cell is being edited: nothing can be written or shown. */
  readonly editing?: boolean;
  /** Reading it goes wrong, the first time. */
  readonly unread?: boolean;
}

/**
 * A workbook in memory, open before a person whom a test plays. Formulas have no results, as in a workbook that nothing has calculated
 * yet: none can be stale.
 */
export class MemoryWorkbook implements OpenWorkbook {
  readonly #sheets: { name: string; visibility: SheetCells["visibility"]; cells: Map<string, Cell> }[];
  readonly #listeners = new Set<(change: Change) => void>();
  /** Where the pane went, the last one last. */
  readonly shown: { readonly sheet: string; readonly cell: string }[] = [];
  /** What the pane wrote, each time that it did. */
  readonly written: (readonly Entry[])[] = [];
  refreshed = 0;
  trouble: Trouble;

  constructor(sheets: readonly SheetCells[], trouble: Trouble = {}) {
    this.#sheets = sheets.map(({ name, visibility, cells }) => ({ name, visibility, cells: new Map(cells) }));
    this.trouble = trouble;
  }

  sheetNames(): Promise<readonly string[]> {
    return Promise.resolve(this.#sheets.map(({ name }) => name));
  }

  read(): Promise<WorkbookCells> {
    if (this.trouble.unread === true) {
      this.trouble = {};
      return Promise.reject(failure());
    }
    return Promise.resolve(this.#cells());
  }

  async put(layout: Layout, tell: Progress): Promise<PutResult> {
    if (this.trouble.closed === true) return { kind: "closed" };
    const there = new Set(this.#sheets.map(({ name }) => name));
    const names = layout.sheets.map(({ name }) => name).filter((name) => there.has(name));
    if (names.length > 0) return { kind: "taken", names };
    for (const at of layout.sheets.keys()) {
      tell(at, layout.sheets.length);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (at === 2 && this.trouble.breaksOff === true) {
        this.trouble = {};
        throw failure();
      }
    }
    this.#sheets.push(...sheetsOf(layout).map((sheet) => ({ ...sheet, cells: new Map(sheet.cells) })));
    tell(layout.sheets.length, layout.sheets.length);
    this.#tell({ kind: "sheets", workbook: this.#cells() });
    return { kind: "put" };
  }

  show(sheet: string, cell: string): Promise<ShowResult> {
    if (this.trouble.editing === true) return Promise.reject(failure());
    if (!this.#sheet(sheet)) return Promise.resolve({ kind: "gone" });
    this.shown.push({ sheet, cell });
    return Promise.resolve({ kind: "shown" });
  }

  enter(entries: readonly Entry[]): Promise<EnterResult> {
    if (this.trouble.editing === true) return Promise.resolve({ kind: "refused" });
    if (entries.some(({ sheet }) => !this.#sheet(sheet))) return Promise.resolve({ kind: "gone" });
    this.written.push(entries);
    for (const entry of entries) {
      if ("value" in entry) this.type(entry.sheet, entry.cell, entry.value);
      else this.#write(entry.sheet, entry.cell, { value: null, formula: entry.formula });
    }
    return Promise.resolve({ kind: "entered" });
  }

  watch(listener: (change: Change) => void): Promise<() => Promise<void>> {
    this.#listeners.add(listener);
    return Promise.resolve(() => {
      this.#listeners.delete(listener);
      return Promise.resolve();
    });
  }

  refresh(): Promise<void> {
    this.refreshed += 1;
    this.#tell({ kind: "sheets", workbook: this.#cells() });
    return Promise.resolve();
  }

  /** What a person types into a cell. */
  type(sheet: string, cell: string, value: RawValue): void {
    this.#write(sheet, cell, value === null ? null : { value, formula: null });
  }

  #write(sheet: string, cell: string, holds: Cell | null): void {
    const cells = this.#sheet(sheet)?.cells;
    const address = parseAddress(cell);
    if (!cells || !address) throw new Error(`type: there is no ${sheet} ${cell}`);
    if (holds === null) cells.delete(cell);
    else cells.set(cell, holds);
    const { row, column } = address;
    const area = { top: row, left: column, bottom: row, right: column };
    const now: ReadonlyMap<string, Cell> =
      holds === null ? new Map() : new Map([[formatRectangle(area), holds]]);
    this.#tell({ kind: "cells", sheet, area, cells: now });
  }

  /** What a person fills in at once, told as one change of everything. */
  fill(entries: readonly ValueEntry[]): void {
    for (const { sheet, cell, value } of entries)
      this.#sheet(sheet)?.cells.set(cell, { value, formula: null });
    this.#tell({ kind: "sheets", workbook: this.#cells() });
  }

  /** What stands in a cell. */
  valueIn(sheet: string, cell: string): RawValue {
    return this.#sheet(sheet)?.cells.get(cell)?.value ?? null;
  }

  /** Takes a sheet out, as a person may. */
  remove(sheet: string): void {
    const at = this.#sheets.findIndex(({ name }) => name === sheet);
    if (at >= 0) this.#sheets.splice(at, 1);
    this.#tell({ kind: "sheets", workbook: this.#cells() });
  }

  #sheet(name: string) {
    return this.#sheets.find((sheet) => sheet.name === name);
  }

  #cells(): WorkbookCells {
    const sheets = this.#sheets.map(({ name, visibility, cells }) => ({
      name,
      visibility,
      cells: new Map(cells),
    }));
    return { sheets, date1904: false, modified: null };
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** As Excel's own errors look. */
function failure(): Error {
  return Object.assign(new Error("1,234 stands in G10"), { name: "RichApi.Error", code: "GeneralException" });
}
