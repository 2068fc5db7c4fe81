import { formatAddress, type Cell, type RawValue } from "../cells";

/** What is loaded of a range whose cells are read. */
export const CELL_FIELDS = "rowIndex,columnIndex,values,formulas,valueTypes";

/** A range with all of that. */
export interface ReadRange {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
}

/** Adds the cells of a range that hold something, as the reader of files gives them. */
export function addCells(range: ReadRange, cells: Map<string, Cell>): void {
  range.values.forEach((values, down) => {
    values.forEach((value, along) => {
      const cell = cellOf(value, range.formulas[down]?.[along], range.valueTypes[down]?.[along]);
      if (cell === undefined) return;
      cells.set(
        formatAddress({ row: range.rowIndex + down + 1, column: range.columnIndex + along + 1 }),
        cell,
      );
    });
  });
}

function cellOf(shown: unknown, entered: unknown, type: string | undefined): Cell | undefined {
  // A text that begins with = is the same in both; what a formula makes is not its own text.
  const isFormula = typeof entered === "string" && entered.startsWith("=") && entered !== shown;
  const value = valueOf(shown, type);
  if (isFormula) return { value: value ?? "", formula: entered.slice(1) };
  return value === null ? undefined : { value, formula: null };
}

function valueOf(shown: unknown, type: string | undefined): RawValue {
  if (type === "Error") return { error: String(shown) };
  switch (typeof shown) {
    case "number":
    case "boolean":
      return shown;
    case "string":
      return shown === "" && type !== "String" ? null : shown;
    default:
      return null;
  }
}
