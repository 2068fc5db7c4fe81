import ExcelJS from "exceljs";

import { columnLetters, isCellError, type RawValue } from "../../../src/cells";
import { settled } from "../../../src/xlsx/write/settle";
import { formatArea } from "../model/area";
import { columnOf, rowOf } from "../model/cell-key";
import { USUAL_FORMAT } from "../model/format";
import { INCH } from "../model/page-layout";
import { signsOfPoints } from "../open-layout";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { conditional, protectionOf, writeValidation } from "./guidance";
import { colour, styleOf } from "./styles";

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
