import { isCellError, type CellError } from "../cells";
import {
  compare,
  finite,
  isArea,
  roundHalfAway,
  toNumber,
  toTruth,
  type Operand,
  type Scalar,
} from "./value";
import { single, type SheetFunction } from "./sheet-function";
import { TEXT_FUNCTIONS } from "./text-functions";

const VALUE_ERROR: CellError = { error: "#VALUE!" };
const NO_REFERENCE: CellError = { error: "#REF!" };

/** Every scalar of the arguments, with the areas opened; `direct` tells what was not read from cells. */
function* scalars(args: readonly Operand[]): Generator<{ readonly value: Scalar; readonly direct: boolean }> {
  for (const arg of args) {
    if (isArea(arg)) for (const row of arg.rows) for (const value of row) yield { value, direct: false };
    else yield { value: arg, direct: true };
  }
}

/** The numbers that SUM, MIN and MAX see: text, truth values and blanks of cells are passed over. */
function numbers(args: readonly Operand[]): readonly number[] | CellError {
  const found: number[] = [];
  for (const { value, direct } of scalars(args)) {
    if (isCellError(value)) return value;
    if (typeof value === "number") found.push(value);
    else if (direct && value !== null) {
      const number = toNumber(value);
      if (typeof number !== "number") return number;
      found.push(number);
    }
  }
  return found;
}

function overNumbers(of: (found: readonly number[]) => Scalar): SheetFunction["run"] {
  return (args) => {
    const found = numbers(args);
    return isCellError(found) ? found : of(found);
  };
}

function ofNumber(of: (value: number, second: number) => Scalar): SheetFunction["run"] {
  return (args) => {
    const first = toNumber(single(args[0]));
    if (isCellError(first)) return first;
    const second = toNumber(single(args[1]));
    return isCellError(second) ? second : of(first, second);
  };
}

function truths(args: readonly Operand[], of: (found: readonly boolean[]) => boolean): Scalar {
  const found: boolean[] = [];
  for (const { value, direct } of scalars(args)) {
    if (isCellError(value)) return value;
    if (typeof value === "boolean") found.push(value);
    else if (typeof value === "number") found.push(value !== 0);
    else if (direct && value !== null) return VALUE_ERROR;
  }
  return found.length === 0 ? VALUE_ERROR : of(found);
}

const is = (test: (value: Scalar) => boolean): SheetFunction => ({
  least: 1,
  most: 1,
  tolerant: true,
  run: (args) => test(single(args[0])),
});

function index(args: readonly Operand[]): Scalar {
  const [area, first, second] = args;
  if (area === undefined || !isArea(area)) return VALUE_ERROR;
  const at = toNumber(single(first));
  if (isCellError(at)) return at;
  const across = toNumber(single(second ?? 1));
  if (isCellError(across)) return across;
  const [down, along] = area.rows.length === 1 && second === undefined ? [1, at] : [at, across];
  const found = area.rows[Math.trunc(down) - 1]?.[Math.trunc(along) - 1];
  return found === undefined ? NO_REFERENCE : found;
}

/** MATCH(value, cells, 0): the place of the first cell that holds this number, or a text of this pattern. */
function match(args: readonly Operand[]): Scalar {
  const [wanted, cells, kind] = args;
  const value = single(wanted);
  if (isCellError(value)) return value;
  if (cells === undefined || !isArea(cells) || single(kind) !== 0) return VALUE_ERROR;
  const at = cells.rows.flat().findIndex(seeks(value));
  return at < 0 ? { error: "#N/A" } : at + 1;
}

function choose(args: readonly Operand[]): Scalar {
  const at = toNumber(single(args[0]));
  if (isCellError(at)) return at;
  const chosen = Math.trunc(at) >= 1 ? args[Math.trunc(at)] : undefined;
  return chosen === undefined ? VALUE_ERROR : single(chosen);
}

function countIf(args: readonly Operand[]): Scalar {
  const wanted = single(args[1]);
  if (isCellError(wanted)) return wanted;
  return [...scalars(args.slice(0, 1))].map(({ value }) => value).filter(seeks(wanted)).length;
}

/** What COUNTIF and MATCH take for the value: the same of its kind; in a text, ? stands for any sign and * for any signs. */
function seeks(wanted: Scalar): (value: Scalar) => boolean {
  if (wanted === null || isCellError(wanted)) return () => false;
  if (typeof wanted === "string" && /[?*]/.test(wanted)) {
    const pattern = wanted
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("?", ".")
      .replaceAll("*", ".*");
    const like = new RegExp(`^${pattern}$`, "isu");
    return (value) => typeof value === "string" && like.test(value);
  }
  return (value) => typeof value === typeof wanted && !isCellError(value) && compare(value, wanted) === 0;
}

