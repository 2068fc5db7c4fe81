import { columnLetters, isCellError, parseAddress, quoteSheet, type RawValue } from "../../../cells";
import type { ChartCells, Layout } from "../../../layout";

/** Cells that a chart refers to, and what they held when the workbook was written. */
export interface DrawnCells {
  /** As a chart's formula names them, fixed with a $. */
  readonly formula: string;
  readonly values: readonly RawValue[];
}

/** Finds the cells of charts in a layout; charts of cells that are not there are a fault of ours. */
export function drawnCells({ sheets }: Layout): (cells: ChartCells) => DrawnCells {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return ({ sheet: name, range }) => {
    const sheet = byName.get(name);
    const [first, last = first] = range.split(":").map(parseAddress);
    if (!sheet || !first || !last) throw new Error(`drawnCells: there is nothing at ${name}!${range}`);
    const values: RawValue[] = [];
    for (let row = first.row; row <= last.row; row += 1)
      for (let column = first.column; column <= last.column; column += 1)
        values.push(sheet.cells.get(`${columnLetters(column)}${row}`)?.value ?? null);
    const fixed = [...new Set([first, last])].map(({ row, column }) => `$${columnLetters(column)}$${row}`);
    return { formula: `${quoteSheet(name)}!${fixed.join(":")}`, values };
  };
}

export function wordsOf(value: RawValue): string {
  return isCellError(value) ? value.error : value === null ? "" : String(value);
}
