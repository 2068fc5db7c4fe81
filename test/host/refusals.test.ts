/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";
import { refused } from "./refusal";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend", "Other"] });
});

type Work = (sheet: Excel.Worksheet, workbook: Excel.Workbook) => unknown;

const run = (work: Work) =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Spend"), context.workbook);
    await context.sync();
  });

const list =
  (source: string): Work =>
  (sheet) => {
    sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source } };
  };
const values =
  (address: string, given: unknown[][]): Work =>
  (sheet) =>
    (sheet.getRange(address).values = given);
const formula = (text: string): Work => values("A1", [[text]]);
const prompt =
  (title: string, message: string): Work =>
  (sheet) =>
    (sheet.getRange("A1").dataValidation.prompt = { showPrompt: true, title, message });

const CASES: readonly (readonly [what: string, code: string, work: Work])[] = [
  ["too few rows", "InvalidArgument", values("A1:B2", [[1, 2]])],
  ["too many columns", "InvalidArgument", values("A1:B1", [[1, 2, 3]])],
  ["rows of different lengths", "InvalidArgument", values("A1:B2", [[1, 2], [3]])],
  [
    "a block of the wrong size that is too large for one message",
    "InvalidArgument",
    values(
      "A1:B2000",
      Array.from({ length: 1999 }, () => [1, 2]),
    ),
  ],
  ["a text of more than 32,767 characters", "InvalidArgument", values("A1", [["x".repeat(32_768)]])],
  ["a formula that is none", "InvalidArgument", formula("=SUM(A1")],
  ["a formula that looks at a sheet that is not there", "InvalidArgument", formula("=Gone!A1")],
  [
    "a formula of more than 8,192 characters",
    "FormulaLengthExceedsLimit",
    formula(`="${"x".repeat(8_192)}"`),
  ],
  ["a formula that this host can't work out", "NotImplemented", formula("=VLOOKUP(1,A1:B2,2)")],
  ["an address that is none", "InvalidArgument", (sheet) => sheet.getRange("B4B").load("values")],
  ["an address on another sheet", "InvalidArgument", (sheet) => sheet.getRange("Other!A1").load("values")],
  ["several areas for one range", "InvalidArgument", (sheet) => sheet.getRange("A1,C1").load("address")],
  [
    "a range beyond the edge",
    "InvalidArgument",
    (sheet) => sheet.getRange("A1").getOffsetRange(-1, 0).load("address"),
  ],
  ["the values of a whole sheet", "RangeExceedsLimit", (sheet) => sheet.getRange().load("values")],
  [
    "no cell in common",
    "ItemNotFound",
    (sheet) => sheet.getRange("A1").getIntersection("B2").load("address"),
  ],
  ["a name of 32 characters", "InvalidArgument", (sheet) => (sheet.name = "x".repeat(32))],
  ["a name with a stroke", "InvalidArgument", (sheet) => (sheet.name = "2007/08")],
  ["a name that begins with an apostrophe", "InvalidArgument", (sheet) => (sheet.name = "'x")],
  ["no name", "InvalidArgument", (sheet) => (sheet.name = "")],
  ["a name that another sheet has", "ItemAlreadyExists", (sheet) => (sheet.name = "OTHER")],
  ["a new sheet whose name is taken", "ItemAlreadyExists", (_, { worksheets }) => worksheets.add("spend")],
  ["a position behind the last", "InvalidArgument", (sheet) => (sheet.position = 2)],
  ["a list of more than 255 characters", "InvalidArgument", list("x".repeat(256))],
  ["a list of nothing", "InvalidArgument", list("")],
  ["a prompt with a title of 33 characters", "InvalidArgument", prompt("x".repeat(33), "")],
  ["a prompt of 256 characters", "InvalidArgument", prompt("x", "y".repeat(256))],
  [
    "a colour that is none",
    "InvalidArgument",
    (sheet) => (sheet.getRange("A1").format.fill.color = "#12345"),
  ],
  [
    "an alignment that is none",
    "InvalidArgument",
    (sheet) => (sheet.getRange("A1").format.horizontalAlignment = "Middle" as "Left"),
  ],
  [
    "a conditional format with no formula",
    "InvalidArgument",
    (sheet) => (sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "A1>1"),
  ],
  [
    "a conditional format that is not simulated",
    "NotImplemented",
    (sheet) => sheet.getRange("A1").conditionalFormats.add("IconSet"),
  ],
  ["a row above 409.5 points", "InvalidArgument", (sheet) => (sheet.getRange("1:1").format.rowHeight = 410)],
  ["a page break before the first row", "InvalidArgument", (sheet) => sheet.horizontalPageBreaks.add("A1")],
  [
    "a title that is not of whole rows",
    "InvalidArgument",
    (sheet) => sheet.pageLayout.setPrintTitleRows("A1:B2"),
  ],
  ["a name of the workbook that is an address", "InvalidArgument", (_, { names }) => names.add("AB12", "=1")],
  [
    "a merge over a merge",
    "MergedRangeConflict",
    (sheet) => {
      sheet.getRange("A1:B1").merge();
      sheet.getRange("B1:C1").merge();
    },
  ],
  [
    "the last visible sheet hidden",
    "InvalidOperation",
    (sheet, { worksheets }) => [
      (worksheets.getItem("Other").visibility = "Hidden"),
      (sheet.visibility = "Hidden"),
    ],
  ],
  [
    "a hidden sheet activated",
    "InvalidOperation",
    (_, { worksheets }) => {
      worksheets.getItem("Other").visibility = "Hidden";
      worksheets.getItem("Other").activate();
    },
  ],
  ["a setting that is not there", "ItemNotFound", (_, { settings }) => settings.getItem("x").load("value")],
];

describe("Excel refuses", () => {
  test.each(CASES)("%s", async (_, code, work) => {
    expect((await refused(run(work))).split(":")[0]).toBe(code);
  });

  test("a write of which one formula is wrong, and leaves all its cells as they are", async () => {
    expect(await refused(run(values("A1:B1", [[1, "=SUM("]])))).toMatch(/^InvalidArgument/);
    expect(excel.values("Spend!A1:B1")).toEqual([[null, null]]);
  });

  test("to say anything of a sheet that is gone", async () => {
    const work = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Other");
      const range = sheet.getRange("A1");
      await context.sync();
      sheet.delete();
      await context.sync();
      range.load("values");
      await context.sync();
    });
    expect(await refused(work)).toMatch(/^ItemNotFound/);
  });

  test("on the web alone, requests and answers of more than 5 MB", async () => {
    const large = values(
      "A1:J40",
      Array.from({ length: 40 }, () => Array.from({ length: 10 }, () => "x".repeat(14_000))),
    );
    await run(large);
    excel = await simulatedExcel({ sheets: ["Spend"], platform: "OfficeOnline" });
    expect(await refused(run(large))).toMatch(/^RequestPayloadSizeLimitExceeded/);
    expect(excel.cell("Spend!A1").value).toBeNull();
    for (let row = 1; row <= 40; row += 20)
      await run(
        values(
          `A${row}:J${row + 19}`,
          Array.from({ length: 20 }, () => Array.from({ length: 10 }, () => "x".repeat(14_000))),
        ),
      );
    expect(await refused(run((sheet) => sheet.getRange("A1:J40").load("values")))).toMatch(
      /^ResponsePayloadSizeLimitExceeded/,
    );
  });
});
