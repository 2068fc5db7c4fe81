import {
  formatAddress,
  parseAddress,
  type Address,
  type Cell,
  type SheetCells,
  type WorkbookCells,
} from "../../src/cells";

/** What people do to a workbook before they send it back. Formulas are not adjusted: whoever reads it looks at keys and results. */
export type Edit = (workbook: WorkbookCells) => WorkbookCells;

export function edited(workbook: WorkbookCells, ...edits: readonly Edit[]): WorkbookCells {
  return edits.reduce((now, edit) => edit(now), workbook);
}

function onSheet(name: string, change: (sheet: SheetCells) => SheetCells): Edit {
  return (workbook) => {
    if (!workbook.sheets.some((sheet) => sheet.name === name)) throw new Error(`there is no sheet ${name}`);
    return {
      ...workbook,
      sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
    };
  };
}

/** Every cell of a sheet put where `to` says; what has no place is gone. */
function moved(name: string, to: (at: Address) => Address | null): Edit {
  return onSheet(name, (sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].flatMap(([text, cell]): [string, Cell][] => {
        const place = to(parseAddress(text)!);
        return place ? [[formatAddress(place), cell]] : [];
      }),
    ),
  }));
}

export const insertRows = (sheet: string, before: number, count = 1): Edit =>
  moved(sheet, ({ row, column }) => ({ row: row < before ? row : row + count, column }));

export const insertColumns = (sheet: string, before: number, count = 1): Edit =>
  moved(sheet, ({ row, column }) => ({ row, column: column < before ? column : column + count }));

export const deleteRow = (sheet: string, gone: number): Edit =>
  moved(sheet, ({ row, column }) => (row === gone ? null : { row: row < gone ? row : row - 1, column }));

export const deleteColumn = (sheet: string, gone: number): Edit =>
  moved(sheet, ({ row, column }) =>
    column === gone ? null : { row, column: column < gone ? column : column - 1 },
  );

/** Copies a row into another one, which is empty or below all others. */
export const copyRow = (sheet: string, from: number, to: number): Edit =>
  onSheet(sheet, (one) => ({
    ...one,
    cells: new Map([
      ...one.cells,
      ...[...one.cells].flatMap(([text, cell]): [string, Cell][] => {
        const { row, column } = parseAddress(text)!;
        return row === from ? [[formatAddress({ row: to, column }), cell]] : [];
      }),
    ]),
  }));

export const copyColumn = (sheet: string, from: number, to: number): Edit =>
  onSheet(sheet, (one) => ({
    ...one,
    cells: new Map([
      ...one.cells,
      ...[...one.cells].flatMap(([text, cell]): [string, Cell][] => {
        const { row, column } = parseAddress(text)!;
        return column === from ? [[formatAddress({ row, column: to }), cell]] : [];
      }),
    ]),
  }));

export const rename = (sheet: string, name: string): Edit => onSheet(sheet, (one) => ({ ...one, name }));

export const hide = (sheet: string): Edit => onSheet(sheet, (one) => ({ ...one, visibility: "hidden" }));

export const copySheet =
  (name: string, as: string): Edit =>
  (workbook) => {
    const sheet = workbook.sheets.find((one) => one.name === name)!;
    return { ...workbook, sheets: [...workbook.sheets, { ...sheet, name: as }] };
  };

export const deleteSheet =
  (name: string): Edit =>
  (workbook) => ({ ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== name) });

export const reversed: Edit = (workbook) => ({ ...workbook, sheets: [...workbook.sheets].reverse() });

/** Puts a value in a cell, or a formula's result where the cell has a formula that is kept. */
export const put = (sheet: string, address: string, cell: Partial<Cell>): Edit =>
  onSheet(sheet, (one) => ({
    ...one,
    cells: new Map(one.cells).set(address, {
      value: null,
      formula: null,
      ...one.cells.get(address),
      ...cell,
    }),
  }));

/** Exchanges every text of the workbook that `from` is, as a stamp of another year. */
export const reworded =
  (from: string, to: string): Edit =>
  (workbook) => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...sheet.cells].map(([at, cell]) => [at, cell.value === from ? { ...cell, value: to } : cell]),
      ),
    })),
  });
