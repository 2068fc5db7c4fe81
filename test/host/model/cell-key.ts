import { LAST_COLUMN } from "../../../src/cells";

/** A cell of a sheet as one number, in the order of reading. */
export function cellKey(row: number, column: number): number {
  return (row - 1) * LAST_COLUMN + column - 1;
}

export function rowOf(key: number): number {
  return Math.floor(key / LAST_COLUMN) + 1;
}

export function columnOf(key: number): number {
  return (key % LAST_COLUMN) + 1;
}
