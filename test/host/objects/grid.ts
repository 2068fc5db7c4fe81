import type { Rectangle } from "../../../src/cells";
import { columnCount, rowCount } from "../model/area";
import { invalidArgument } from "../protocol/errors";
import { isList } from "../protocol/arguments";
import type { Wire } from "../protocol/wire";
import type { Cells } from "./cells";

/** Something of each cell, row by row. */
export function grid(cells: Cells, of: (row: number, column: number) => Wire): Wire {
  cells.checkCount();
  const { top, left, bottom, right } = cells.area;
  const rows: Wire[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const values: Wire[] = [];
    for (let column = left; column <= right; column += 1) values.push(of(row, column));
    rows.push(values);
  }
  return rows;
}

/** What is to be written to each cell: rows and columns as many as the range has, or one value for all. */
export function fromGrid(area: Rectangle, given: Wire): (row: number, column: number) => Wire {
  if (!isList(given)) return () => given;
  const isRight =
    given.length === rowCount(area) && given.every((row) => isList(row) && row.length === columnCount(area));
  if (!isRight)
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return (row, column) => {
    const values = given[row - area.top];
    return isList(values) ? (values[column - area.left] ?? null) : null;
  };
}
