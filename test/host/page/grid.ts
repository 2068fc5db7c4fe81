import { columnLetters, formatAddress, type Rectangle } from "../../../src/cells";
import { applied } from "../model/applied";
import { holds } from "../model/area";
import { shown } from "../model/number-format";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { DOTS, styleOf } from "./cell-look";

/** As many rows and columns as are drawn at the least, beyond what is used, and at the most. */
const LEAST = { rows: 40, columns: 14 };
const BEYOND = { rows: 5, columns: 2 };
const MOST = { rows: 600, columns: 80 };
const HEAD_WIDTH = 44;
const HEAD_HEIGHT = 20;

/** The active sheet as a table. It is drawn anew whenever something changed. */
export class Grid {
  constructor(
    private readonly place: HTMLElement,
    private readonly book: Workbook,
  ) {}

  draw(): void {
    const sheet = this.book.active;
    const used = sheet.used();
    const count = (last: number, along: "rows" | "columns") =>
      Math.min(MOST[along], Math.max(LEAST[along], last + BEYOND[along]));
    const rows = visible(sheet, "rows", count(used?.bottom ?? 0, "rows"));
    const columns = visible(sheet, "columns", count(used?.right ?? 0, "columns"));
    const table = document.createElement("table");
    table.className = sheet.showsGridlines ? "lines" : "";
    table.append(this.head(sheet, columns), this.body(sheet, rows, columns));
    table.style.width = `${HEAD_WIDTH + columns.reduce((sum, column) => sum + sheet.columns.size(column) * DOTS, 0)}px`;
    this.place.querySelector("table")?.remove();
    this.place.prepend(table);
  }

  /** The cell of the table for a place of the sheet; a merged area is its first cell. */
  cell(row: number, column: number): HTMLElement | null {
    const merge = this.book.active.mergeAt(row, column);
    const address = formatAddress(merge ? { row: merge.top, column: merge.left } : { row, column });
    return this.place.querySelector(`[data-cell="${address}"]`);
  }

  private head(sheet: Sheet, columns: readonly number[]): HTMLElement {
    const head = document.createElement("thead");
    const row = head.insertRow();
    row.append(headCell("", HEAD_WIDTH));
    for (const column of columns) {
      const cell = headCell(columnLetters(column), sheet.columns.size(column) * DOTS);
      const left = frozenLeft(sheet, columns, column);
      if (left !== null) Object.assign(cell.style, { left: `${left}px`, zIndex: "5" });
      row.append(cell);
    }
    return head;
  }

  private body(sheet: Sheet, rows: readonly number[], columns: readonly number[]): HTMLElement {
    const body = document.createElement("tbody");
    let top = HEAD_HEIGHT;
    for (const row of rows) {
      const line = body.insertRow();
      const height = sheet.rows.size(row) * DOTS;
      line.style.height = `${height}px`;
      const head = headCell(String(row), HEAD_WIDTH);
      line.append(head);
      const isFrozen = sheet.freeze !== null && row <= sheet.freeze.rows;
      if (isFrozen) Object.assign(head.style, { top: `${top}px`, zIndex: "4" });
      for (const column of columns) {
        const cell = this.cellOf(sheet, row, column, rows, columns);
        if (!cell) continue;
        const left = frozenLeft(sheet, columns, column);
        if (isFrozen || left !== null) {
          Object.assign(cell.style, { position: "sticky", zIndex: isFrozen && left !== null ? "3" : "1" });
          if (isFrozen) cell.style.top = `${top}px`;
          if (left !== null) cell.style.left = `${left}px`;
          // What scrolls behind must not show through.
          if (cell.style.backgroundColor === "") cell.style.backgroundColor = "#fff";
        }
        line.append(cell);
      }
      if (isFrozen) top += height;
    }
    return body;
  }

  private cellOf(
    sheet: Sheet,
    row: number,
    column: number,
    rows: readonly number[],
    columns: readonly number[],
  ): HTMLElement | null {
    const merge = sheet.mergeAt(row, column);
    if (merge && (row !== merge.top || column !== merge.left)) return null;
    const cell = document.createElement("td");
    cell.dataset["cell"] = formatAddress({ row, column });
    const value = sheet.value(row, column);
    const format = sheet.format(row, column);
    cell.style.cssText = styleOf(value, format, applied(this.book, sheet, row, column));
    cell.textContent = shown(value, format.numberFormat);
    if (merge) {
      cell.rowSpan = rows.filter((one) => one >= merge.top && one <= merge.bottom).length;
      cell.colSpan = columns.filter((one) => one >= merge.left && one <= merge.right).length;
    }
    const { top, left } = sheet.selection;
    if (holds(sheet.selection, row, column)) cell.classList.add("chosen");
    if (row === top && column === left) cell.classList.add("active");
    return cell;
  }
}

function headCell(words: string, width: number): HTMLElement {
  const cell = document.createElement("th");
  cell.textContent = words;
  cell.style.width = `${width}px`;
  return cell;
}

/** The numbers of lines that are not hidden. */
export function visible(sheet: Sheet, along: "rows" | "columns", last: number): readonly number[] {
  return Array.from({ length: last }, (_, at) => at + 1).filter((line) => !sheet[along].isHidden(line));
}

/** How far from the left a frozen column stays; null for one that scrolls. */
function frozenLeft(sheet: Sheet, columns: readonly number[], column: number): number | null {
  if (!sheet.freeze || column > sheet.freeze.columns) return null;
  const before = columns.filter((one) => one < column);
  return HEAD_WIDTH + before.reduce((sum, one) => sum + sheet.columns.size(one) * DOTS, 0);
}

/** The next cell in this direction that is not hidden. */
export function step(
  sheet: Sheet,
  from: Rectangle,
  rows: number,
  columns: number,
): { readonly row: number; readonly column: number } {
  const move = (line: number, by: number, along: "rows" | "columns") => {
    let to = line;
    do to += by;
    while (by !== 0 && to > 0 && sheet[along].isHidden(to));
    return to < 1 ? line : to;
  };
  return { row: move(from.top, rows, "rows"), column: move(from.left, columns, "columns") };
}
