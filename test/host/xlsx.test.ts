/// <reference types="office-js" />
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import * as fc from "../support/laws";

import { writeFormula, type Scalar } from "../../src/formula";
import { CELLS, formula } from "../formula/sheet-language";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { cellsIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { cellAt, readXlsx } from "../support/xlsx";
import { simulatedExcel } from ".";

jest.setTimeout(180_000);
const folder = made("host-xlsx");

/** A workbook with something of everything, written as an add-in writes it. */
async function written() {
  const excel = await simulatedExcel({ sheets: ["Spend", "IM&T plan"] });
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const [spend, plan] = [worksheets.getItem("Spend"), worksheets.getItem("IM&T plan")];
    spend.getRange("A1:C3").formulas = [
      ["Line", "Plan", "Share"],
      ["Staff", 1850, "=B2/B3"],
      ["Total", "=SUM(B2:B2)", "=B2/0"],
    ];
    spend.getRange("B2:B3").numberFormat = [["#,##0"], ["#,##0"]];
    spend.getRange("B2").format.fill.color = "#FFF9DB";
    spend.getRange("B2").format.protection.locked = false;
    spend.getRange("A1:C1").format.font.set({ name: "Arial", size: 10, bold: true });
    spend.getRange("A1:C1").format.borders.getItem("EdgeBottom").style = "Continuous";
    spend.getRange("B2").dataValidation.rule = {
      decimal: { formula1: 0, formula2: 9_999, operator: "Between" },
    };
    spend.getRange("B2").dataValidation.prompt = { showPrompt: true, title: "Plan", message: "In £000." };
    spend.getRange("D2:D3").dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
    spend.getRange("E2").dataValidation.rule = {
      date: { formula1: "2007-04-01", formula2: "2008-03-31", operator: "Between" },
    };
    const format = spend.getRange("B2:C3").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=$B2>1000";
    format.custom.format.fill.color = "#FDE8E8";
    format.custom.format.font.color = "#8A1010";
    spend.getRange("A:A").format.columnWidth = 100;
    spend.getRange("F:F").columnHidden = true;
    spend.getRange("5:5").rowHidden = true;
    spend.getRange("1:1").format.rowHeight = 22;
    spend.getRange("A7:B7").merge();
    spend.freezePanes.freezeAt("A1:A1");
    spend.showGridlines = false;
    spend.tabColor = "#005EB8";
    spend.pageLayout.orientation = "Landscape";
    spend.pageLayout.zoom = { horizontalFitToPages: 1 };
    spend.pageLayout.headersFooters.defaultForAllPages.leftFooter = "Page &P";
    spend.pageLayout.setPrintTitleRows("1:1");
    spend.horizontalPageBreaks.add("A6");
    spend.verticalPageBreaks.add("D1");
    plan.getRange("A1:A2").formulas = [["=Spend!B3*2"], ['="a"&TRUE']];
    plan.visibility = "VeryHidden";
    spend.protection.protect({ allowFormatColumns: true });
    await context.sync();
  });
  return excel;
}

test("a workbook is saved with everything that was written, as the project's reader and exceljs see it", async () => {
  const excel = await written();
  const bytes = await excel.toXlsx();
  const file = join(folder, "everything.xlsx");
  writeFileSync(file, bytes);
  const { sheets } = excel.saved();
  expect(cellsIn(bytes).sheets).toEqual(sheets);
  expect(sheets[0]!.cells.get("C2")).toEqual({ value: 1, formula: "B2/B3" });
  expect(sheets[0]!.cells.get("C3")).toEqual({ value: { error: "#DIV/0!" }, formula: "B2/0" });
  expect(sheets[1]).toMatchObject({ visibility: "veryHidden" });

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const spend = workbook.getWorksheet("Spend")!;
  expect(spend.getCell("B2")).toMatchObject({
    numFmt: "#,##0",
    fill: { fgColor: { argb: "FFFFF9DB" } },
    protection: { locked: false },
    dataValidation: { type: "decimal", formulae: [0, 9_999], promptTitle: "Plan", prompt: "In £000." },
  });
  expect(spend.getCell("A1")).toMatchObject({
    font: { name: "Arial", bold: true },
    border: { bottom: { style: "thin" } },
  });
  expect(spend.getCell("D3").dataValidation).toMatchObject({ type: "list", formulae: ['"Yes,No"'] });
  expect(spend.getCell("E2").dataValidation).toMatchObject({ type: "date" });
  expect(spend.getColumn(1).width).toBeCloseTo(100 / 0.75 / 7, 1);
  expect([spend.getColumn(6).hidden, spend.getRow(5).hidden, spend.getRow(1).height]).toEqual([
    true,
    true,
    22,
  ]);
  expect(spend.getCell("B7").master.address).toBe("A7");
  expect(spend.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 1, showGridLines: false });
  expect(spend.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1, printTitlesRow: "1:1" });
  expect(spend.headerFooter.oddFooter).toBe("&LPage &P");
  const { conditionalFormattings, sheetProtection } = spend as unknown as {
    readonly conditionalFormattings: readonly unknown[];
    readonly sheetProtection: unknown;
  };
  expect(conditionalFormattings).toMatchObject([
    { ref: "B2:C3", rules: [{ type: "expression", formulae: ["$B2>1000"] }] },
  ]);
  expect(sheetProtection).toMatchObject({ sheet: true, formatColumns: true });
  expect(sheetProtection).not.toMatchObject({ formatRows: true });
});

