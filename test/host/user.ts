import type { RawValue, Rectangle } from "../../src/cells";
import type { ExcelHost } from "./excel-host";
import {
  areaOf,
  formatArea,
  intersection,
  isSame,
  isWholeColumns,
  isWholeRows,
  parseArea,
  splitSheet,
  WHOLE_SHEET,
} from "./model/area";
import { isAllowed } from "./model/allowed";
import type { Author } from "./model/changes";
import { empty, enter, type Entry } from "./model/enter";
import type { Shift } from "./model/shift";
import { shiftOf } from "./model/shift";
import type { Sheet, Visibility } from "./model/sheet";
import { snapshot } from "./model/snapshot";
import { deleteSheet, renameSheet } from "./model/structure";
import { typed } from "./model/typed";
import type { Validation } from "./model/validation";
import { moveCells } from "./objects/shift-cells";
import { HostError } from "./protocol/errors";

/** What came of something that somebody tried to do: Excel may say no, in a box that is closed again. */
export type Outcome =
  { readonly kind: "done" } | { readonly kind: "refused"; readonly title: string; readonly message: string };

const DONE: Outcome = { kind: "done" };
const LOCKED: Outcome = {
  kind: "refused",
  title: "Microsoft Excel",
  message: "The cell or chart you're trying to change is on a protected sheet.",
};

/**
 * Somebody in front of the workbook. Places are written as "Sheet!B4" or "Sheet!B4:C9", quotes around the sheet may be left out. Every
 * doing raises the events that Excel raises, and ends when the add-in has answered to them.
 */
export class Person {
  constructor(
    private readonly excel: ExcelHost,
    private readonly author: Author,
    private readonly settle: () => Promise<void>,
  ) {}

  /** Types into one cell, as if Enter were pressed after it. Validations that stop are heeded. */
  types(place: string, entry: string | number | boolean): Promise<Outcome> {
    return this.does(() => this.enterOne(place, entry));
  }

  /** Takes a choice from a cell's list. In Excel on the web that may raise no event at all: `unseen` does it so. */
  picks(place: string, choice: string, { unseen = false } = {}): Promise<Outcome> {
    const { runtime } = this.excel.shared;
    return this.does(() => {
      const before = runtime.enableEvents;
      if (unseen) runtime.enableEvents = false;
      try {
        return this.enterOne(place, choice);
      } finally {
        runtime.enableEvents = before;
      }
    });
  }

  /** Pastes values, beginning at the place's first cell: past every validation, but not into locked cells. Null leaves a cell alone. */
  pastes(place: string, matrix: readonly (readonly Entry[])[]): Promise<Outcome> {
    return this.does(() => {
      const { sheet, area } = this.at(place);
      const columns = Math.max(1, ...matrix.map((row) => row.length));
      const target = areaOf(area.top, area.left, Math.max(1, matrix.length), columns);
      if (this.isLocked(sheet, target)) return LOCKED;
      return this.undoable(() =>
        enter(
          this.book,
          sheet,
          target,
          (row, column) => matrix[row - target.top]?.[column - target.left] ?? null,
        ),
      );
    });
  }

  /** Presses Delete: the cells are emptied, and look as before. */
  clears(place: string): Promise<Outcome> {
    return this.does(() => {
      const { sheet, area } = this.at(place);
      if (this.isLocked(sheet, area)) return LOCKED;
      return this.undoable(() => empty(this.book, sheet, area));
    });
  }

  /** Ctrl+Z: false where there is nothing to undo. */
  async undoes(): Promise<boolean> {
    const undone = this.book.as(this.author, () => this.book.undo.undo());
    await this.settle();
    return undone;
  }

  insertsRows(sheet: string, before: number, count = 1): Promise<Outcome> {
    return this.moves(sheet, { ...WHOLE_SHEET, top: before, bottom: before + count - 1 }, "rows", "insert");
  }

  deletesRows(sheet: string, first: number, count = 1): Promise<Outcome> {
    return this.moves(sheet, { ...WHOLE_SHEET, top: first, bottom: first + count - 1 }, "rows", "delete");
  }

  insertsColumns(sheet: string, before: number, count = 1): Promise<Outcome> {
    return this.moves(
      sheet,
      { ...WHOLE_SHEET, left: before, right: before + count - 1 },
      "columns",
      "insert",
    );
  }

  deletesColumns(sheet: string, first: number, count = 1): Promise<Outcome> {
    return this.moves(sheet, { ...WHOLE_SHEET, left: first, right: first + count - 1 }, "columns", "delete");
  }

  /** Puts cells in or takes them out, within their columns (down, up) or rows (right, left). */
  shifts(place: string, direction: "down" | "up" | "right" | "left"): Promise<Outcome> {
    const { sheet, area } = this.at(place);
    const along = direction === "down" || direction === "up" ? "rows" : "columns";
    return this.moves(
      sheet.name,
      area,
      along,
      direction === "down" || direction === "right" ? "insert" : "delete",
    );
  }

  hidesRows(sheet: string, first: number, count = 1, hidden = true): Promise<Outcome> {
    return this.does(() => {
      const found = this.sheet(sheet);
      if (found.protection && !found.protection.options.has("allowFormatRows")) return LOCKED;
      for (let row = first; row < first + count; row += 1) found.rows.setHidden(row, hidden);
      const area = { ...WHOLE_SHEET, top: first, bottom: first + count - 1 };
      this.book.emit({ kind: "rowsHidden", sheet: found, area, hidden, author: this.author });
      return DONE;
    });
  }

  renamesSheet(sheet: string, name: string): Promise<Outcome> {
    return this.doesForGood(() => renameSheet(this.book, this.sheet(sheet), name));
  }

