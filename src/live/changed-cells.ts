import {
  isCellError,
  parseAddress,
  type Cell,
  type Rectangle,
  type SheetCells,
  type WorkbookCells,
} from "../cells";
import type { Return } from "../return";
import type { CellsChange } from "../workbook";

/** The cells of a change that hold something else than before, by address; null is blank now. */
export function differences(
  workbook: WorkbookCells,
  { sheet: name, area, cells }: CellsChange,
): ReadonlyMap<string, Cell | null> {
  const before = workbook.sheets.find((sheet) => sheet.name === name)?.cells ?? new Map<string, Cell>();
  const different = new Map<string, Cell | null>();
  for (const [address, cell] of cells) if (!isSame(before.get(address), cell)) different.set(address, cell);
  for (const address of within(before, area)) if (!cells.has(address)) different.set(address, null);
  return different;
}

/** The workbook with what stands in the area of a change now. */
export function withCells(workbook: WorkbookCells, change: CellsChange): WorkbookCells {
  return withSheet(workbook, change.sheet, (sheet) => {
    const cells = new Map(sheet.cells);
    for (const address of within(sheet.cells, change.area)) cells.delete(address);
    for (const [address, cell] of change.cells) cells.set(address, cell);
    return { ...sheet, cells };
  });
}

/** The workbook with the results that totals under these keys have in the return. */
export function withResults(
  workbook: WorkbookCells,
  found: Return,
  keys: ReadonlySet<string>,
): WorkbookCells {
  const bySheet = new Map<string, Map<string, Cell>>();
  for (const key of keys) {
    const there = found.fields.get(key);
    if (!there || there.formula === null) continue;
    const of = bySheet.get(there.place.sheet) ?? new Map<string, Cell>();
    bySheet.set(there.place.sheet, of.set(there.place.cell, { value: there.value, formula: there.formula }));
  }
  return [...bySheet].reduce(
    (now, [name, results]) =>
      withSheet(now, name, (sheet) => ({ ...sheet, cells: new Map([...sheet.cells, ...results]) })),
    workbook,
  );
}

function withSheet(
  workbook: WorkbookCells,
  name: string,
  by: (sheet: SheetCells) => SheetCells,
): WorkbookCells {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? by(sheet) : sheet)) };
}

/** Addresses in the area where something stands. */
function within(
  cells: ReadonlyMap<string, Cell>,
  { top, bottom, left, right }: Rectangle,
): readonly string[] {
  return [...cells.keys()].filter((address) => {
    const at = parseAddress(address);
    return at !== undefined && at.row >= top && at.row <= bottom && at.column >= left && at.column <= right;
  });
}

function isSame(one: Cell | undefined, other: Cell): boolean {
  if (!one || one.formula !== other.formula) return false;
  const [a, b] = [one.value, other.value];
  return isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
}
