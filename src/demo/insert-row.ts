import { formatAddress, parseAddress, type Rectangle } from "../cells";
import type { Layout, LayoutCell, LayoutRow, LayoutSheet } from "../layout";

import { cornerBelow, rowBelow, withReferences } from "./references";
import { withFormulas } from "./sheet-formulas";

/**
 * A workbook with a row put into a sheet, as Excel does it: everything from that row on moves down, references of all sheets
 * follow, and what spans the row grows. The new row is empty and looks like the one above it.
 */
export function withRowInserted(layout: Layout, sheet: string, row: number): Layout {
  return {
    ...layout,
    sheets: layout.sheets.map((one) => {
      const follow = (formula: string) =>
        withReferences(formula, (reference) =>
          (reference.sheet ?? one.name) === sheet
            ? { ...reference, corners: reference.corners.map((corner) => cornerBelow(corner, row)) }
            : reference,
        );
      const following = withFormulas(one, follow);
      return one.name === sheet ? lowered(following, row) : following;
    }),
  };
}

/** The sheet with everything from the row on one further down. */
function lowered(sheet: LayoutSheet, row: number): LayoutSheet {
  const range = (text: string) =>
    text
      .split(/([ :])/)
      .map((part) => cornerBelow(part, row))
      .join("");
  const above = sheet.rows.get(row - 1);
  return {
    ...sheet,
    // Rows go in only where the sheet's protection was taken off.
    protected: false,
    cells: loweredCells(sheet, row),
    rows: new Map([
      ...[...sheet.rows].map(([at, is]): [number, LayoutRow] => [rowBelow(at, row), is]),
      ...(above ? [[row, above] as const] : []),
    ]),
    merges: sheet.merges.map((area): Rectangle => ({
      ...area,
      top: rowBelow(area.top, row),
      bottom: rowBelow(area.bottom, row),
    })),
    freeze: { ...sheet.freeze, rows: row <= sheet.freeze.rows ? sheet.freeze.rows + 1 : sheet.freeze.rows },
    validations: sheet.validations.map((one) => ({ ...one, range: range(one.range) })),
    conditional: sheet.conditional.map((one) => ({ ...one, range: range(one.range) })),
    titleRows: [rowBelow(sheet.titleRows[0], row), rowBelow(sheet.titleRows[1], row)],
    pageBreaks: sheet.pageBreaks.map((at) => rowBelow(at, row)),
    filter: sheet.filter === null ? null : range(sheet.filter),
  };
}

function loweredCells({ cells }: LayoutSheet, row: number): ReadonlyMap<string, LayoutCell> {
  const after = new Map<string, LayoutCell>();
  for (const [text, cell] of cells) {
    const address = parseAddress(text);
    if (!address) throw new Error(`loweredCells: ${text} is no address`);
    after.set(formatAddress({ ...address, row: rowBelow(address.row, row) }), cell);
    if (address.row === row - 1)
      after.set(formatAddress({ ...address, row }), { ...cell, value: null, formula: null });
  }
  return after;
}
