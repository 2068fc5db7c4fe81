import {
  formatAddress,
  parseAddress,
  type Address,
  type Cell,
  type SheetCells,
  type WorkbookCells,
} from "../../src/cells";

import { adjusted, deleted, inserted, pasted, stays, type Shift, type SpanMove } from "./references";

/** What people do to a workbook before they send it back. Formulas follow as they do in Excel; their results stay as they were. */
export type Edit = (workbook: WorkbookCells) => WorkbookCells;

export function edited(workbook: WorkbookCells, ...edits: readonly Edit[]): WorkbookCells {
  return edits.reduce((now, edit) => edit(now), workbook);
}

function onSheet(name: string, change: (sheet: SheetCells) => SheetCells): Edit {
  return (workbook) => {
    sheetOf(workbook, name);
    return {
      ...workbook,
      sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
    };
  };
}

function sheetOf(workbook: WorkbookCells, name: string): SheetCells {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

/** All formulas of a workbook after this change. */
function following(workbook: WorkbookCells, shift: Shift): WorkbookCells {
  const follow = (cell: Cell, on: string): Cell =>
    cell.formula === null ? cell : { ...cell, formula: adjusted(cell.formula, on, shift) };
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map([...sheet.cells].map(([at, cell]) => [at, follow(cell, sheet.name)])),
    })),
  };
}

/** Every cell of a sheet put where its row and column now are; what has no place is gone. */
function moved(name: string, rows: SpanMove, columns: SpanMove): Edit {
  const to = ({ row, column }: Address): Address | null => {
    const [down, along] = [rows([row, row]), columns([column, column])];
    return down && along ? { row: down[0], column: along[0] } : null;
  };
  const move = onSheet(name, (sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].flatMap(([text, cell]): [string, Cell][] => {
        const place = to(parseAddress(text)!);
        return place ? [[formatAddress(place), cell]] : [];
      }),
    ),
  }));
  return (workbook) => following(move(workbook), { sheet: name, name, rows, columns });
}

export const insertRows = (sheet: string, before: number, count = 1): Edit =>
  moved(sheet, inserted(before, count), stays);

export const insertColumns = (sheet: string, before: number, count = 1): Edit =>
  moved(sheet, stays, inserted(before, count));

export const deleteRow = (sheet: string, gone: number): Edit => moved(sheet, deleted(gone), stays);

export const deleteColumn = (sheet: string, gone: number): Edit => moved(sheet, stays, deleted(gone));

/** Pastes a copy of these cells so many rows and columns away, over what stands there. */
function copied(sheet: string, these: (at: Address) => boolean, rows: number, columns: number): Edit {
  return onSheet(sheet, (one) => ({
    ...one,
    cells: new Map([
      ...[...one.cells].filter(([text]) => {
        const { row, column } = parseAddress(text)!;
        return !these({ row: row - rows, column: column - columns });
      }),
      ...[...one.cells].flatMap(([text, cell]): [string, Cell][] => {
        const at = parseAddress(text)!;
        if (!these(at)) return [];
        const formula = cell.formula === null ? null : pasted(cell.formula, rows, columns);
        const to = formatAddress({ row: at.row + rows, column: at.column + columns });
        return [[to, { ...cell, formula }]];
      }),
    ]),
  }));
}

export const copyRow = (sheet: string, from: number, to: number): Edit =>
  copied(sheet, ({ row }) => row === from, to - from, 0);

/** Pastes a copy of a row over one of another sheet. Its formulas are left out: where they would look is nobody's cell. */
export const copyRowTo =
  (sheet: string, from: number, toSheet: string, to: number): Edit =>
  (workbook) => {
    const cells = [...sheetOf(workbook, sheet).cells].flatMap(([text, cell]): [string, Cell][] => {
      const { row, column } = parseAddress(text)!;
      return row === from && cell.formula === null ? [[formatAddress({ row: to, column }), cell]] : [];
    });
    return onSheet(toSheet, (one) => ({ ...one, cells: new Map([...one.cells, ...cells]) }))(workbook);
  };

export const copyColumn = (sheet: string, from: number, to: number): Edit =>
  copied(sheet, ({ column }) => column === from, 0, to - from);

/** Clears the cells of these rows and columns; null is all of them. */
export const clear = (
  sheet: string,
  rows: readonly number[] | null,
  columns: readonly number[] | null,
): Edit =>
  onSheet(sheet, (one) => ({
    ...one,
    cells: new Map(
      [...one.cells].filter(([text]) => {
        const { row, column } = parseAddress(text)!;
        return (rows !== null && !rows.includes(row)) || (columns !== null && !columns.includes(column));
      }),
    ),
  }));

export const rename =
  (sheet: string, name: string): Edit =>
  (workbook) =>
    following(onSheet(sheet, (one) => ({ ...one, name }))(workbook), {
      sheet,
      name,
      rows: stays,
      columns: stays,
    });

export const hide = (sheet: string, visibility: "hidden" | "veryHidden" = "hidden"): Edit =>
  onSheet(sheet, (one) => ({ ...one, visibility }));

/** The copy stands behind all other sheets, or before them. */
export const copySheet =
  (name: string, as: string, where: "first" | "last" = "last"): Edit =>
  (workbook) => {
    const copy = { ...sheetOf(workbook, name), name: as };
    return {
      ...workbook,
      sheets: where === "first" ? [copy, ...workbook.sheets] : [...workbook.sheets, copy],
    };
  };

export const deleteSheet =
  (name: string): Edit =>
  (workbook) => {
    const sheets = workbook.sheets.filter((sheet) => sheet !== sheetOf(workbook, name));
    return following({ ...workbook, sheets }, { sheet: name, name: null, rows: stays, columns: stays });
  };

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
