import {
  formatAddress,
  formatRectangle,
  parseAddress,
  rectangles,
  type RawValue,
  type Rectangle,
} from "../cells";

import type { LayoutChart } from "./chart";
import type {
  ConditionalFormat,
  LayoutCell,
  LayoutColumn,
  LayoutRow,
  LayoutSheet,
  Validation,
} from "./layout";
import type { NumberFormat, StyleRole } from "./look";
import { lifted } from "./lifted";
import { anchored } from "./row-wise";

/** What goes into one cell of a draft. */
export interface DraftCell {
  readonly value?: RawValue;
  readonly formula?: string;
  readonly role: StyleRole;
  readonly format?: NumberFormat;
}

/** Excel's bounds for one formula. */
const LONGEST_FORMULA = 8_192;
const DEEPEST_NESTING = 64;
const LONGEST_TEXT_IN_FORMULA = 255;

const USUAL_ROW = 15;
const HIDDEN_WIDTH = 6;

/** A sheet while it is being drawn up. What Excel would refuse is refused here, with the cell. */
export class SheetDraft {
  readonly #cells = new Map<string, LayoutCell>();
  readonly #merges: Rectangle[] = [];
  readonly #rows = new Map<number, LayoutRow>();
  readonly #columns: LayoutColumn[] = [];
  readonly #validations: Validation[] = [];
  readonly #conditional: ConditionalFormat[] = [];
  readonly #breaks: number[] = [];
  readonly #charts: LayoutChart[] = [];

  /** With `anchors`, a formula's references to other rows and sheets are fixed with a $. */
  constructor(
    readonly name: string,
    readonly anchors: boolean = false,
  ) {}

