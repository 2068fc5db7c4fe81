import { parseAddress, type RawValue, type SheetCells, type WorkbookCells } from "../../cells";

/** A row of a table in a workbook, by the heads of its columns; blank cells are left out. */
export type TableRow = ReadonlyMap<string, RawValue>;

/** The rows below a row that has all these heads, on whatever sheet and in whatever order; null where no sheet has one. */
export function tableIn(workbook: WorkbookCells, heads: readonly string[]): readonly TableRow[] | null {
  for (const sheet of workbook.sheets) {
    const found = headsIn(sheet, heads);
    if (found) return rowsBelow(sheet, found);
  }
  return null;
}

interface FoundHeads {
  readonly row: number;
  readonly columns: ReadonlyMap<number, string>;
}

function headsIn({ cells }: SheetCells, heads: readonly string[]): FoundHeads | null {
  const wanted = new Set(heads);
  const byRow = new Map<number, Map<number, string>>();
  for (const [text, { value }] of cells) {
    if (typeof value !== "string" || !wanted.has(value.trim())) continue;
    const at = parseAddress(text);
    if (!at) continue;
    const columns = byRow.get(at.row) ?? new Map<number, string>();
    byRow.set(at.row, columns.set(at.column, value.trim()));
  }
  const rows = [...byRow].filter(([, columns]) => new Set(columns.values()).size === wanted.size);
  const [first] = rows.sort(([a], [b]) => a - b);
  return first ? { row: first[0], columns: first[1] } : null;
}

function rowsBelow({ cells }: SheetCells, { row, columns }: FoundHeads): readonly TableRow[] {
  const rows = new Map<number, Map<string, RawValue>>();
  for (const [text, { value }] of cells) {
    const at = parseAddress(text);
    const head = at && at.row > row ? columns.get(at.column) : undefined;
    if (!at || head === undefined || value === null) continue;
    const found = rows.get(at.row) ?? new Map<string, RawValue>();
    if (!found.has(head)) found.set(head, value);
    rows.set(at.row, found);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, values]) => values);
}

/** The text under a head, without blanks around it; null where there is none. */
export function textUnder(row: TableRow, head: string): string | null {
  const value = row.get(head);
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return text === "" ? null : text;
}
