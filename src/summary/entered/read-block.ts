import {
  DAYS_BETWEEN_EPOCHS,
  parseAddress,
  type RawValue,
  type SheetCells,
  type WorkbookCells,
} from "../../cells";

import { anchorOf, blockOfKey, type EntryBlock } from "./entry-block";
import { TRACE, plainText, type FoundRow } from "./entry-row";

/** What was found of a block. */
export interface FoundRows {
  /** From the first sheet to the last and from top to bottom. */
  readonly rows: readonly FoundRow[];
  /** Sheets that have rows of it, but nothing that tells which of their columns is which. */
  readonly unread: readonly string[];
}

/** The rows of a block wherever they stand in a workbook. */
export function rowsIn(workbook: WorkbookCells, block: EntryBlock): FoundRows {
  const rows: FoundRow[] = [];
  const unread: string[] = [];
  for (const sheet of workbook.sheets) {
    if (!mayHold(sheet, block)) continue;
    const grid = gridOf(sheet);
    const columns = columnsIn(grid, block);
    if (!columns) {
      if (hasRowKeys(sheet, block)) unread.push(sheet.name);
      continue;
    }
    for (const [row, cells] of grid) {
      const found = row > columns.row ? rowIn(cells, columns.of, block, workbook.date1904) : null;
      if (found) rows.push(found);
    }
  }
  return { rows, unread };
}

function hasRowKeys({ cells }: SheetCells, { id }: EntryBlock): boolean {
  return [...cells.values()].some(({ value }) => typeof value === "string" && blockOfKey(value) === id);
}

type Cells = ReadonlyMap<number, RawValue>;
type Grid = ReadonlyMap<number, Cells>;

/** Most sheets of a summary hold nothing that is entered, and some are long. */
function mayHold({ cells }: SheetCells, block: EntryBlock): boolean {
  const heads = new Set(block.entered.map((column) => block.heads.get(column)));
  for (const { value } of cells.values()) {
    if (typeof value !== "string") continue;
    if (value === anchorOf(block) || blockOfKey(value) === block.id || heads.has(value.trim())) return true;
  }
  return false;
}

function gridOf({ cells }: SheetCells): Grid {
  const grid = new Map<number, Map<number, RawValue>>();
  for (const [text, { value }] of cells) {
    const address = parseAddress(text);
    if (!address || value === null) continue;
    const row = grid.get(address.row) ?? new Map<number, RawValue>();
    grid.set(address.row, row.set(address.column, value));
  }
  return new Map([...grid].sort(([a], [b]) => a - b));
}

interface FoundColumns {
  /** Below this row the entries stand. */
  readonly row: number;
  readonly of: ReadonlyMap<string, number>;
}

/** Where the columns are: by the hidden row of keys, or else by the words over them. */
function columnsIn(grid: Grid, block: EntryBlock): FoundColumns | null {
  const wanted = new Set([...block.entered, ...block.beside]);
  for (const [row, cells] of grid) {
    if (![...cells.values()].includes(anchorOf(block))) continue;
    const of = new Map<string, number>();
    for (const [column, value] of cells)
      if (typeof value === "string" && wanted.has(value) && !of.has(value)) of.set(value, column);
    if (block.entered.every((column) => of.has(column))) return { row, of };
  }
  return columnsByHeads(grid, block);
}

function columnsByHeads(grid: Grid, block: EntryBlock): FoundColumns | null {
  for (const [row, cells] of grid) {
    const of = new Map<string, number>();
    for (const [id, head] of block.heads) {
      const at = [...cells].find(([, value]) => plainText(value) === head);
      if (at) of.set(id, at[0]);
    }
    if (of.size === block.heads.size) return { row, of };
  }
  return null;
}

/** One row, if it is one of the block: what stands beside the entries says which it is, or else its hidden key. */
function rowIn(
  cells: Cells,
  columns: ReadonlyMap<string, number>,
  block: EntryBlock,
  date1904: boolean,
): FoundRow | null {
  const hidden = [...cells.values()].find((value) => typeof value === "string" && blockOfKey(value) !== null);
  // A row of another block is none of this one, whatever it says.
  if (typeof hidden === "string" && blockOfKey(hidden) !== block.id) return null;
  const ownKey = typeof hidden === "string" ? hidden.slice(block.id.length + 1) : null;
  const values = new Map<string, RawValue>();
  for (const [id, column] of columns) {
    const value = cells.get(column) ?? null;
    const blank = typeof value === "string" && value.trim() === "";
    const later = date1904 && block.days.has(id) && typeof value === "number";
    if (value !== null && !blank) values.set(id, later ? value + DAYS_BETWEEN_EPOCHS : value);
  }
  const beside = block.keyOf((column) => plainText(values.get(column) ?? null));
  // Where rows were sorted without their hidden columns, these tell of another row.
  if (beside !== null && beside !== ownKey) for (const trace of Object.values(TRACE)) values.delete(trace);
  const key = beside ?? ownKey;
  return key === null ? null : { key, values };
}
