import { formatAddress, type Address, type Rectangle } from "../../src/cells";

import { cellAt, span, type Grid } from "./grid";
import type { Model } from "./model";
import type { Start } from "./start";

const NAMES = ["Spend", "Sheet1", "Old figures", "Plan 07-08", "IM&T spend (2)", "Copy of Cover", "Ours"];

/** A workbook in the middle of a sequence, one of its sheets in front, and the dice. */
export class Scene {
  readonly grid: Grid;
  /** Rows of lines, and such as were inserted among them: none of their cells is merged. */
  readonly lines: readonly number[];
  readonly valueColumns: readonly number[];

  constructor(
    readonly start: Start,
    readonly model: Model,
    readonly random: () => number,
    grid?: Grid,
  ) {
    this.grid = grid ?? this.pick(this.busySheets()) ?? { name: "", hidden: false, columns: [], rows: [] };
    const rows = this.grid.rows.flatMap(({ identity }, at) =>
      identity !== null && start.labels.has(identity) ? [at + 1] : [],
    );
    const [first = 1, last = 0] = [rows[0], rows.at(-1)];
    this.lines = span(first, last).filter((row) => {
      const { identity = null } = this.grid.rows[row - 1] ?? {};
      return identity === null || start.labels.has(identity);
    });
    const columns = new Set(start.tracked.map(({ column }) => column));
    this.valueColumns = this.grid.columns.flatMap((column, at) =>
      column !== null && columns.has(column) ? [at + 1] : [],
    );
  }

