import { LAST_COLUMN, LAST_ROW, type RawValue, type Rectangle } from "../../../src/cells";
import { evaluate, type Area } from "../../../src/formula";
import { invalidArgument } from "../protocol/errors";
import { areaInRow, areaMoved, readFormula, type ReadFormula, type SheetReference } from "./formula-text";
import { Listeners } from "./listeners";
import type { Sheet } from "./sheet";

/** What calculation has to know of the workbook. */
export interface CalculatedBook {
  sheetNamed(name: string): Sheet | undefined;
  /** The formula of a defined name, for whoever writes on this sheet. */
  formulaOfName(name: string, sheet: Sheet): string | undefined;
}

const NO_REFERENCE: Area = { rows: [[{ error: "#REF!" }]] };
const NO_NAME: Area = { rows: [[{ error: "#NAME?" }]] };

/** A formula in its cell, with its result as far as that is known. */
export class Formula {
  result: RawValue = null;
  state: "old" | "underWay" | "right" = "old";
  /** Whether its result is what a file says, for good. */
  isKept = false;

  constructor(
    readonly text: string,
    readonly sheet: Sheet,
    readonly row: number,
    readonly column: number,
    readonly read: ReadFormula,
  ) {}

  keep(result: RawValue): void {
    this.result = result;
    this.state = "right";
    this.isKept = true;
  }
}

/** Works out formulas when they are looked at, and knows which are out of date once a cell changed. */
export class Calculation {
  private listeners = new Map<Sheet, Listeners<Formula>>();
  private readonly stale = new Set<Sheet>();
  /** Cells that changed while calculation was set to manual. */
  private waiting: (readonly [sheet: Sheet, row: number, column: number])[] = [];
  private isManual = false;
  /** Formulas of conditional formats and limits, which are asked for cell by cell. */
  private readonly readBefore = new Map<string, ReadFormula>();

  constructor(private readonly book: CalculatedBook) {}

  /** Reads the formula for this cell, refusing what Excel refuses; it counts only once it is put there. */
  formula(text: string, sheet: Sheet, row: number, column: number): Formula {
    const read = readFormula(text, row);
    for (const reference of read.references)
      if (reference.kind === "cells" && reference.sheet !== null && !this.book.sheetNamed(reference.sheet))
        throw invalidArgument(`${text}: there is no sheet ${reference.sheet}.`);
    return new Formula(text, sheet, row, column, read);
  }

  /** A formula that a file holds and this host can't work out: it stays as it is, with the result that the file has. */
  unread(text: string, result: RawValue, sheet: Sheet, row: number, column: number): Formula {
    const formula = new Formula(text, sheet, row, column, {
      expression: { kind: "truth", value: false },
      references: [],
      row,
    });
    formula.keep(result);
    return formula;
  }

  add(formula: Formula): void {
    if (formula.isKept) return;
    this.eachArea(formula, (sheet, area) => this.of(sheet).add(area, formula));
    formula.state = "old";
    this.stale.add(formula.sheet);
  }

  remove(formula: Formula): void {
    this.eachArea(formula, (sheet, area) => this.of(sheet).remove(area, formula));
  }

  /** After sheets, names or places changed: everything is read and worked out anew. */
  rebuild(formulas: Iterable<Formula>): void {
    this.listeners = new Map();
    for (const formula of formulas) this.add(formula);
  }

  /** A cell changed: whatever depends on it is out of date. */
  changed(sheet: Sheet, row: number, column: number): void {
    if (this.isManual) {
      this.waiting.push([sheet, row, column]);
      return;
    }
    const concerned: (readonly [Sheet, number, number])[] = [[sheet, row, column]];
    for (let place = concerned.pop(); place; place = concerned.pop()) {
      const [of, atRow, atColumn] = place;
      for (const formula of this.listeners.get(of)?.to(atRow, atColumn) ?? []) {
        if (formula.state === "old") continue;
        formula.state = "old";
        this.stale.add(formula.sheet);
        concerned.push([formula.sheet, formula.row, formula.column]);
      }
    }
  }

  setManual(manual: boolean): void {
    this.isManual = manual;
    if (!manual) this.calculate();
  }

