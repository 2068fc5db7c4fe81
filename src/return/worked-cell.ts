import { formatAddress, isCellError, type RawValue, type WorkbookCells } from "../cells";
import { evaluate, parseSheetFormula, type Area, type CellReference } from "../formula";

/** No entry needs more than this; a file made to keep a program busy may. */
const MOST_CELLS = 20_000;
const DEEPEST = 32;

/** Signals that a formula can't be worked out here; never leaves this file. */
class NotHere extends Error {}

/**
 * The result of a formula that the workbook was saved without, as openpyxl and the like do: worked out from the other cells.
 * undefined where it needs what the rule language does not have.
 */
export function workedCell(workbook: WorkbookCells, sheet: string, formula: string): RawValue | undefined {
  const sheets = new Map(workbook.sheets.map((one) => [one.name, one.cells]));
  let budget = MOST_CELLS;
  const result = (text: string, own: string, depth: number): RawValue => {
    if (depth > DEEPEST) throw new NotHere();
    const parsed = parseSheetFormula(text);
    if (parsed.kind === "refused") throw new NotHere();
    return evaluate(parsed.expression, (reference) => area(reference, own, depth));
  };
  const area = ({ sheet: named, area: cells }: CellReference, own: string, depth: number): Area => {
    const name = named ?? own;
    const there = sheets.get(name);
    budget -= (cells.bottom - cells.top + 1) * (cells.right - cells.left + 1);
    if (!there || budget < 0) throw new NotHere();
    const rows: RawValue[][] = [];
    for (let row = cells.top; row <= cells.bottom; row += 1) {
      const values: RawValue[] = [];
      for (let column = cells.left; column <= cells.right; column += 1) {
        const cell = there.get(formatAddress({ row, column }));
        const formulaOnly = cell?.value === null ? cell.formula : null;
        values.push(formulaOnly === null ? (cell?.value ?? null) : result(formulaOnly, name, depth + 1));
      }
      rows.push(values);
    }
    return { rows };
  };
  try {
    const value = result(formula, sheet, 0);
    return isCellError(value) ? undefined : (value ?? 0);
  } catch (problem) {
    if (problem instanceof NotHere) return undefined;
    throw problem;
  }
}