  readonly between = (least: number, most: number): number =>
    least + Math.floor(this.random() * (most - least + 1));
  readonly chance = (share: number): boolean => this.random() < share;
  readonly pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(this.random() * from.length)];

  get shown(): number {
    return this.model.sheets.length - this.hidden.length;
  }

  get hidden(): readonly Grid[] {
    return this.model.sheets.filter(({ hidden }) => hidden);
  }

  get sheetCount(): number {
    return this.model.sheets.length;
  }

  anySheetPlace(): number {
    return this.between(0, this.sheetCount);
  }

  /** Another sheet of the workbook with its lines; null where there is none. */
  elsewhere(): Scene | null {
    const grid = this.pick(this.busySheets());
    return grid && grid !== this.grid ? new Scene(this.start, this.model, this.random, grid) : null;
  }

  /** Mostly a line, now and then any row at all. */
  anyRow(): number {
    return (this.chance(0.7) ? this.pick(this.lines) : undefined) ?? this.between(1, this.grid.rows.length);
  }

  anyColumn(): number {
    const values = this.chance(0.75) ? this.pick(this.valueColumns) : undefined;
    return values ?? this.between(1, Math.max(...this.valueColumns, 4) + 1);
  }

  /** A few cells of the lines, side by side. */
  part(): Rectangle | null {
    const [top, left] = [this.pick(this.lines), this.pick(this.valueColumns)];
    if (top === undefined || left === undefined) return null;
    const bottom = top + this.between(0, 3);
    const right = Math.min(left + this.between(0, 3), Math.max(...this.valueColumns));
    return this.areLines(top, bottom) ? { top, left, bottom, right } : null;
  }

  /** Where a part may be pasted on this sheet: half of the time in the same columns. */
  placeFor(part: Rectangle | null): Address | null {
    const [row, column] = [this.pick(this.lines), this.pick(this.valueColumns)];
    if (!part || row === undefined || column === undefined) return null;
    const to = { row, column: this.chance(0.5) ? part.left : column };
    const fits = to.column + part.right - part.left <= Math.max(...this.valueColumns);
    const here = to.row === part.top && to.column === part.left;
    return fits && !here && this.areLines(row, row + part.bottom - part.top) ? to : null;
  }

  /** Where a column of the first workbook stands now; null where it is gone. */
  columnOf(first: number): number | null {
    const at = this.grid.columns.findIndex((column) => column?.endsWith(`:${first}`));
    return at < 0 ? null : at + 1;
  }

  /** The cell of a row in one of those columns. */
  cellBeside(row: number, first: number): string | null {
    const column = this.columnOf(first);
    return column === null ? null : formatAddress({ row, column });
  }

  /** A cell in which the hidden row above a block names it or one of its columns. */
  columnKey(): string | null {
    const keyRows = new Set(this.start.tracked.map(({ keyRow }) => keyRow));
    const cells = this.grid.rows.flatMap(({ identity, cells: row }, at) =>
      identity !== null && keyRows.has(identity)
        ? row.flatMap(({ held }, column) =>
            held ? [formatAddress({ row: at + 1, column: column + 1 })] : [],
          )
        : [],
    );
    return this.pick(cells) ?? null;
  }

  /** The lines around this one without a break; from the hidden row with the columns' keys on, where no merged row is between. */
  blockRows(line: number, withKeys: boolean): Pick<Rectangle, "top" | "bottom"> | null {
    let [top, bottom] = [line, line];
    while (this.lines.includes(top - 1)) top -= 1;
    while (this.lines.includes(bottom + 1)) bottom += 1;
    const keyRows = new Set(this.start.tracked.map(({ keyRow }) => keyRow));
    const above = this.grid.rows[top - 3]?.identity ?? null;
    const heads = withKeys && above !== null && keyRows.has(above);
    return bottom > line || top < line ? { top: heads ? top - 2 : top, bottom } : null;
  }

  /** The cell of an entered field, often of one that stands twice; null where keyboard entries turn into shares. */
  entryCell(): string | null {
    const here = new Set(this.grid.rows.map(({ identity }) => identity));
    const fields = this.start.tracked.filter(
      ({ field, row }) => field.source.kind === "entered" && here.has(row),
    );
    const twins = fields.filter(({ row }) => this.isTwin(row));
    const field = this.pick(twins.length > 0 && this.chance(0.6) ? twins : fields);
    const rows = this.grid.rows.flatMap(({ identity }, at) => (identity === field?.row ? [at + 1] : []));
    const [row, column] = [this.pick(rows), this.grid.columns.findIndex((one) => one === field?.column) + 1];
    if (field === undefined || row === undefined || column === 0) return null;
    return cellAt(this.grid, row, column).format === "percent" ? null : formatAddress({ row, column });
  }

  /** Something that people type where a figure is wanted. */
  keyboard(): string {
    const number = this.between(4_001, 5_999);
    const typed = [
      `${number}`,
      `${number}`,
      `-${number}`,
      `${Math.floor(number / 1000)},${String(number % 1000).padStart(3, "0")}`,
      `£1,${number % 1000 < 100 ? 250 : number % 1000}`,
      `${number}.5`,
      `${number % 100}%`,
      `=${number}+1`,
      `${number % 100} k`,
      "n/a",
      `see note ${number}`,
    ];
    return this.pick(typed) ?? "";
  }

  /** A name that no sheet has; it may be one that a sheet had. */
  freshName(): string {
    const known = new Set(this.model.sheets.map(({ name }) => name.toLowerCase()));
    const names = [...NAMES, ...this.start.model.sheets.map(({ name }) => name)];
    const free = names.filter((name) => !known.has(name.toLowerCase()));
    return this.pick(free) ?? `Sheet ${this.sheetCount + 10}`;
  }

  /** True where a row of the first workbook stands in this one more than once. */
  private isTwin(row: string): boolean {
    const rows = this.model.sheets.flatMap((grid) => grid.rows);
    return rows.filter(({ identity }) => identity === row).length > 1;
  }

  private areLines(top: number, bottom: number): boolean {
    return span(top, bottom).every((row) => this.lines.includes(row));
  }

  /** Sheets in sight of which some lines are left; that of the spend more often than the others, because most stands there. */
  private busySheets(): readonly Grid[] {
    return this.model.sheets.flatMap((grid) => {
      const lines = grid.rows.filter(
        ({ identity }) => identity !== null && this.start.labels.has(identity),
      ).length;
      return lines === 0 || grid.hidden ? [] : Array.from({ length: lines > 20 ? 3 : 1 }, () => grid);
    });
  }
}
