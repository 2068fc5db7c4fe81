import ExcelJS from "exceljs";

import packageFile from "../../../package.json";
import { columnLetters, isCellError } from "../../cells";
import {
  COLOURS,
  CONDITIONAL_LOOKS,
  FONT,
  LOOKS,
  NUMBER_FORMATS,
  type ConditionalFormat,
  type Layout,
  type LayoutCell,
  type LayoutSheet,
  type Look,
  type Validation,
} from "../../layout";
import { withCharts } from "./charts";
import { settled } from "./settle";
import { sharedFormulas } from "./shared";

/** How formulas are written: with their right results, or with none, for programs that are to work them out anew. */
export interface WriteOptions {
  readonly results?: "right" | "none";
  /** When the workbook says it was made; fixed, so that the same layout gives the same bytes. */
  readonly made?: Date;
  /** "smallest" packs each part in several ways and takes the shortest, for workbooks that are mailed to many; it takes thrice as long. */
  readonly packing?: "quick" | "smallest";
}

/** exceljs has the sizes of paper in its types only. */
const A4 = { paperSize: 9 };

const MADE = new Date(Date.UTC(2007, 0, 1));

/** A layout as the bytes of an .xlsx file. Written by exceljs's document writer: what its streaming writer makes, Excel calls corrupt. */
export async function writeWorkbook(layout: Layout, options: WriteOptions = {}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = layout.title;
  // What changes a workbook leaves this alone, so that it tells which version made it.
  workbook.creator = `imt ${packageFile.version}`;
  workbook.lastModifiedBy = "imt";
  workbook.created = options.made ?? MADE;
  workbook.modified = options.made ?? MADE;
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of layout.sheets) await writeSheet(workbook, sheet, options.results ?? "right");
  const breaks = layout.sheets.map(({ columnBreaks }) => columnBreaks);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return settled(bytes, breaks, options.packing ?? "quick", (parts) => withCharts(parts, layout));
}

async function writeSheet(
  workbook: ExcelJS.Workbook,
  sheet: LayoutSheet,
  results: "right" | "none",
): Promise<void> {
  const { rows, columns } = sheet.freeze;
  const written = workbook.addWorksheet(sheet.name, {
    state: sheet.visibility,
    views: [
      {
        showGridLines: false,
        zoomScale: sheet.portrait ? 100 : 85,
        ...(rows > 0 || columns > 0
          ? { state: "frozen", xSplit: columns, ySplit: rows, topLeftCell: topLeft(sheet) }
          : { state: "normal" }),
      },
    ],
    pageSetup: {
      orientation: sheet.portrait ? "portrait" : "landscape",
      ...(sheet.scale === null
        ? { fitToPage: true, fitToWidth: sheet.pagesAcross, fitToHeight: sheet.pagesDown ?? 0 }
        : { fitToPage: false, scale: sheet.scale }),
      printTitlesRow: `${sheet.titleRows[0]}:${sheet.titleRows[1]}`,
      ...(sheet.titleColumns === null
        ? {}
        : { printTitlesColumn: sheet.titleColumns.map(columnLetters).join(":") }),
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: sheet.footer },
  });
  Object.assign(written.pageSetup, A4);
  sheet.columns.forEach(({ width, hidden }, at) => {
    const column = written.getColumn(at + 1);
    column.width = width;
    column.hidden = hidden;
  });
  const shared = sharedFormulas(sheet);
  for (const [address, cell] of sheet.cells)
    writeCell(written.getCell(address), cell, results, shared.get(address) ?? null);
  for (const [number, { height, hidden }] of sheet.rows) {
    const row = written.getRow(number);
    if (height !== null) row.height = height;
    row.hidden = hidden;
  }
  for (const { top, left, bottom, right } of sheet.merges) written.mergeCells(top, left, bottom, right);
  for (const validation of sheet.validations) writeValidation(written, validation);
  for (const format of sheet.conditional) written.addConditionalFormatting(conditional(format));
  for (const row of sheet.pageBreaks) written.getRow(row - 1).addPageBreak();
  if (sheet.filter !== null) written.autoFilter = sheet.filter;
  if (sheet.protected) {
    await written.protect("", {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
      insertRows: sheet.takesRows,
    });
  }
}

