/// <reference types="office-js" />
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { ExcelWorkbook, faultOf } from "../../src/excel";
import { layoutTemplate, type Layout } from "../../src/layout";
import { findingsOf, findReturn } from "../../src/return";
import { writeWorkbook } from "../../src/xlsx/write";
import { simulatedExcel, type SimulatedExcel } from "../host";
import { made } from "../support/made";
import { cellsIn } from "../support/saved";
import { TWO_ROLES, templateIn, yearOf } from "../template/small-year";
import { savedLooks } from "./saved-looks";

const folder = made("excel-put");
const YEAR = yearOf(TWO_ROLES);
const ENTRIES = new Map<string, string | number>([
  ["cover.org_code", "5E1"],
  ["cover.org_name", "=Trust +1"],
  ["cover.status", "Draft"],
  ["spend.staff[revenue]", 100],
  ["spend.staff[note]", "2007/08"],
  ["spend.support[revenue]", -5],
]);
const layoutOf = (role: string): Layout =>
  layoutTemplate(templateIn(YEAR, role), { entries: ENTRIES, prefilled: new Set(), organisation: null });
const LAYOUT = layoutOf("provider");
const NAMES = LAYOUT.sheets.map(({ name }) => name);
const nobody = () => undefined;

const sheetsOf = (excel: SimulatedExcel) => excel.workbook.sheets.map(({ name }) => name);

/** What a reader of returns says of a workbook. */
function said(workbook: Parameters<typeof findReturn>[0]) {
  const result = findReturn(workbook, new Map([[YEAR.id, YEAR]]));
  if (result.kind === "refused") throw new Error(result.message);
  const { fields, lost, noticed } = result.found;
  return {
    fields,
    lost,
    noticed,
    findings: findingsOf(result.found, { register: null, fileName: null, day: null }),
  };
}

describe.each(["provider", "payer"])("the return of a %s", (role) => {
  test("is the same in the open workbook as in a file, to the last cell, look, rule and finding", async () => {
    const layout = layoutOf(role);
    const excel = await simulatedExcel();
    expect(await new ExcelWorkbook().put(layout, nobody)).toEqual({ kind: "put" });
    const [put, file] = [await excel.toXlsx(), await writeWorkbook(layout)];
    writeFileSync(join(folder, `${role}.xlsx`), put);
    const [cells, cellsInFile] = [cellsIn(put), cellsIn(file)];
    expect(cells.sheets).toEqual(cellsInFile.sheets);
    const [looks, looksInFile] = [await savedLooks(put), await savedLooks(file)];
    expect(Object.keys(looks)).toEqual(Object.keys(looksInFile));
    for (const [name, look] of Object.entries(looks)) expect(look).toEqual(looksInFile[name]);
    expect(said(cells)).toEqual(said(cellsInFile));
    expect(said(cells).fields.get("cover.org_name")).toMatchObject({ value: "=Trust +1", formula: null });
    expect(said(cells).findings.length).toBeGreaterThan(3);
  });
});

describe("a new workbook", () => {
  test("has the return's sheets and no other, the first of them in front", async () => {
    const excel = await simulatedExcel();
    await new ExcelWorkbook().put(LAYOUT, nobody);
    expect(sheetsOf(excel)).toEqual(NAMES);
    expect(excel.workbook.active.name).toBe(NAMES[0]);
    expect(excel.workbook.properties.get("Title")).toBe(LAYOUT.title);
  });

  test("keeps its sheet where there is a chart on it, or where somebody uses it meanwhile", async () => {
    const excel = await simulatedExcel();
    excel.sheet("Sheet1").charts = 1;
    await new ExcelWorkbook().put(LAYOUT, nobody);
    expect(sheetsOf(excel)).toEqual(["Sheet1", ...NAMES]);

    const other = await simulatedExcel();
    await new ExcelWorkbook().put(LAYOUT, (done) => {
      if (done === 2) other.sheet("Sheet1").put(1, 1, "mine", null);
    });
    expect(sheetsOf(other)).toEqual(["Sheet1", ...NAMES]);
    expect(other.cell("Sheet1!A1").value).toBe("mine");
  });
});