test("the look of a sheet is saved as plain data", async () => {
  const look = (await written()).saved().looks.get("Spend")!;
  expect(look).toMatchObject({
    tabColour: "#005EB8",
    gridlines: false,
    merges: ["A7:B7"],
    protection: { options: ["allowFormatColumns"], selectionMode: "Normal" },
    freeze: { rows: 1, columns: 1 },
    rowBreaks: [6],
    columnBreaks: [4],
    columns: [
      { line: 1, size: 100, hidden: false },
      { line: 6, size: null, hidden: true },
    ],
  });
  expect(look.validations.map(({ range }) => range)).toEqual(["B2", "D2:D3", "E2"]);
  expect(look.formats.get("B2")).toMatchObject({ fill: "#FFF9DB", locked: false });
});

const SEED = 2_007_08;
const AT_LEAST = 50;

/** Formulas that the project's own language has, always the same ones. */
function formulas(): readonly string[] {
  const trees = fc
    .sample(formula, { seed: SEED, numRuns: 200 })
    .filter(({ kind }) => kind === "call" || kind === "binary");
  const texts = trees
    .map((tree) => writeFormula(tree, (reference) => reference))
    .filter((text) => text.length < 500);
  return [...new Set(texts)];
}

function alike(ours: Scalar, theirs: Scalar): boolean {
  if (typeof ours === "number" && typeof theirs === "number")
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(Math.abs(ours), Math.abs(theirs), 1e-3);
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

describeWith(libreOffice, "a saved workbook in LibreOffice", () => {
  const out = scratch();

  test("has the results that the simulated Excel shows", async () => {
    const texts = formulas();
    const excel = await simulatedExcel({ sheets: ["Formulas", "Beside"] });
    for (const [address, value] of Object.entries(CELLS))
      await excel.user.types(`Formulas!${address}`, asTyped(value));
    await excel.user.pastes(
      "Formulas!H1",
      texts.map((text) => [`=${text}`]),
    );
    await excel.user.pastes(
      "Beside!A1",
      texts.map((_, row) => [`=Formulas!H${row + 1}`]),
    );
    await excel.user.insertsRows("Formulas", 3);
    await excel.user.renamesSheet("Formulas", "IM&T 'sums'");
    const file = join(folder, "formulas.xlsx");
    writeFileSync(file, await excel.toXlsx());
    const [calculated] = await calculate([file], out);
    const read = await readXlsx(calculated!);
    const differing = [...excel.workbook.sheets].flatMap((sheet) =>
      sheet.formulas().flatMap(({ text, row, column }) => {
        const ours = sheet.value(row, column);
        const address = `${column === 8 ? "H" : "A"}${row}`;
        const theirs = cellAt(read, sheet.name, address).value ?? "";
        return alike(ours, theirs) ? [] : [{ address, text, ours, theirs }];
      }),
    );
    expect(differing).toEqual([]);
    expect(texts.length).toBeGreaterThanOrEqual(AT_LEAST);
  });
});

/** A text that reads as something else is typed with an apostrophe. */
function asTyped(value: unknown): string | number | boolean {
  return typeof value === "string" ? `'${value}` : (value as number | boolean);
}
