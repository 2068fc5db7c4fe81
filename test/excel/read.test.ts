/// <reference types="office-js" />
import { ExcelWorkbook, faultOf } from "../../src/excel";
import { simulatedExcel, type SimulatedExcel } from "../host";
import { cellsIn } from "../support/saved";
import { differing } from "./differing";

/** One of everything that a cell can hold. */
async function variety(): Promise<SimulatedExcel> {
  const excel = await simulatedExcel({ sheets: ["Spend", "IM&T plan's", "Empty"] });
  await excel.user.pastes("Spend!B3", [
    ["Staff", 12.5, true, "#N/A", "31/03/2007"],
    ["'=1+1", "'12", "'#N/A", "'TRUE", "'"],
    ['=B3&""', "=C3*2", "=NOT(D3)", "=C3/0", '=""'],
    ['="="&B3', null, null, null, "=F3+1"],
  ]);
  await excel.user.types("IM&T plan's!D9", "='Spend'!C5");
  await excel.user.shows("IM&T plan's", "VeryHidden");
  return excel;
}

test("every kind of cell is read as it is read from the saved workbook, in two requests", async () => {
  const excel = await variety();
  const read = await new ExcelWorkbook().read();
  expect(excel.requests.count).toBe(2);
  expect(differing(read, cellsIn(await excel.toXlsx()))).toEqual([]);
  const [spend, plan, empty] = read.sheets;
  expect(Object.fromEntries(spend!.cells)).toEqual({
    B3: { value: "Staff", formula: null },
    C3: { value: 12.5, formula: null },
    D3: { value: true, formula: null },
    E3: { value: { error: "#N/A" }, formula: null },
    F3: { value: 39172, formula: null },
    B4: { value: "=1+1", formula: null },
    C4: { value: "12", formula: null },
    D4: { value: "#N/A", formula: null },
    E4: { value: "TRUE", formula: null },
    F4: { value: "", formula: null },
    B5: { value: "Staff", formula: 'B3&""' },
    C5: { value: 25, formula: "C3*2" },
    D5: { value: false, formula: "NOT(D3)" },
    E5: { value: { error: "#DIV/0!" }, formula: "C3/0" },
    F5: { value: "", formula: '""' },
    B6: { value: "=Staff", formula: '"="&B3' },
    F6: { value: 39173, formula: "F3+1" },
  });
  expect(plan).toMatchObject({ name: "IM&T plan's", visibility: "veryHidden" });
  expect(plan!.cells.get("D9")).toEqual({ value: 25, formula: "'Spend'!C5" });
  expect(empty!.cells.size).toBe(0);
  expect(read).toMatchObject({ date1904: false, modified: null });
});

test("a workbook that counts its days from 1904 says so", async () => {
  const excel = await simulatedExcel();
  excel.workbook.date1904 = true;
  expect((await new ExcelWorkbook().read()).date1904).toBe(true);
});

test("a workbook that is too large to travel at once is read in parts, and in smaller ones where those are too large", async () => {
  const excel = await variety();
  const whole = await new ExcelWorkbook().read();
  excel.requests.forget();
  // All at once, then the first part, then the first half of that.
  for (const after of [1, 3, 4]) excel.refuses({ code: "ResponsePayloadSizeLimitExceeded", after });
  const parts = await new ExcelWorkbook().read();
  expect(differing(parts, whole)).toEqual([]);
  expect(excel.requests.list.filter(({ error }) => error !== null)).toHaveLength(3);
});

test("really large cells are read on the web, though they are more than it hands over", async () => {
  const excel = await simulatedExcel({ sheets: ["Long", "Short"], platform: "OfficeOnline" });
  for (let row = 1; row <= 300; row += 1) excel.sheet("Long").put(row, 1, "é".repeat(15_000), null);
  excel.sheet("Short").put(2, 2, 7, null);
  const read = await new ExcelWorkbook().read();
  expect(read.sheets.map(({ cells }) => cells.size)).toEqual([300, 1]);
  expect(excel.requests.list.some(({ error }) => error === "ResponsePayloadSizeLimitExceeded")).toBe(true);
});

test("sheet names are told in their order; an error that Excel gives is handed on", async () => {
  const excel = await variety();
  expect(await new ExcelWorkbook().sheetNames()).toEqual(["Spend", "IM&T plan's", "Empty"]);
  excel.refuses({ code: "HostIsBusy" });
  const problem = await new ExcelWorkbook().read().catch((thrown: unknown) => thrown);
  expect(faultOf(problem).code).toBe("HostIsBusy");
});