  addsSheet(name: string): Promise<Outcome> {
    return this.doesForGood(() => void this.book.addSheet(name));
  }

  deletesSheet(sheet: string): Promise<Outcome> {
    return this.doesForGood(() => deleteSheet(this.book, this.sheet(sheet)));
  }

  movesSheet(sheet: string, position: number): Promise<Outcome> {
    return this.doesForGood(() => this.book.move(this.sheet(sheet), position));
  }

  shows(sheet: string, visibility: Visibility): Promise<Outcome> {
    return this.doesForGood(() => this.book.setVisibility(this.sheet(sheet), visibility));
  }

  /** Takes the protection off, or puts it on as a person without a template would. */
  unprotects(sheet: string): Promise<Outcome> {
    return this.doesForGood(() => {
      const found = this.sheet(sheet);
      if (found.protection?.password) throw new HostError("AccessDenied", "The password is not known.");
      found.protection = null;
      this.book.emit({ kind: "protection", sheet: found, author: this.author });
    });
  }

  /** Selects cells, and goes to their sheet where that is another. */
  selects(place: string): Promise<Outcome> {
    return this.does(() => {
      const { sheet, area } = this.at(place);
      this.book.select(sheet, area);
      return DONE;
    });
  }

  activates(sheet: string): Promise<Outcome> {
    return this.does(() => {
      this.book.activate(this.sheet(sheet));
      return DONE;
    });
  }

  private get book() {
    return this.excel.book;
  }

  private enterOne(place: string, entry: string | number | boolean): Outcome {
    const { sheet, area } = this.at(place);
    const merged = sheet.mergeAt(area.top, area.left);
    if (!isSame(area, areaOf(area.top, area.left)) && !(merged && isSame(area, merged)))
      throw new Error(`types: ${place} is not one cell`);
    const one = merged ?? area;
    if (this.isLocked(sheet, one)) return LOCKED;
    const validation = sheet.validations.at(one.top, one.left);
    const isFormula = typeof entry === "string" && entry.startsWith("=");
    if (validation && !isFormula && validation.alert.show && validation.alert.style === "Stop") {
      const value = entry === "" ? null : typed(entry, sheet.format(one.top, one.left).numberFormat).value;
      if (!this.passes(sheet, one, value, validation)) {
        const { title, message } = validation.alert;
        return { kind: "refused", title: title || "Microsoft Excel", message: message || NO_MATCH };
      }
    }
    const isFirst = (row: number, column: number) => row === one.top && column === one.left;
    return this.undoable(() =>
      enter(this.book, sheet, one, (row, column) => (isFirst(row, column) ? entry : null)),
    );
  }

  /** A formula that looks at the cell itself has to find the new value there. */
  private passes(sheet: Sheet, { top, left }: Rectangle, value: RawValue, validation: Validation): boolean {
    const before = sheet.cell(top, left);
    if (validation.rule?.kind === "custom") sheet.put(top, left, value, null);
    const allowed = isAllowed(this.book, sheet, top, left, value, validation);
    if (validation.rule?.kind === "custom") sheet.restore(top, left, before);
    return allowed;
  }

  private moves(sheet: string, area: Rectangle, along: Shift["along"], how: Shift["how"]): Promise<Outcome> {
    return this.does(() => {
      const found = this.sheet(sheet);
      return this.undoable(() => {
        const restore = snapshot(this.book);
        moveCells(this.excel.shared, found, area, along, how);
        return () => {
          restore();
          const back = shiftOf(area, along, how === "insert" ? "delete" : "insert");
          for (const cells of this.excel.shared.inUse) if (cells.sheet === found) cells.move(back);
          this.book.emit({
            kind: "cells",
            sheet: found,
            area,
            author: this.author,
            shift: back,
            detail: null,
          });
          this.book.emitCalculated();
        };
      });
    });
  }

  private undoable(work: () => () => void): Outcome {
    const back = work();
    // What somebody else does is not the user's to undo.
    if (this.author === "user") this.book.undo.push(back);
    return DONE;
  }

  /** Something that Excel lets nobody undo. */
  private doesForGood(work: () => void): Promise<Outcome> {
    return this.does(() => {
      work();
      this.book.undo.clear();
      return DONE;
    });
  }

  private async does(work: () => Outcome): Promise<Outcome> {
    const outcome = this.book.as(this.author, () => {
      try {
        return work();
      } catch (problem) {
        if (!(problem instanceof HostError) || problem.code === "NotImplemented") throw problem;
        return { kind: "refused", title: "Microsoft Excel", message: problem.message } as const;
      }
    });
    await this.settle();
    return outcome;
  }

  private isLocked(sheet: Sheet, area: Rectangle): boolean {
    if (!sheet.protection) return false;
    if (!isWholeRows(area) && !isWholeColumns(area)) return sheet.hasLocked(area);
    // A whole column is emptied as far as it is used.
    const used = sheet.used();
    return sheet.hasLocked((used && intersection(area, used)) ?? areaOf(area.top, area.left));
  }

  private sheet(name: string): Sheet {
    const sheet = this.book.sheetNamed(name);
    if (!sheet)
      throw new Error(
        `there is no sheet ${name}, only ${this.book.sheets.map((one) => one.name).join(", ")}`,
      );
    return sheet;
  }

  private at(place: string): { readonly sheet: Sheet; readonly area: Rectangle } {
    const { sheet, rest } = splitSheet(place);
    const area = parseArea(rest);
    if (!area)
      throw new Error(`${place} is no place: write "Sheet!B4" or "Sheet!${formatArea(areaOf(4, 2, 2, 2))}"`);
    return { sheet: sheet === null ? this.book.active : this.sheet(sheet), area };
  }
}

const NO_MATCH = "This value doesn't match the data validation restrictions defined for this cell.";
