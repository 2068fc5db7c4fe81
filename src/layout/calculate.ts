import { parseAddress, type RawValue } from "../cells";
import { evaluate, parseSheetFormula, type Area, type CellReference, type Expression } from "../formula";

import type { Layout, LayoutCell, LayoutSheet } from "./layout";

/**
 * The layout with the result of every formula put in: worked out from the very formulas that are written,
 * so a workbook shows the right figures where nothing calculates, as in Protected View.
 */
export function calculated(layout: Layout): Layout {
  const grids = new Map(layout.sheets.map((sheet) => [sheet.name, gridOf(sheet)]));
  const results = new Map<LayoutCell, RawValue>();
  const underWay = new Set<LayoutCell>();

  const resultOf = (cell: LayoutCell, sheet: string): RawValue => {
    if (cell.formula === null) return cell.value;
    const known = results.get(cell);
    if (known !== undefined) return known;
    if (underWay.has(cell))
      throw new Error(`calculated: ${sheet} has a formula that needs itself: ${cell.formula}`);
    underWay.add(cell);
    const result = evaluate(parsed(cell.formula), (reference) => areaOf(reference, sheet)) ?? 0;
    underWay.delete(cell);
    results.set(cell, result);
    return result;
  };
  const areaOf = ({ sheet, area }: CellReference, own: string): Area => {
    const name = sheet ?? own;
    const grid = grids.get(name);
    if (!grid) throw new Error(`calculated: there is no sheet ${name}`);
    const rows: RawValue[][] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const values: RawValue[] = [];
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = grid.get(row)?.get(column);
        values.push(cell ? resultOf(cell, name) : null);
      }
      rows.push(values);
    }
    return { rows };
  };

  const sheets = layout.sheets.map((sheet): LayoutSheet => {
    const cells = [...sheet.cells].map(
      ([address, cell]) => [address, { ...cell, value: resultOf(cell, sheet.name) }] as const,
    );
    return { ...sheet, cells: new Map(cells) };
  });
  return { ...layout, sheets };
}

function gridOf(sheet: LayoutSheet): ReadonlyMap<number, ReadonlyMap<number, LayoutCell>> {
  const grid = new Map<number, Map<number, LayoutCell>>();
  for (const [text, cell] of sheet.cells) {
    const address = parseAddress(text);
    if (!address) throw new Error(`calculated: ${text} is no address`);
    const row = grid.get(address.row) ?? new Map<number, LayoutCell>();
    row.set(address.column, cell);
    grid.set(address.row, row);
  }
  return grid;
}

const understood = new Map<string, Expression<CellReference>>();

/** The same formulas come again in every workbook of a template, so what was read once is kept. */
function parsed(formula: string): Expression<CellReference> {
  const known = understood.get(formula);
  if (known) return known;
  const reading = parseSheetFormula(formula);
  if (reading.kind === "refused") throw new Error(`calculated: ${reading.message}`);
  understood.set(formula, reading.expression);
  return reading.expression;
}
