import { isArea, type Operand, type Scalar } from "./value";

/** One function of Excel 2007 that a formula may use. */
export interface SheetFunction {
  readonly least: number;
  readonly most: number;
  /** True where the function may be given a cell that holds anything: reading a blank there makes no rule wait. */
  readonly tolerant?: true;
  /** So many of the first parts are only looked through: a blank among them makes no rule wait. */
  readonly searches?: number;
  /** True for what stands only in definitions and is written out before Excel sees it. */
  readonly spreads?: true;
  readonly run: (args: readonly Operand[]) => Scalar;
}

/** The value of a part that is one cell, or the first of several. */
export function single(operand: Operand | undefined): Scalar {
  if (operand === undefined) return null;
  return isArea(operand) ? (operand.rows[0]?.[0] ?? null) : operand;
}