describe("a workbook that is in use", () => {
  test("gets the sheets behind its own, which stay as they are", async () => {
    const excel = await simulatedExcel({ sheets: ["Ledger", "Notes"] });
    await excel.user.types("Ledger!A1", "=Notes!B2*2");
    await excel.user.types("Notes!B2", 21);
    const before = excel.saved();
    await new ExcelWorkbook().put(LAYOUT, nobody);
    expect(sheetsOf(excel)).toEqual(["Ledger", "Notes", ...NAMES]);
    const after = excel.saved();
    for (const name of ["Ledger", "Notes"]) {
      expect(after.looks.get(name)).toEqual(before.looks.get(name));
      expect(after.sheets.find((one) => one.name === name)).toEqual(
        before.sheets.find((one) => one.name === name),
      );
    }
    expect(excel.workbook.properties.has("Title")).toBe(false);
    expect(excel.workbook.active.name).toBe(NAMES[0]);
    expect(said(after).fields).toEqual(said(cellsIn(await writeWorkbook(LAYOUT))).fields);
  });

  test("gets nothing where a sheet has one of the names, in whatever case", async () => {
    const name = NAMES[1]!.toUpperCase();
    const excel = await simulatedExcel({ sheets: ["Ledger", name] });
    expect(await new ExcelWorkbook().put(LAYOUT, nobody)).toEqual({ kind: "taken", names: [NAMES[1]] });
    expect(sheetsOf(excel)).toEqual(["Ledger", name]);
    expect(excel.requests.writing).toBe(0);
  });

  test("gets nothing where its structure is protected, or it is open for reading only", async () => {
    const excel = await simulatedExcel();
    excel.workbook.isStructureProtected = true;
    expect(await new ExcelWorkbook().put(LAYOUT, nobody)).toEqual({ kind: "closed" });
    const other = await simulatedExcel();
    other.workbook.isReadOnly = true;
    expect(await new ExcelWorkbook().put(LAYOUT, nobody)).toEqual({ kind: "closed" });
    expect(sheetsOf(other)).toEqual(["Sheet1"]);
  });
});

test("a sheet takes one request, and the workbook five more; progress tells each of those that write", async () => {
  const excel = await simulatedExcel();
  const told: string[] = [];
  await new ExcelWorkbook().put(LAYOUT, (done, all) => told.push(`${done} of ${all}`));
  expect(excel.requests.count).toBe(LAYOUT.sheets.length + 5);
  const all = LAYOUT.sheets.length + 4;
  expect(told).toEqual(Array.from({ length: all }, (_, at) => `${at + 1} of ${all}`));
});

test("whichever request fails, nothing is left behind, and the error is the one that Excel gave", async () => {
  const excel = await simulatedExcel({ sheets: ["Ledger"] });
  await excel.user.types("Ledger!A1", 1);
  const before = excel.saved();
  const requests = LAYOUT.sheets.length + 5;
  // The third from the end sets the paper, which a computer without a printer may refuse.
  const failing = Array.from({ length: requests }, (_, at) => at).filter((at) => at !== requests - 3);
  for (const after of failing) {
    excel.refuses({ code: "GeneralException", after, actions: after === 0 ? 0 : 25 });
    const put = new ExcelWorkbook().put(LAYOUT, nobody);
    await expect(put).rejects.toMatchObject({ code: "GeneralException" });
    expect(excel.saved()).toEqual(before);
  }
  excel.refuses({ code: "GeneralException", after: requests - 3 });
  expect(await new ExcelWorkbook().put(LAYOUT, nobody)).toEqual({ kind: "put" });
  expect(sheetsOf(excel)).toEqual(["Ledger", ...NAMES]);
});

test("a blank sheet is still there after a failure", async () => {
  const excel = await simulatedExcel();
  excel.refuses({ code: "GeneralException", after: LAYOUT.sheets.length + 4 });
  await expect(new ExcelWorkbook().put(LAYOUT, nobody)).rejects.toMatchObject({ code: "GeneralException" });
  expect(sheetsOf(excel)).toEqual(["Sheet1"]);
});

test("a cell that is being edited is waited for once; what Excel says then is said in plain words", async () => {
  const excel = await simulatedExcel();
  excel.refuses({ code: "InvalidOperationInCellEditMode", after: 3 });
  expect(await new ExcelWorkbook().put(LAYOUT, nobody)).toEqual({ kind: "put" });

  await simulatedExcel();
  const other = await simulatedExcel();
  other.refuses({ code: "InvalidOperationInCellEditMode" });
  other.refuses({ code: "InvalidOperationInCellEditMode" });
  const problem = await new ExcelWorkbook().put(LAYOUT, nobody).catch((thrown: unknown) => thrown);
  expect(faultOf(problem)).toMatchObject({
    code: "InvalidOperationInCellEditMode",
    sentence: expect.stringMatching(/^Excel is busy\. Finish the cell/) as unknown,
  });
});
