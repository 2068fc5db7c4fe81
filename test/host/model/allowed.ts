import type { RawValue } from "../../../src/cells";
import { isCellError } from "../../../src/cells";
import { parseArea, splitSheet } from "./area";
import type { Sheet } from "./sheet";
import type { Limit, Operator, Validation } from "./validation";
import type { Workbook } from "./workbook";

/** Does the cell's validation take this value? It is asked when a user types; what is pasted or written by an add-in goes past it. */
export function isAllowed(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  value: RawValue,
  validation: Validation,
): boolean {
  const { rule, ignoreBlanks } = validation;
  if (!rule) return true;
  if (value === null) return ignoreBlanks;
  if (isCellError(value)) return false;
  switch (rule.kind) {
    case "list":
      return choices(book, sheet, rule.source).some((choice) =>
        sameChoice(choice, value, !rule.source.startsWith("=")),
      );
    case "custom": {
      const first = validation.areas[0] ?? { top: row, left: column };
      const held = book.calculation.worth(
        rule.formula,
        sheet,
        first.top,
        row - first.top,
        column - first.left,
      );
      return held === true || (typeof held === "number" && held !== 0);
    }
    default: {
      const size = rule.kind === "textLength" ? String(value).length : value;
      if (typeof size !== "number" || (rule.kind === "wholeNumber" && !Number.isInteger(size))) return false;
      const limits = [rule.formula1, rule.formula2].map((limit) => worth(book, sheet, limit));
      return holdsAgainst(size, rule.operator, limits[0] ?? null, limits[1] ?? null);
    }
  }
}

/** What a list offers, in order. */
export function choices(
  book: Workbook,
  sheet: Sheet,
  source: string,
): readonly (string | number | boolean)[] {
  if (!source.startsWith("=")) return source.split(",").map((choice) => choice.trim());
  const { sheet: named, rest } = splitSheet(source.slice(1));
  const area = parseArea(rest);
  const of = named === null ? sheet : book.sheetNamed(named);
  if (!area || !of) return [];
  const found: (string | number | boolean)[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) {
      const value = of.value(row, column);
      if (value !== null && !isCellError(value)) found.push(value);
    }
  return found;
}

/** Capitals count in a list that stands in the validation itself, and not in one that stands in cells. */
function sameChoice(
  choice: string | number | boolean,
  value: string | number | boolean,
  capitals: boolean,
): boolean {
  const [a, b] = [String(choice), String(value)];
  return capitals ? a === b : a.toLowerCase() === b.toLowerCase();
}

/** What a limit is worth: a figure, a formula's result, or an ISO day. */
export function worth(book: Workbook, sheet: Sheet, limit: Limit | null): number | null {
  if (limit === null || typeof limit === "number") return limit;
  if (limit.startsWith("=")) {
    const result = book.calculation.worth(limit, sheet, 1, 0, 0);
    return typeof result === "number" ? result : null;
  }
  const plain = Number(limit);
  if (limit.trim() !== "" && !Number.isNaN(plain)) return plain;
  const day = Date.parse(/T/.test(limit) ? limit : `${limit}T00:00:00Z`);
  return Number.isNaN(day) ? null : day / 86_400_000 + 25_569;
}

export function holdsAgainst(
  value: number,
  operator: Operator,
  first: number | null,
  second: number | null,
): boolean {
  if (first === null) return false;
  switch (operator) {
    case "Between":
      return second !== null && value >= Math.min(first, second) && value <= Math.max(first, second);
    case "NotBetween":
      return second !== null && (value < Math.min(first, second) || value > Math.max(first, second));
    case "EqualTo":
      return value === first;
    case "NotEqualTo":
      return value !== first;
    case "GreaterThan":
      return value > first;
    case "LessThan":
      return value < first;
    case "GreaterThanOrEqualTo":
      return value >= first;
    case "LessThanOrEqualTo":
      return value <= first;
  }
}
