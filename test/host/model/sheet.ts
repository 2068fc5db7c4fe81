import { LAST_COLUMN, LAST_ROW, type RawValue, type Rectangle } from "../../../src/cells";
import { bounding, cellCount, holds, intersection } from "./area";
import type { Calculation, Formula } from "./calculation";
import { cellKey, columnOf, rowOf } from "./cell-key";
import type { ConditionalFormat } from "./conditional";
import { formatWith, USUAL_FORMAT, type Format } from "./format";
import { Lines } from "./lines";
import { USUAL_PAGE, type PageLayout } from "./page-layout";
import type { Protection } from "./protection";
import { Validations } from "./validation";
import type { Wire } from "../protocol/wire";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** What stands in a cell and how it looks. */
export interface Cell {
  readonly value: RawValue;
  readonly formula: Formula | null;
  readonly format: Format;
}

/** Points of a column and a row of a new sheet. */
const USUAL_WIDTH = 48;
const USUAL_HEIGHT = 15;

/** One sheet of the simulated workbook. Only what differs from an empty sheet is kept. */
export class Sheet {
  cells = new Map<number, Cell>();
  columns = new Lines(USUAL_WIDTH);
  rows = new Lines(USUAL_HEIGHT);
  /** The format of cells in no row or column that has one. */
  usualFormat: Format = USUAL_FORMAT;
  visibility: Visibility = "Visible";
  tabColour = "";
  showsGridlines = true;
  showsHeadings = true;
  validations = new Validations();
  conditional: readonly ConditionalFormat[] = [];
  merges: readonly Rectangle[] = [];
  protection: Protection | null = null;
  freeze: { readonly rows: number; readonly columns: number } | null = null;
  page: PageLayout = USUAL_PAGE;
  rowBreaks: readonly number[] = [];
  columnBreaks: readonly number[] = [];
  filter: Rectangle | null = null;
  /** Charts and shapes are only counted. */
  charts = 0;
  shapes = 0;
  selection: Rectangle = { top: 1, left: 1, bottom: 1, right: 1 };
  readonly customProperties = new Map<string, Wire>();
  private usedArea: Rectangle | null | undefined;

  constructor(
    readonly id: string,
    public name: string,
    private readonly calculation: Calculation,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  value(row: number, column: number): RawValue {
    const cell = this.cell(row, column);
    if (!cell) return null;
    return cell.formula ? this.calculation.resultOf(cell.formula) : cell.value;
  }

  format(row: number, column: number): Format {
    return (
      this.cell(row, column)?.format ??
      this.rows.format(row) ??
      this.columns.format(column) ??
      this.usualFormat
    );
  }

  /** Puts a value or a formula, as a text or read for this cell, into a cell, whose look stays. */
  put(row: number, column: number, value: RawValue, formula: string | Formula | null, format?: Format): void {
    const key = cellKey(row, column);
    const before = this.cells.get(key);
    const now = typeof formula === "string" ? this.calculation.formula(formula, this, row, column) : formula;
    if (before?.formula) this.calculation.remove(before.formula);
    const look = format ?? before?.format ?? this.format(row, column);
    this.store(key, { value: now ? null : value, formula: now, format: look });
    if (now) this.calculation.add(now);
    this.calculation.changed(this, row, column);
  }

  /** Puts a cell back as it was. */
  restore(row: number, column: number, cell: Cell | undefined): void {
    const key = cellKey(row, column);
    const before = this.cells.get(key);
    if (before?.formula) this.calculation.remove(before.formula);
    if (cell) this.cells.set(key, cell);
    else this.cells.delete(key);
    this.usedArea = undefined;
    if (cell?.formula) this.calculation.add(cell.formula);
    this.calculation.changed(this, row, column);
  }

  private store(key: number, cell: Cell): void {
    const isNothing = cell.value === null && !cell.formula;
    if (isNothing && cell.format === this.formatBelow(rowOf(key), columnOf(key))) this.cells.delete(key);
    else this.cells.set(key, cell);
    this.usedArea = undefined;
  }

  private formatBelow(row: number, column: number): Format {
    return this.rows.format(row) ?? this.columns.format(column) ?? this.usualFormat;
  }

  /** Changes how these cells look; whole rows and columns, and the whole sheet, get a format of their own. */
  changeFormat(area: Rectangle, change: Partial<Format>): void {
    const isRows = area.left === 1 && area.right === LAST_COLUMN;
    const isColumns = area.top === 1 && area.bottom === LAST_ROW;
    if (isRows && isColumns) this.usualFormat = formatWith(this.usualFormat, change);
    if (isColumns) {
      for (const [row, format] of this.rows.formatted())
        if (isRows) this.rows.setFormat(row, formatWith(format, change));
        // Where a formatted row crosses, the cell gets both.
        else
          for (let column = area.left; column <= area.right; column += 1)
            this.changeCell(row, column, change);
      if (isRows)
        for (const [column, format] of this.columns.formatted())
          this.columns.setFormat(column, formatWith(format, change));
      else
        for (let column = area.left; column <= area.right; column += 1)
          this.columns.setFormat(column, formatWith(this.columns.format(column) ?? this.usualFormat, change));
    } else if (isRows) {
      for (const column of this.columns.formatted().keys())
        for (let row = area.top; row <= area.bottom; row += 1) this.changeCell(row, column, change);
      for (let row = area.top; row <= area.bottom; row += 1)
        this.rows.setFormat(row, formatWith(this.rows.format(row) ?? this.usualFormat, change));
    }
    if (isRows || isColumns) {
      for (const [key, cell] of this.cells)
        if (holds(area, rowOf(key), columnOf(key)))
          this.cells.set(key, { ...cell, format: formatWith(cell.format, change) });
    } else {
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1) this.changeCell(row, column, change);
    }
    this.usedArea = undefined;
  }