/** Where the part that scrolls begins; hidden columns before it count. */
function topLeft(sheet: LayoutSheet): string {
  const { rows, columns } = sheet.freeze;
  let letters = "";
  for (let rest = columns + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${rows + 1}`;
}

/** `first` is the cell with whose formula it shares its own, moved down. */
function writeCell(
  target: ExcelJS.Cell,
  cell: LayoutCell,
  results: "right" | "none",
  first: string | null,
): void {
  // Keys are hidden by the thousand and look as an empty sheet does.
  if (cell.role !== "key") target.style = styleOf(LOOKS[cell.role], NUMBER_FORMATS[cell.format]);
  const { value, formula } = cell;
  if (formula !== null) {
    const result = results === "none" || value === null ? {} : { result: plain(value) };
    target.value = first === null ? { formula, ...result } : { sharedFormula: first, ...result };
  } else if (value !== null) target.value = plain(value);
}

function plain(value: NonNullable<LayoutCell["value"]>): string | number | boolean | ExcelJS.CellErrorValue {
  if (isCellError(value)) return { error: value.error as ExcelJS.CellErrorValue["error"] };
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`writeCell: ${value} can't stand in a cell`);
  return value;
}

const styles = new Map<string, Partial<ExcelJS.Style>>();

/** One style object for each look and format: exceljs finds it again faster than an equal one. */
function styleOf(look: Look, format: string): Partial<ExcelJS.Style> {
  const key = JSON.stringify([look, format]);
  const known = styles.get(key);
  if (known) return known;
  const rule = (colour: string, style: ExcelJS.BorderStyle = "thin") => ({
    style,
    color: { argb: `FF${colour}` },
  });
  const light = rule(COLOURS.rule);
  const borders: Readonly<Record<Look["rules"], Partial<ExcelJS.Borders>>> = {
    none: {},
    box: { top: light, bottom: light, left: light, right: light },
    total: { top: rule(COLOURS.strongRule), bottom: light, left: light, right: light },
    below: { top: light, bottom: rule(COLOURS.strongRule), left: light, right: light },
  };
  const style: Partial<ExcelJS.Style> = {
    numFmt: format,
    font: {
      name: FONT,
      size: look.size,
      bold: look.bold,
      underline: look.underline,
      color: { argb: `FF${look.colour}` },
    },
    alignment: {
      horizontal: look.across,
      vertical: look.down,
      wrapText: look.wrap,
      indent: look.indent,
      ...(look.turned ? { textRotation: 90 } : {}),
    },
    border: borders[look.rules],
    protection: { locked: look.locked },
    ...(look.fill === null ? {} : { fill: solid(look.fill) }),
  };
  styles.set(key, style);
  return style;
}

function solid(colour: string): ExcelJS.Fill {
  return {
    type: "pattern",
    pattern: "solid",
    fgColor: { argb: `FF${colour}` },
    bgColor: { argb: `FF${colour}` },
  };
}

function conditional({ range, formula, look }: ConditionalFormat): ExcelJS.ConditionalFormattingOptions {
  const { colour, fill, bold, code } = CONDITIONAL_LOOKS[look];
  return {
    ref: range,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [formula],
        style: {
          font: { color: { argb: `FF${colour}` }, bold },
          ...(fill === null ? {} : { fill: solid(fill) }),
          ...(code === null ? {} : { numFmt: code }),
        },
      },
    ],
  };
}

/** exceljs has this, its types do not: one validation for a whole range. */
interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

function writeValidation(
  sheet: ExcelJS.Worksheet,
  { range, test, promptTitle, prompt, error }: Validation,
): void {
  const words = {
    allowBlank: true,
    showInputMessage: prompt !== "",
    promptTitle,
    prompt,
    showErrorMessage: test.kind !== "any",
    error,
  };
  const { dataValidations } = sheet as unknown as RangeValidations;
  switch (test.kind) {
    case "list":
      dataValidations.add(range, { ...words, type: "list", formulae: [`"${test.choices.join(",")}"`] });
      return;
    case "whole":
    case "decimal":
    case "date": {
      const limits = [test.least, test.most];
      const formulae = test.kind === "date" ? limits.map(dayOf) : limits;
      dataValidations.add(range, { ...words, type: test.kind, operator: "between", formulae });
      return;
    }
    case "length":
      dataValidations.add(range, {
        ...words,
        type: "textLength",
        operator: "lessThanOrEqual",
        formulae: [test.most],
      });
      return;
    case "any":
      if (prompt !== "")
        dataValidations.add(range, { ...words, type: "any" } as unknown as ExcelJS.DataValidation);
  }
}

const DAY = 86_400_000;
/** Days from Excel's first to 1 January 1970. */
const DAYS_TO_1970 = 25_569;

/** exceljs takes the limits of dates as moments, and makes days of them by itself. */
function dayOf(serial: number): Date {
  return new Date((serial - DAYS_TO_1970) * DAY);
}