  set(row: number, column: number, cell: DraftCell): void {
    const address = formatAddress({ row, column });
    const formula =
      cell.formula !== undefined && this.anchors ? anchored(cell.formula, row) : (cell.formula ?? null);
    if (formula !== null) refuseWhatExcelRefuses(formula, `${this.name}!${address}`);
    this.#cells.set(address, {
      value: cell.value ?? null,
      formula,
      role: cell.role,
      format: cell.format ?? "general",
    });
  }

  /** Gives cells their look without putting anything in them. */
  fill(area: Rectangle, role: StyleRole): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (!this.#cells.has(formatAddress({ row, column }))) this.set(row, column, { role });
      }
    }
  }

  /** One cell made of several; the look goes over all of them. */
  merged(area: Rectangle, cell: DraftCell): void {
    this.set(area.top, area.left, cell);
    this.merge(area);
  }

  /** The same of cells of which the first is drawn already. */
  merge(area: Rectangle): void {
    const first = this.#cells.get(formatAddress({ row: area.top, column: area.left }));
    if (first) this.fill(area, first.role);
    if (area.top !== area.bottom || area.left !== area.right) this.#merges.push(area);
  }

  row(row: number, is: Partial<LayoutRow>): void {
    this.#rows.set(row, { height: null, hidden: false, ...this.#rows.get(row), ...is });
  }

  column(column: number, is: LayoutColumn): void {
    while (this.#columns.length < column) this.#columns.push({ width: 9, hidden: false });
    this.#columns[column - 1] = is;
  }

  width(column: number): number {
    return this.#columns[column - 1]?.width ?? 9;
  }

  isHidden(column: number): boolean {
    return this.#columns[column - 1]?.hidden ?? false;
  }

  /** In points; a row without a height of its own has the usual one. */
  heightOf(row: number): number {
    const known = this.#rows.get(row);
    return known?.hidden ? 0 : (known?.height ?? USUAL_ROW);
  }

  widthOf(area: Rectangle): number {
    let width = 0;
    for (let column = area.left; column <= area.right; column += 1) width += this.width(column);
    return width;
  }

  validate(validation: Validation): void {
    this.#validations.push(validation);
  }

  mark(area: Rectangle, formula: string, look: ConditionalFormat["look"]): void {
    refuseWhatExcelRefuses(formula, `${this.name}!${formatRectangle(area)}`);
    this.#conditional.push({ range: formatRectangle(area), formula, look });
  }

  /** Writes formulas of these columns that differ in a word alone as one formula; hidden cells from this column on hold the words. */
  lift(columns: (column: number) => boolean, firstColumn: number): void {
    const { cells, nextColumn } = lifted(this.#cells, columns, firstColumn);
    for (const [address, cell] of cells) this.#cells.set(address, cell);
    for (let column = firstColumn; column < nextColumn; column += 1)
      this.column(column, { width: HIDDEN_WIDTH, hidden: true });
  }

  breakBefore(row: number): void {
    this.#breaks.push(row);
  }

  /** The cells under its area are best left empty. */
  chart(chart: LayoutChart): void {
    this.#charts.push(chart);
  }

  /** Validations that are alike but for their place are made one. */
  sheet(
    rest: Pick<LayoutSheet, "portrait" | "freeze" | "protected" | "titleRows" | "footer"> &
      Partial<LayoutSheet>,
  ): LayoutSheet {
    return {
      name: this.name,
      visibility: "visible",
      columns: this.#columns,
      rows: this.#rows,
      cells: this.#cells,
      merges: this.#merges,
      validations: together(this.#validations),
      conditional: this.#conditional,
      pageBreaks: this.#breaks,
      charts: this.#charts,
      filter: null,
      takesRows: false,
      pagesAcross: 1,
      pagesDown: null,
      titleColumns: null,
      columnBreaks: [],
      scale: null,
      ...rest,
    };
  }
}

/** Validations that are alike but for their place as one, over as few ranges as may be. */
function together(validations: readonly Validation[]): readonly Validation[] {
  const alike = new Map<string, Validation[]>();
  for (const one of validations) {
    const key = JSON.stringify({ ...one, range: "" });
    const known = alike.get(key);
    if (known) known.push(one);
    else alike.set(key, [one]);
  }
  return [...alike.values()].flatMap((ones) => {
    const [first] = ones;
    if (!first) return [];
    const cells = ones.flatMap(({ range }) => parseAddress(range) ?? []);
    if (cells.length < ones.length) return ones;
    return rectangles(cells).map((area) => ({ ...first, range: formatRectangle(area) }));
  });
}

function refuseWhatExcelRefuses(formula: string, where: string): void {
  if (formula.length > LONGEST_FORMULA) {
    throw new Error(`${where}: a formula of ${formula.length} characters; Excel takes ${LONGEST_FORMULA}`);
  }
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (const sign of formula) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "(") deepest = Math.max(deepest, (depth += 1));
    else if (!quoted && sign === ")") depth -= 1;
  }
  if (deepest > DEEPEST_NESTING)
    throw new Error(`${where}: a formula nested ${deepest} deep; Excel takes ${DEEPEST_NESTING}`);
  for (const [, text = ""] of formula.matchAll(/"((?:[^"]|"")*)"/g)) {
    const length = text.replaceAll('""', '"').length;
    if (length > LONGEST_TEXT_IN_FORMULA) {
      throw new Error(
        `${where}: a text of ${length} characters in a formula; Excel takes ${LONGEST_TEXT_IN_FORMULA}`,
      );
    }
  }
}

/** The height in points that a wrapped text needs in cells of this width (in characters of the usual font). */
export function heightFor(text: string, width: number, size = 10): number {
  const perLine = Math.max(6, Math.floor((width * 10.6) / size));
  const lines = text.split("\n").reduce((sum, line) => sum + linesOf(line, perLine), 0);
  return Math.max(15, Math.ceil(lines * size * 1.275 + 3));
}

/** Lines that a text takes when it is broken between words. */
function linesOf(text: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= perLine) {
      used = needed;
      continue;
    }
    const broken = Math.ceil(word.length / perLine);
    lines += used === 0 ? broken - 1 : broken;
    used = word.length - (broken - 1) * perLine;
  }
  return lines;
}