/**
 * How many cells hold just this. COUNTIF would take "5E1" for 50 and "???" for any three letters, so Excel is given a sum of
 * comparisons instead.
 */
function countSame(args: readonly Operand[]): Scalar {
  const wanted = single(args[1]);
  if (isCellError(wanted)) return wanted;
  let count = 0;
  for (const { value } of scalars(args.slice(0, 1))) {
    if (isCellError(value)) return value;
    if (compare(value, wanted) === 0) count += 1;
  }
  return count;
}

/** The sum of the first cells over those rows whose second cell holds just this; what is no number adds nothing. */
function sumSame(args: readonly Operand[]): Scalar {
  const wanted = single(args[2]);
  if (isCellError(wanted)) return wanted;
  const amounts = [...scalars(args.slice(0, 1))];
  let sum = 0;
  for (const [at, { value }] of [...scalars(args.slice(1, 2))].entries()) {
    const amount = amounts[at]?.value ?? null;
    if (isCellError(value)) return value;
    if (isCellError(amount)) return amount;
    if (typeof amount === "number" && compare(value, wanted) === 0) sum += amount;
  }
  return finite(sum);
}

const several = { least: 1, most: 255 } as const;
const one = { least: 1, most: 1 } as const;
const two = { least: 2, most: 2 } as const;
const never = (): Scalar => VALUE_ERROR;

/**
 * IF and IFERROR choose which argument is worked out, and SUMPRODUCT works its own out cell by cell, so the evaluator knows them
 * itself; here they only have their shape.
 */
export const FUNCTIONS: ReadonlyMap<string, SheetFunction> = new Map<string, SheetFunction>([
  ["IF", { least: 2, most: 3, run: never }],
  ["IFERROR", { ...two, run: never }],
  ["EVERY", { ...two, spreads: true, run: never }],
  ["ANY", { ...two, spreads: true, run: never }],
  ["COUNTROWS", { ...two, spreads: true, run: never }],
  ["SUMROWS", { ...two, spreads: true, run: never }],
  ["STEPBELOW", { ...two, spreads: true, run: never }],
  ["STEPABOVE", { ...two, spreads: true, run: never }],
  ["MISSINGIN", { ...one, spreads: true, run: never }],
  ["BEHIND", { ...two, spreads: true, run: never }],
  ["SUMPRODUCT", { least: 1, most: 255, run: never }],
  ["AND", { ...several, run: (args) => truths(args, (found) => found.every(Boolean)) }],
  ["OR", { ...several, run: (args) => truths(args, (found) => found.some(Boolean)) }],
  [
    "NOT",
    {
      ...one,
      run: (args) => {
        const value = toTruth(single(args[0]));
        return isCellError(value) ? value : !value;
      },
    },
  ],
  ["ISBLANK", is((value) => value === null)],
  ["ISNUMBER", is((value) => typeof value === "number")],
  ["ISTEXT", is((value) => typeof value === "string")],
  ["ISERROR", is(isCellError)],
  [
    "COUNT",
    {
      ...several,
      tolerant: true,
      // A truth value counts where it is worked out in the formula, not where it stands in a cell.
      run: (args) =>
        [...scalars(args)].filter(
          ({ value, direct }) => typeof value === "number" || (direct && typeof value === "boolean"),
        ).length,
    },
  ],
  [
    "COUNTA",
    {
      ...several,
      tolerant: true,
      run: (args) => [...scalars(args)].filter(({ value }) => value !== null).length,
    },
  ],
  ["COUNTIF", { ...two, run: countIf }],
  ["COUNTSAME", { ...two, searches: 1, run: countSame }],
  ["SUMSAME", { least: 3, most: 3, searches: 2, run: sumSame }],
  ["SUM", { ...several, run: overNumbers((found) => finite(found.reduce((sum, value) => sum + value, 0))) }],
  ["MIN", { ...several, run: overNumbers((found) => (found.length ? Math.min(...found) : 0)) }],
  ["MAX", { ...several, run: overNumbers((found) => (found.length ? Math.max(...found) : 0)) }],
  ["ABS", { ...one, run: ofNumber((value) => Math.abs(value)) }],
  ["ROUND", { ...two, run: ofNumber(roundHalfAway) }],
  ["INT", { ...one, run: ofNumber((value) => Math.floor(value)) }],
  ...TEXT_FUNCTIONS,
  ["INDEX", { least: 2, most: 3, run: index }],
  ["COLUMNS", { ...one, run: ([cells]) => (cells && isArea(cells) ? (cells.rows[0]?.length ?? 0) : 1) }],
  ["MATCH", { least: 3, most: 3, run: match }],
  ["CHOOSE", { least: 2, most: 255, run: choose }],
  ["HYPERLINK", { ...two, run: (args) => single(args[1]) }],
]);
