/// <reference types="office-js" />
import { ExcelWorkbook } from "../../src/excel";
import { layoutTemplate } from "../../src/layout";
import { writeWorkbook } from "../../src/xlsx/write";
import { openLayout, simulatedExcel } from "../host";
import { ACUTE, providerEntries } from "../support/provider-return";
import { cellsIn } from "../support/saved";
import { planningYear } from "../support/shipped";
import { differing } from "./differing";

const layout = layoutTemplate(planningYear("2007-08").templates.get("provider")!, {
  entries: providerEntries(ACUTE),
  prefilled: new Set(),
  organisation: null,
});

test("a provider's whole plan goes into Excel on the web a sheet a request, and is read as its file is, in two", async () => {
  const excel = await simulatedExcel({ platform: "OfficeOnline" });
  const workbook = new ExcelWorkbook();
  expect(await workbook.put(layout, () => undefined)).toEqual({ kind: "put" });
  expect(excel.requests.count).toBe(layout.sheets.length + 5);
  excel.requests.forget();
  const read = await workbook.read();
  expect(excel.requests.count).toBe(2);
  expect(differing(read, cellsIn(await writeWorkbook(layout)))).toEqual([]);

  const put = excel.saved();
  openLayout(excel.workbook, layout);
  const opened = excel.saved();
  for (const { name } of layout.sheets) {
    const { formats, validations, conditional, page, columns, rows, ...rest } = put.looks.get(name)!;
    const expected = opened.looks.get(name)!;
    expect(validations.length).toBe(expected.validations.length);
    expect(conditional).toEqual(expected.conditional);
    expect(rest).toMatchObject({
      merges: expected.merges,
      protection: expected.protection,
      freeze: expected.freeze,
    });
    expect({ ...page, margins: null }).toEqual({ ...expected.page, margins: null });
    expect([columns, rows]).toEqual([expected.columns, expected.rows]);
    const { cells } = layout.sheets.find((one) => one.name === name)!;
    const others = [...cells].filter(
      ([address, { role }]) => role !== "key" && formats.get(address) !== expected.formats.get(address),
    );
    expect(others).toEqual([]);
  }
});
