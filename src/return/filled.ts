import { formatAddress, type Cell } from "../cells";
import { fieldKey, type Template } from "../template";

import type { BlockPlace } from "./block-place";

/** True for a cell in which anything stands. */
export function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== null || cell.formula !== null);
}

/** Where the columns of a block now are in which something is entered on any line. */
export function enteredColumns({ block, columns }: BlockPlace, template: Template): readonly number[] {
  return block.columns.flatMap(({ id }) => {
    const entered = block.lines.some(
      (line) => template.fields.get(fieldKey(block, line.id, id))?.source.kind === "entered",
    );
    return entered ? (columns.get(id)?.[0] ?? []) : [];
  });
}

/** Addresses of the cells of a row, in these columns, in which anything stands. */
export function filledCells(place: BlockPlace, row: number, columns: readonly number[]): readonly string[] {
  return columns
    .map((column) => formatAddress({ row, column }))
    .filter((at) => isFilled(place.sheet.sheet.cells.get(at)));
}
