/// <reference types="office-js" />
import { ExcelWorkbook } from "../../src/excel";
import { layoutTemplate, type Layout } from "../../src/layout";
import { writeWorkbook } from "../../src/xlsx/write";
import { simulatedExcel } from "../host";
import { cellsIn } from "../support/saved";
import { TWO_ROLES, templateIn, yearOf } from "../template/small-year";
import { savedLooks } from "./saved-looks";

const YEAR = yearOf(TWO_ROLES);
const layoutOf = (role: string): Layout =>
  layoutTemplate(templateIn(YEAR, role), { entries: new Map(), prefilled: new Set(), organisation: null });
const nobody = () => undefined;

describe.each(["provider", "payer"])("the small return of the %s", (role) => {
  test("is the same in the open workbook as in a file", async () => {
    const layout = layoutOf(role);
    const excel = await simulatedExcel();
    expect(await new ExcelWorkbook().put(layout, nobody)).toEqual({ kind: "put" });
    const [put, file] = [await excel.toXlsx(), await writeWorkbook(layout)];
    expect(cellsIn(put).sheets).toEqual(cellsIn(file).sheets);
    const [looks, looksInFile] = [await savedLooks(put), await savedLooks(file)];
    expect(Object.keys(looks)).toEqual(Object.keys(looksInFile));
    for (const [name, look] of Object.entries(looks)) expect(look).toEqual(looksInFile[name]);
  });
});