  /** Lets what was written while calculation was manual count. */
  calculate(): void {
    const before = this.isManual;
    this.isManual = false;
    const { waiting } = this;
    this.waiting = [];
    for (const [sheet, row, column] of waiting) this.changed(sheet, row, column);
    this.isManual = before;
  }

  /** The sheets on which results went out of date since this was last asked. */
  takeStale(): readonly Sheet[] {
    const sheets = [...this.stale];
    this.stale.clear();
    return sheets;
  }

  resultOf(formula: Formula): RawValue {
    if (formula.state === "right") return formula.result;
    // Excel shows 0 for a formula that needs itself.
    if (formula.state === "underWay") return 0;
    formula.state = "underWay";
    const { read, row } = formula;
    formula.result =
      evaluate(read.expression, (reference) =>
        this.cells(reference, formula.sheet, (cells) => areaInRow(cells, read.row, row)),
      ) ?? 0;
    formula.state = "right";
    return formula.result;
  }

  /** What a formula gives that was written for one cell and is asked for another so many rows and columns on, as in a conditional format. */
  worth(text: string, sheet: Sheet, row: number, rows: number, columns: number): RawValue {
    const known = `${row} ${text}`;
    const read = this.readBefore.get(known) ?? readFormula(text, row);
    this.readBefore.set(known, read);
    return evaluate(read.expression, (reference) =>
      this.cells(reference, sheet, (cells) => {
        const area = areaInRow(cells, read.row, row);
        return areaMoved({ ...cells, area }, rows, columns);
      }),
    );
  }

  private cells(
    reference: SheetReference,
    own: Sheet,
    place: (cells: SheetReference & { readonly kind: "cells" }) => Rectangle,
  ): Area {
    if (reference.kind === "gone") return NO_REFERENCE;
    if (reference.kind === "name") {
      const formula = this.book.formulaOfName(reference.name, own);
      if (formula === undefined) return NO_NAME;
      const { expression } = readFormula(formula, 1);
      if (expression.kind === "reference") return this.cells(expression.to, own, ({ area }) => area);
      return { rows: [[evaluate(expression, (inner) => this.cells(inner, own, ({ area }) => area))]] };
    }
    const sheet = reference.sheet === null ? own : this.book.sheetNamed(reference.sheet);
    return sheet ? valuesOf(sheet, place(reference)) : NO_REFERENCE;
  }

  private of(sheet: Sheet): Listeners<Formula> {
    const listeners = this.listeners.get(sheet) ?? new Listeners<Formula>();
    this.listeners.set(sheet, listeners);
    return listeners;
  }

  private eachArea(formula: Formula, use: (sheet: Sheet, area: Rectangle) => void): void {
    for (const reference of formula.read.references) this.areasOf(reference, formula, use);
  }

  private areasOf(
    reference: SheetReference,
    { sheet, read, row }: Formula,
    use: (sheet: Sheet, area: Rectangle) => void,
  ): void {
    if (reference.kind === "gone") return;
    if (reference.kind === "cells") {
      const of = reference.sheet === null ? sheet : this.book.sheetNamed(reference.sheet);
      if (of) use(of, areaInRow(reference, read.row, row));
      return;
    }
    const formula = this.book.formulaOfName(reference.name, sheet);
    for (const inner of formula === undefined ? [] : readFormula(formula, 1).references)
      if (inner.kind === "cells") {
        const of = inner.sheet === null ? sheet : this.book.sheetNamed(inner.sheet);
        if (of) use(of, inner.area);
      }
  }
}

/** The values of an area, no further down or to the right than the sheet goes where the area is whole columns or rows. */
function valuesOf(sheet: Sheet, area: Rectangle): Area {
  if (area.top === area.bottom && area.left === area.right)
    return { rows: [[sheet.value(area.top, area.left)]] };
  const used = sheet.used();
  const bottom = area.bottom === LAST_ROW ? Math.max(used?.bottom ?? 1, area.top) : area.bottom;
  const right = area.right === LAST_COLUMN ? Math.max(used?.right ?? 1, area.left) : area.right;
  const rows: RawValue[][] = [];
  for (let row = area.top; row <= bottom; row += 1) {
    const values: RawValue[] = [];
    for (let column = area.left; column <= right; column += 1) values.push(sheet.value(row, column));
    rows.push(values);
  }
  return { rows };
}
