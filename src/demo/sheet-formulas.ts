import type { LayoutSheet } from "../layout";

/** The sheet with each of its formulas, those of conditional formats among them, as `by` makes it. */
export function withFormulas(sheet: LayoutSheet, by: (formula: string) => string): LayoutSheet {
  return {
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([address, cell]) => [
        address,
        cell.formula === null ? cell : { ...cell, formula: by(cell.formula) },
      ]),
    ),
    conditional: sheet.conditional.map((format) => ({ ...format, formula: by(format.formula) })),
  };
}
