import type { SheetCells } from "../../../src/cells";

/** The sheets of a workbook as they travel to a page of tests. */
export type WrittenSheets = readonly {
  readonly name: string;
  readonly visibility: SheetCells["visibility"];
  readonly cells: readonly (readonly [
    string,
    SheetCells["cells"] extends ReadonlyMap<string, infer C> ? C : never,
  ])[];
}[];

export function writtenSheets(sheets: readonly SheetCells[]): WrittenSheets {
  return sheets.map(({ name, visibility, cells }) => ({ name, visibility, cells: [...cells] }));
}

export function readSheets(written: WrittenSheets): readonly SheetCells[] {
  return written.map(({ name, visibility, cells }) => ({ name, visibility, cells: new Map(cells) }));
}
