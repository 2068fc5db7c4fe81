import type ExcelJS from "exceljs";

import { worth } from "../model/allowed";
import { formatArea } from "../model/area";
import type { ConditionalFormat } from "../model/conditional";
import type { Sheet } from "../model/sheet";
import type { Limit, Operator, Validation } from "../model/validation";
import type { Workbook } from "../model/workbook";
import { bordersOf, colour, solid } from "./styles";

/** exceljs has this, its types do not. */
interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

const OPERATORS: Readonly<Record<Operator, ExcelJS.DataValidationOperator>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

const DAYS_TO_1970 = 25_569;

export function writeValidation(
  written: ExcelJS.Worksheet,
  book: Workbook,
  sheet: Sheet,
  validation: Validation,
): void {
  const { rule, prompt, alert, areas } = validation;
  const words = {
    allowBlank: validation.ignoreBlanks,
    showInputMessage: prompt.show && prompt.message !== "",
    promptTitle: prompt.title,
    prompt: prompt.message,
    showErrorMessage: alert.show && rule !== null,
    errorStyle: alert.style.toLowerCase(),
    errorTitle: alert.title,
    error: alert.message,
  };
  const add = (part: object) => {
    for (const area of areas)
      (written as unknown as RangeValidations).dataValidations.add(formatArea(area), {
        ...words,
        ...part,
      } as ExcelJS.DataValidation);
  };
  if (!rule) {
    if (prompt.message !== "") add({ type: "any" });
    return;
  }
  if (rule.kind === "list") {
    add({
      type: "list",
      formulae: [rule.source.startsWith("=") ? rule.source.slice(1) : `"${rule.source}"`],
    });
    return;
  }
  if (rule.kind === "custom") {
    add({ type: "custom", formulae: [rule.formula.slice(1)] });
    return;
  }
  if (rule.kind === "time") throw new Error("toXlsx: validations by time can't be written");
  const type = rule.kind === "wholeNumber" ? "whole" : rule.kind;
  const limits = [rule.formula1, rule.formula2].flatMap((limit) =>
    limit === null ? [] : [limitOf(book, sheet, limit, type)],
  );
  add({ type, operator: OPERATORS[rule.operator], formulae: limits });
}

/** exceljs takes the limits of dates as moments, and makes days of them by itself. */
function limitOf(book: Workbook, sheet: Sheet, limit: Limit, type: string): string | number | Date {
  if (typeof limit === "string" && limit.startsWith("=")) return limit.slice(1);
  const number = worth(book, sheet, limit);
  if (number === null) throw new Error(`toXlsx: ${limit} is no limit`);
  return type === "date" ? new Date((number - DAYS_TO_1970) * 86_400_000) : number;
}

export function conditional(
  { areas, condition, look, stopIfTrue }: ConditionalFormat,
  priority: number,
): ExcelJS.ConditionalFormattingOptions {
  const borders = bordersOf(look.borders);
  const style: Partial<ExcelJS.Style> = {
    font: {
      ...(look.fontColour === null ? {} : { color: colour(look.fontColour) }),
      ...(look.bold === null ? {} : { bold: look.bold }),
      ...(look.italic === null ? {} : { italic: look.italic }),
    },
    ...(look.fill === null ? {} : { fill: solid(look.fill) }),
    ...(Object.keys(borders).length === 0 ? {} : { border: borders }),
  };
  const common = { priority, style, ...(stopIfTrue ? { stopIfTrue } : {}) };
  const limits = (
    condition.kind === "CellValue" ? [condition.formula1, condition.formula2] : [condition.formula]
  ).flatMap((limit) => (limit === null ? [] : [String(limit).replace(/^=/, "")]));
  const rule =
    condition.kind === "Custom"
      ? { ...common, type: "expression", formulae: limits }
      : { ...common, type: "cellIs", operator: OPERATORS[condition.operator], formulae: limits };
  // Its types know fewer operators than it writes.
  return {
    ref: areas.map(formatArea).join(" "),
    rules: [rule as unknown as ExcelJS.ConditionalFormattingRule],
  };
}

export function protectionOf({
  options,
  selectionMode,
}: NonNullable<Sheet["protection"]>): Partial<ExcelJS.WorksheetProtection> {
  const has = (option: Parameters<typeof options.has>[0]) => options.has(option);
  return {
    selectLockedCells: selectionMode === "Normal",
    selectUnlockedCells: selectionMode !== "None",
    formatCells: has("allowFormatCells"),
    formatColumns: has("allowFormatColumns"),
    formatRows: has("allowFormatRows"),
    insertColumns: has("allowInsertColumns"),
    insertRows: has("allowInsertRows"),
    insertHyperlinks: has("allowInsertHyperlinks"),
    deleteColumns: has("allowDeleteColumns"),
    deleteRows: has("allowDeleteRows"),
    sort: has("allowSort"),
    autoFilter: has("allowAutoFilter"),
    pivotTables: has("allowPivotTables"),
  };
}
