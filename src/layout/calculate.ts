import { parseAddress, type RawValue } from "../cells";
import { evaluate, parseSheetFormula, type Area, type CellReference, type Expression } from "../formula";

import type { Layout, LayoutCell, LayoutSheet } from "./layout";
import { rowless } from "./row-wise";

/**
 * The layout with the result of every formula put in: worked out from the very formulas that are written,
 * so a workbook shows the right figures where nothing calculates, as in Protected View.
 */
export function calculated(layout: Layout): Layout {
  const grids = new Map(layout.sheets.map((sheet) => [sheet.name, gridOf(sheet)]));
  const results = new Map<LayoutCell, RawValue>();
  const underWay = new Set<LayoutCell>();

  const resultOf = (cell: LayoutCell, row: number, sheet: string): RawValue => {
    if (cell.formula === null) return cell.value;
    const known = results.get(cell);
    if (known !== undefined) return known;
    if (underWay.has(cell))
      throw new Error(`calculated: ${sheet} has a formula that needs itself: ${cell.formula}`);
    underWay.add(cell);
    const { expression, row: first } = understood(cell.formula, row);
    const own = (reference: CellReference) => areaOf(ofRow(reference, first, row), sheet);
    const result = evaluate(expression, own) ?? 0;
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
        values.push(cell ? resultOf(cell, row, name) : null);
      }
      rows.push(values);
    }
    return { rows };
  };

  const sheets = layout.sheets.map((sheet): LayoutSheet => {
    const cells = [...sheet.cells].map(([address, cell]) => {
      if (cell.formula === null) return [address, cell] as const;
      const row = parseAddress(address)?.row ?? 0;
      return [address, { ...cell, value: resultOf(cell, row, sheet.name) }] as const;
    });
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

/** A formula that was read, and the row for which it was. */
interface Understood {
  readonly expression: Expression<CellReference>;
  readonly row: number;
}

const known = new Map<string, Understood>();
/** Row → formula as it stands there. */
const knownInRow = new Map<number, Map<string, Understood>>();

/** Rows of a list have the same formula but for their own row, and so has every workbook of a template: each is read once. */
function understood(formula: string, row: number): Understood {
  const inRow = knownInRow.get(row) ?? new Map<string, Understood>();
  const found = inRow.get(formula) ?? alike(formula, row);
  knownInRow.set(row, inRow.set(formula, found));
  return found;
}

function alike(formula: string, row: number): Understood {
  const text = rowless(formula, row);
  const before = known.get(text);
  if (before) return before;
  const reading = parseSheetFormula(formula);
  if (reading.kind === "refused") throw new Error(`calculated: ${reading.message}`);
  const now = { expression: reading.expression, row };
  known.set(text, now);
  return now;
}

/** A reference to the row for which the formula was read, as it stands in another. */
function ofRow(reference: CellReference, first: number, row: number): CellReference {
  const { sheet, area } = reference;
  if (sheet !== null || area.top !== first || area.bottom !== first || first === row) return reference;
  return { sheet, area: { ...area, top: row, bottom: row } };
}
