import { isCellError, type CellError, type RawValue } from "../cells";

/** What one cell or one step of a formula holds; null is blank. */
export type Scalar = RawValue;

/** Several cells, row by row. */
export interface Area {
  readonly rows: readonly (readonly Scalar[])[];
}

export type Operand = Scalar | Area;

export function isArea(operand: Operand): operand is Area {
  return typeof operand === "object" && operand !== null && "rows" in operand;
}

const VALUE_ERROR: CellError = { error: "#VALUE!" };

/** A number for arithmetic: blank is 0, truth values 1 and 0. Text is an error: what Excel and LibreOffice make of it differs. */
export function toNumber(value: Scalar): number | CellError {
  if (typeof value === "number" || isCellError(value)) return value;
  if (value === null) return 0;
  return typeof value === "boolean" ? Number(value) : VALUE_ERROR;
}

export function toTruth(value: Scalar): boolean | CellError {
  if (typeof value === "boolean" || isCellError(value)) return value;
  if (typeof value === "number") return value !== 0;
  return value === null ? false : VALUE_ERROR;
}

/** A result that is too large to be a number is Excel's #NUM!. */
export function finite(value: number): number | CellError {
  // Excel has no nothing below zero: 0 added to it leaves 0.
  return Number.isFinite(value) ? value + 0 : { error: "#NUM!" };
}

/** Text as & joins it. */
export function textOf(value: Exclude<Scalar, CellError>): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(to15(value)) : value;
}

/** Excel shows, compares and rounds numbers by their first fifteen digits. */
export function to15(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value;
  const rounded = Number(value.toPrecision(15));
  // The very largest figures would be rounded up beyond all figures.
  if (Number.isFinite(value) && !Number.isFinite(rounded)) return Math.sign(value) * Number.MAX_VALUE;
  return rounded;
}

function rank(value: Exclude<Scalar, CellError | null>): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

/** As Excel orders two values: numbers before texts before truth values; case does not count; blank equals 0, "" and FALSE. */
export function compare(left: Exclude<Scalar, CellError>, right: Exclude<Scalar, CellError>): number {
  if (left === null && right === null) return 0;
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return compareFigures(Number(a), Number(b));
}

/** Rounding to fifteen digits moves a figure by less than this part of it. */
const ROUNDED_OFF = 1e-14;

function compareFigures(a: number, b: number): number {
  const difference = a - b;
  // Rounding is slow, and few comparisons hang on it.
  if (difference === 0) return 0;
  if (Math.abs(difference) > 4 * ROUNDED_OFF * Math.max(Math.abs(a), Math.abs(b)))
    return Math.sign(difference);
  return Math.sign(to15(a) - to15(b));
}

function emptyLike(value: Exclude<Scalar, CellError>): number | string | boolean {
  return typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;
}

/** ROUND: half away from zero, on the decimal digits that a person sees (2.675 to two places is 2.68). */
export function roundHalfAway(value: number, places: number): number {
  const digits = Math.trunc(places);
  const shifted = to15(Math.abs(value) * 10 ** digits);
  if (!Number.isFinite(shifted)) return value;
  const rounded = Math.floor(to15(shifted + 0.5));
  return rounded === 0 ? 0 : Math.sign(value) * to15(rounded / 10 ** digits);
}
