import { isCellError, type RawValue } from "../cells";
import { formatText, textOf } from "../formula";
import type { NumberFormat } from "../layout";

/** What a cell with this value and format shows in the workbook. */
export function shownValue(value: RawValue, format: NumberFormat): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value !== "number") return textOf(value);
  switch (format) {
    case "money":
    case "whole":
      return inBrackets(value, (size) => formatText(size, "#,##0"));
    case "decimal1":
      return inBrackets(value, (size) => formatText(size, "#,##0.0"));
    case "decimal2":
      return inBrackets(value, (size) => grouped(formatText(size, "0.00") ?? ""));
    case "percent0":
      return formatText(value, "0%") ?? "";
    case "percent1":
      return formatText(value, "0.0%") ?? "";
    case "percent2":
      return formatText(value, "0.00%") ?? "";
    case "date":
      return formatText(value, "dd mmm yyyy") ?? textOf(value);
    case "general":
    case "text":
      return textOf(value);
  }
}

/** Below nothing in brackets, and nothing as a dash. */
function inBrackets(value: number, shown: (size: number) => string | undefined): string {
  if (value === 0) return "–";
  const size = shown(Math.abs(value)) ?? "";
  return value < 0 ? `(${size})` : size;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+\.)/g, ",");
}