  /** Makes a cell look as one that nobody touched. */
  resetFormat(row: number, column: number): void {
    const key = cellKey(row, column);
    const before = this.cells.get(key);
    if (before) this.store(key, { ...before, format: USUAL_FORMAT });
  }

  private changeCell(row: number, column: number, change: Partial<Format>): void {
    const key = cellKey(row, column);
    const before = this.cells.get(key);
    const format = formatWith(before?.format ?? this.formatBelow(row, column), change);
    this.cells.set(key, { value: before?.value ?? null, formula: before?.formula ?? null, format });
  }

  /** Every cell of an area that differs from an empty one. */
  *cellsIn(area: Rectangle): Generator<readonly [row: number, column: number, cell: Cell]> {
    if (cellCount(area) > this.cells.size) {
      for (const [key, cell] of this.cells) {
        const [row, column] = [rowOf(key), columnOf(key)];
        if (holds(area, row, column)) yield [row, column, cell];
      }
      return;
    }
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = this.cell(row, column);
        if (cell) yield [row, column, cell];
      }
  }

  /** The area of all cells that hold something or look different; null on an empty sheet. */
  used(): Rectangle | null {
    if (this.usedArea !== undefined) return this.usedArea;
    this.usedArea = this.extent(() => true);
    return this.usedArea;
  }

  /** The area of all cells of this one that hold something. */
  usedWithValues(): Rectangle | null {
    return this.extent((cell) => cell.value !== null || cell.formula !== null);
  }

  private extent(counts: (cell: Cell) => boolean): Rectangle | null {
    let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
    for (const [key, cell] of this.cells) {
      if (!counts(cell)) continue;
      const [row, column] = [rowOf(key), columnOf(key)];
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    return bottom === 0 ? null : { top, left, bottom, right };
  }

  /** The merged area that this cell is in. */
  mergeAt(row: number, column: number): Rectangle | undefined {
    return this.merges.find((area) => holds(area, row, column));
  }

  /** The area with every merged one that it touches, as selecting it would take. */
  withMerges(area: Rectangle): Rectangle {
    return this.merges.reduce((all, merge) => (intersection(all, merge) ? bounding(all, merge) : all), area);
  }

  isLocked(row: number, column: number): boolean {
    return this.format(row, column).locked;
  }

  /** Is there a locked cell in this area? Rows and columns in which no cell stands are looked at too. */
  hasLocked(area: Rectangle): boolean {
    if (cellCount(area) <= 100_000) {
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1)
          if (this.isLocked(row, column)) return true;
      return false;
    }
    // So large an area has cells that nobody touched.
    for (let column = area.left; column <= area.right; column += 1)
      if (this.columns.format(column)?.locked ?? this.usualFormat.locked) return true;
    for (const [, , cell] of this.cellsIn(area)) if (cell.format.locked) return true;
    return false;
  }

  formulas(): readonly Formula[] {
    return [...this.cells.values()].flatMap(({ formula }) => formula ?? []);
  }

  /** To be called by whoever changed `cells` as a whole. */
  cellsMoved(): void {
    this.usedArea = undefined;
  }
}
