import type { ShownTable } from "./piece";
import type { ShownCell, ShownRow } from "./shown-rows";

/** The columns of a table in which something stands: the sheet's own columns, each as the first of a cell. Heads alone make no column. */
export function tableColumns({ heads, rows, totals }: ShownTable): readonly number[] {
  const columns = new Set<number>();
  for (const { cells } of [...rows, ...totals])
    for (const { left, value, role } of cells)
      if ((value !== null && value !== "") || role === "missing") columns.add(left);
  const [first] = heads.flatMap(({ cells }) => cells.map(({ left }) => left)).sort((a, b) => a - b);
  if (first !== undefined && columns.size === 0) columns.add(first);
  return [...columns].sort((a, b) => a - b);
}

/** A cell with the number of the table's columns over which it goes. */
export interface PlacedCell {
  readonly cell: ShownCell;
  readonly across: number;
}

/** What stands in a row of the table: a cell, a blank where the sheet has none, nothing where one reaches over from the left or from above. */
export function placedCells(
  { cells }: ShownRow,
  columns: readonly number[],
  fromAbove: ReadonlySet<number>,
): readonly (PlacedCell | "blank")[] {
  const placed: (PlacedCell | "blank")[] = [];
  let reached = 0;
  for (const column of columns) {
    if (column <= reached || fromAbove.has(column)) continue;
    const cell = cells.find(({ left, right }) => left <= column && column <= right);
    if (!cell) {
      placed.push("blank");
      continue;
    }
    const across = columns.filter((one) => one >= column && one <= cell.right && !fromAbove.has(one)).length;
    placed.push({ cell, across });
    reached = cell.right;
  }
  return placed;
}
