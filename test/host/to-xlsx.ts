import ExcelJS from "exceljs";

import { columnLetters, isCellError, type RawValue } from "../../src/cells";
import { settled } from "../../src/xlsx/write/settle";
import { worth } from "./model/allowed";
import { formatArea } from "./model/area";
import { columnOf, rowOf } from "./model/cell-key";
import type { ConditionalFormat } from "./model/conditional";
import { USUAL_FORMAT, type Border, type Format } from "./model/format";
import { INCH } from "./model/page-layout";
import { signsOfPoints } from "./open-layout";
import type { Sheet } from "./model/sheet";
import type { Limit, Operator, Validation } from "./model/validation";
import type { Workbook } from "./model/workbook";

/** Paper by Excel's word, as the numbers that files have. */
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

/**
 * The workbook as the bytes of an .xlsx file, with the results that it shows. Custom properties of workbooks and sheets, and what is
 * kept in settings, are not in it; what else can't be written is an error.
 */
export async function toXlsx(book: Workbook): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  file.creator = "simulated Excel";
  file.created = file.modified = new Date(Date.UTC(2007, 0, 1));
  file.title = book.properties.get("Title") ?? "";
  if (book.date1904) file.properties.date1904 = true;
  file.calcProperties.fullCalcOnLoad = true;
  for (const sheet of book.sheets) await writeSheet(file, book, sheet);
  for (const { name, formula, scope } of book.names) {
    if (scope || !/^=.+!\$?[A-Z]+\$?[0-9]/.test(formula))
      throw new Error(`toXlsx: the name ${name} can't be written`);
    file.definedNames.add(formula.slice(1), name);
  }
  return settled(
    new Uint8Array(await file.xlsx.writeBuffer()),
    book.sheets.map(({ columnBreaks }) => columnBreaks),
    "quick",
  );
}

async function writeSheet(file: ExcelJS.Workbook, book: Workbook, sheet: Sheet): Promise<void> {
  const { page, freeze } = sheet;
  const states = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;
  const [rows, columns] = [freeze?.rows ?? 0, freeze?.columns ?? 0];
  const written = file.addWorksheet(sheet.name, {
    state: states[sheet.visibility],
    ...(sheet.tabColour === "" ? {} : { properties: { tabColor: colour(sheet.tabColour) } }),
    views: [
      {
        showGridLines: sheet.showsGridlines,
        showRowColHeaders: sheet.showsHeadings,
        ...(freeze
          ? {
              state: "frozen",
              xSplit: columns,
              ySplit: rows,
              topLeftCell: `${columnLetters(columns + 1)}${rows + 1}`,
            }
          : { state: "normal" }),
      },
    ],
    pageSetup: {
      orientation: page.orientation === "Portrait" ? "portrait" : "landscape",
      ...(page.scale === null
        ? { fitToPage: true, fitToWidth: page.pagesAcross ?? 0, fitToHeight: page.pagesDown ?? 0 }
        : { fitToPage: false, scale: page.scale }),
      margins: {
        left: page.margins.left / INCH,
        right: page.margins.right / INCH,
        top: page.margins.top / INCH,
        bottom: page.margins.bottom / INCH,
        header: page.margins.header / INCH,
        footer: page.margins.footer / INCH,
      },
      horizontalCentered: page.centredAcross,
      verticalCentered: page.centredDown,
      showGridLines: page.gridlines,
      showRowColHeaders: page.headings,
      blackAndWhite: page.blackAndWhite,
      draft: page.draft,
      ...(page.titleRows ? { printTitlesRow: page.titleRows.join(":") } : {}),
      ...(page.titleColumns ? { printTitlesColumn: page.titleColumns.map(columnLetters).join(":") } : {}),
      ...(page.printArea ? { printArea: page.printArea.map(formatArea).join("&&") } : {}),
    },
    headerFooter: {
      oddHeader: parts(page.headers.leftHeader, page.headers.centerHeader, page.headers.rightHeader),
      oddFooter: parts(page.headers.leftFooter, page.headers.centerFooter, page.headers.rightFooter),
    },
  });
  if (page.paperSize !== null) Object.assign(written.pageSetup, { paperSize: paperOf(page.paperSize) });
  writeLines(written, sheet);
  for (const [key, cell] of sheet.cells) {
    const target = written.getCell(rowOf(key), columnOf(key));
    if (cell.format !== USUAL_FORMAT) target.style = styleOf(cell.format);
    const value = sheet.value(rowOf(key), columnOf(key));
    if (cell.formula)
      target.value = {
        formula: cell.formula.text.slice(1),
        ...(value === null ? {} : { result: plain(value) }),
      };
    else if (value !== null) target.value = plain(value);
  }
  for (const { top, left, bottom, right } of sheet.merges) written.mergeCells(top, left, bottom, right);
  for (const validation of sheet.validations.list()) writeValidation(written, book, sheet, validation);
  sheet.conditional.forEach((format, at) => written.addConditionalFormatting(conditional(format, at + 1)));
  for (const row of sheet.rowBreaks) written.getRow(row - 1).addPageBreak();
  if (sheet.filter) written.autoFilter = formatArea(sheet.filter);
  if (sheet.protection) await written.protect("", protectionOf(sheet.protection));
}

