import { parseAddress, type RawValue, type Rectangle } from "../cells";
import { evaluate, parseFormula, type Area, type Expression, type ReferenceReading } from "../formula";

import type { Layout, LayoutCell, LayoutSheet } from "./layout";

/** Cells that a formula of a sheet refers to; a null sheet is the formula's own. */
interface CellReference {
  readonly sheet: string | null;
  readonly area: Rectangle;
}

/** Reads 'IM&T spend'!$D$10:$D$19 and the like. */
function understandCells(text: string): ReferenceReading<CellReference> {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text);
  const [first = "", last = first] = (match?.[3] ?? "").split(":");
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!match || !from || !to) return { kind: "refused", message: `${text} is no reference to cells.` };
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
  const area = {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
  return { kind: "reference", to: { sheet, area } };
}

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
  const reading = parseFormula(`=${formula}`, understandCells);
  if (reading.kind === "refused") throw new Error(`calculated: ${reading.message}`);
  understood.set(formula, reading.expression);
  return reading.expression;
}
