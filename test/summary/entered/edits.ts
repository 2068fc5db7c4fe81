import {
  formatAddress,
  parseAddress,
  type Cell,
  type SheetCells,
  type WorkbookCells,
} from "../../../src/cells";

type Sheets = (sheet: SheetCells) => SheetCells;

function onSheet(workbook: WorkbookCells, name: string, edit: Sheets): WorkbookCells {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === name ? edit(sheet) : sheet)),
  };
}

/** Every cell put elsewhere; null takes it out. */
function moved(
  sheet: SheetCells,
  to: (at: { readonly row: number; readonly column: number }) => {
    readonly row: number;
    readonly column: number;
  } | null,
): SheetCells {
  const cells = new Map<string, Cell>();
  for (const [address, cell] of sheet.cells) {
    const place = to(parseAddress(address)!);
    if (place) cells.set(formatAddress(place), cell);
  }
  return { ...sheet, cells };
}

export function rowInserted(workbook: WorkbookCells, sheet: string, before: number): WorkbookCells {
  return onSheet(workbook, sheet, (one) =>
    moved(one, (at) => ({ ...at, row: at.row + (at.row >= before ? 1 : 0) })),
  );
}

export function columnInserted(workbook: WorkbookCells, sheet: string, before: number): WorkbookCells {
  return onSheet(workbook, sheet, (one) =>
    moved(one, (at) => ({ ...at, column: at.column + (at.column >= before ? 1 : 0) })),
  );
}

export function rowDeleted(workbook: WorkbookCells, sheet: string, row: number): WorkbookCells {
  return onSheet(workbook, sheet, (one) =>
    moved(one, (at) => (at.row === row ? null : { ...at, row: at.row - (at.row > row ? 1 : 0) })),
  );
}

/** Rows in another order: the row that stood at `rows[n]` stands where the n-th of them was; only columns from `from` on move. */
export function sorted(
  workbook: WorkbookCells,
  sheet: string,
  rows: readonly number[],
  order: readonly number[],
  from = 1,
): WorkbookCells {
  return onSheet(workbook, sheet, (one) =>
    moved(one, (at) => {
      const place = order.indexOf(at.row);
      return place < 0 || at.column < from ? at : { ...at, row: rows[place]! };
    }),
  );
}

/** A row copied to another, which has to be free. */
export function rowCopied(workbook: WorkbookCells, sheet: string, from: number, to: number): WorkbookCells {
  return onSheet(workbook, sheet, (one) => {
    const cells = new Map(one.cells);
    for (const [address, cell] of one.cells) {
      const at = parseAddress(address)!;
      if (at.row === from) cells.set(formatAddress({ ...at, row: to }), cell);
    }
    return { ...one, cells };
  });
}

export function sheetRenamed(workbook: WorkbookCells, name: string, to: string): WorkbookCells {
  return onSheet(workbook, name, (sheet) => ({ ...sheet, name: to }));
}

export function sheetsReversed(workbook: WorkbookCells): WorkbookCells {
  return { ...workbook, sheets: [...workbook.sheets].reverse() };
}

export function sheetCopied(workbook: WorkbookCells, name: string): WorkbookCells {
  const sheet = workbook.sheets.find((one) => one.name === name)!;
  return { ...workbook, sheets: [...workbook.sheets, { ...sheet, name: `${name} (2)` }] };
}

/** Cells of a column, or of a row, gone. */
export function cleared(
  workbook: WorkbookCells,
  sheet: string,
  where: (at: { readonly row: number; readonly column: number }) => boolean,
): WorkbookCells {
  return onSheet(workbook, sheet, (one) => moved(one, (at) => (where(at) ? null : at)));
}

/** As programs save it that work nothing out: no formula has a result. */
export function withoutResults(workbook: WorkbookCells): WorkbookCells {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...sheet.cells].map(([address, cell]) => [
          address,
          cell.formula === null ? cell : { ...cell, value: null },
        ]),
      ),
    })),
  };
}