function writeLines(written: ExcelJS.Worksheet, sheet: Sheet): void {
  for (const line of sheet.columns.used()) {
    const column = written.getColumn(line);
    // Signs of the usual font, as files count widths.
    if (sheet.columns.hasOwnSize(line)) column.width = signsOfPoints(sheet.columns.size(line));
    column.hidden = sheet.columns.isHidden(line);
    const format = sheet.columns.format(line);
    if (format) column.style = styleOf(format);
  }
  for (const line of sheet.rows.used()) {
    const row = written.getRow(line);
    // exceljs writes no row that has neither cells nor a height.
    if (sheet.rows.hasOwnSize(line) || sheet.rows.isHidden(line)) row.height = sheet.rows.size(line);
    row.hidden = sheet.rows.isHidden(line);
  }
}

function paperOf(word: string): number {
  const paper = PAPERS[word];
  if (paper === undefined) throw new Error(`toXlsx: the paper ${word} is not known`);
  return paper;
}

function parts(left: string, centre: string, right: string): string {
  return [left && `&L${left}`, centre && `&C${centre}`, right && `&R${right}`].join("");
}

function plain(value: NonNullable<RawValue>): string | number | boolean | ExcelJS.CellErrorValue {
  return isCellError(value) ? { error: value.error as ExcelJS.CellErrorValue["error"] } : value;
}

function colour(hex: string): { readonly argb: string } {
  return { argb: `FF${hex.slice(1)}` };
}

function solid(hex: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: colour(hex), bgColor: colour(hex) };
}

const LINES: Readonly<Record<string, ExcelJS.BorderStyle>> = {
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashDot",
  DashDotDot: "dashDotDot",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "slantDashDot",
};

function lineOf(border: Border | null | undefined): Partial<ExcelJS.Border> | undefined {
  if (!border) return undefined;
  const heavy =
    border.weight === "Medium"
      ? "medium"
      : border.weight === "Thick"
        ? "thick"
        : border.weight === "Hairline"
          ? "hair"
          : undefined;
  const style = border.style === "Continuous" ? (heavy ?? "thin") : LINES[border.style];
  if (style === undefined) throw new Error(`toXlsx: the line ${border.style} is not known`);
  return { style, color: colour(border.colour) };
}

function bordersOf(
  sides: Readonly<Partial<Record<"top" | "bottom" | "left" | "right", Border | null>>>,
): Partial<ExcelJS.Borders> {
  const borders: Partial<ExcelJS.Borders> = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = lineOf(sides[side]);
    if (line) borders[side] = line;
  }
  return borders;
}

const styles = new Map<Format, Partial<ExcelJS.Style>>();

function styleOf(format: Format): Partial<ExcelJS.Style> {
  const known = styles.get(format);
  if (known) return known;
  const style: Partial<ExcelJS.Style> = {
    numFmt: format.numberFormat,
    font: {
      name: format.fontName,
      size: format.fontSize,
      color: colour(format.fontColour),
      bold: format.bold,
      italic: format.italic,
      strike: format.strikethrough,
      underline: format.underline === "None" ? false : format.underline === "Double" ? "double" : true,
    },
    alignment: {
      ...(format.horizontal === "General" ? {} : { horizontal: word(format.horizontal) as "left" }),
      vertical: (format.vertical === "Center" ? "middle" : word(format.vertical)) as "middle",
      wrapText: format.wrap,
      indent: format.indent,
      shrinkToFit: format.shrink,
    },
    border: bordersOf(format),
    protection: { locked: format.locked, hidden: format.formulaHidden },
    ...(format.fill === null ? {} : { fill: solid(format.fill) }),
  };
  styles.set(format, style);
  return style;
}

/** "CenterAcrossSelection" → "centerContinuous", "Left" → "left". */
function word(alignment: string): string {
  return alignment === "CenterAcrossSelection"
    ? "centerContinuous"
    : alignment.charAt(0).toLowerCase() + alignment.slice(1);
}

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

function writeValidation(
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

function conditional(
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

function protectionOf({
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
