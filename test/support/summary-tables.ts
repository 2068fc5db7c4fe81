import { formatAddress, type RawValue, type WorkbookCells } from "../../src/cells";

import { valueAt } from "./saved";

/** One row of a table of a summary: what stands under each heading, the first of that name. */
export type TableRow = ReadonlyMap<string, RawValue>;

const WIDEST = 30;
const LONGEST = 2_000;

/** Tables of a summary's sheet, from top to bottom: each begins with a row of headings whose first is "Code", and ends with a blank row. */
export function tablesIn(workbook: WorkbookCells, sheet: string): readonly (readonly TableRow[])[] {
  const row = (at: number) =>
    Array.from({ length: WIDEST }, (_, column) =>
      valueAt(workbook, sheet, formatAddress({ row: at, column: column + 1 })),
    );
  const tables: TableRow[][] = [];
  let heads: readonly RawValue[] | null = null;
  for (let at = 1; at <= LONGEST; at += 1) {
    const values = row(at);
    if (values[0] === "Code") {
      heads = values;
      tables.push([]);
    } else if (values.every((value) => value === null || value === "")) heads = null;
    else if (heads) tables.at(-1)!.push(underHeads(heads, values));
  }
  return tables;
}

function underHeads(heads: readonly RawValue[], values: readonly RawValue[]): TableRow {
  const found = new Map<string, RawValue>();
  heads.forEach((head, at) => {
    if (typeof head === "string" && !found.has(head)) found.set(head, values[at] ?? null);
  });
  return found;
}
