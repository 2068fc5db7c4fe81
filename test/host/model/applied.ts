import { isCellError } from "../../../src/cells";
import { holdsAgainst, worth } from "./allowed";
import { holds } from "./area";
import type { ConditionalFormat } from "./conditional";
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";

/** The conditional formats that hold for a cell, the first before the others. */
export function applied(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): readonly ConditionalFormat[] {
  const found: ConditionalFormat[] = [];
  for (const format of sheet.conditional) {
    if (!format.areas.some((area) => holds(area, row, column)) || !isTrue(book, sheet, format, row, column))
      continue;
    found.push(format);
    if (format.stopIfTrue) break;
  }
  return found;
}

function isTrue(
  book: Workbook,
  sheet: Sheet,
  { condition, areas }: ConditionalFormat,
  row: number,
  column: number,
): boolean {
  if (condition.kind === "Custom") {
    // The formula is written for the corner of all areas together.
    const top = Math.min(...areas.map((area) => area.top));
    const left = Math.min(...areas.map((area) => area.left));
    const held = book.calculation.worth(condition.formula, sheet, top, row - top, column - left);
    return held === true || (typeof held === "number" && held !== 0);
  }
  const value = sheet.value(row, column);
  if (value === null || isCellError(value) || typeof value === "boolean") return false;
  const limits = [condition.formula1, condition.formula2] as const;
  if (typeof value === "number")
    return holdsAgainst(
      value,
      condition.operator,
      worth(book, sheet, limits[0]),
      worth(book, sheet, limits[1]),
    );
  const [, wanted] = /^="(.*)"$/.exec(String(limits[0])) ?? [];
  const isSame = wanted?.toLowerCase() === value.toLowerCase();
  return condition.operator === "EqualTo" ? isSame : condition.operator === "NotEqualTo" && !isSame;
}
