/// <reference types="office-js" />
import { ExcelWorkbook } from "../../src/excel";
import { simulatedExcel, type SimulatedExcel } from "../host";

let excel: SimulatedExcel;
const workbook = new ExcelWorkbook();

beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend", "Lists"] });
  await Excel.run(async (context) => {
    const spend = context.workbook.worksheets.getItem("Spend");
    spend.getRange("B2:C4").values = [
      [1, "one"],
      [2, "two"],
      [3, "=B2+B3"],
    ];
    spend.getRange("B2:C4").format.protection.locked = false;
    spend.getRange("D2").numberFormat = [["@"]];
    spend.getRange("D2").format.protection.locked = false;
    spend.protection.protect({});
    await context.sync();
  });
  await excel.settled();
  excel.requests.forget();
});

describe("entering", () => {
  test("writes numbers, texts, truth values, errors and nothing, as they are", async () => {
    expect(
      await workbook.enter([
        { sheet: "Spend", cell: "B2", value: 7 },
        { sheet: "Spend", cell: "B3", value: null },
        { sheet: "Spend", cell: "B4", value: "2007/08" },
        { sheet: "Spend", cell: "C2", value: "=B2" },
        { sheet: "Spend", cell: "C3", value: true },
        { sheet: "Spend", cell: "C4", value: { error: "#N/A" } },
        { sheet: "Spend", cell: "D2", value: "0012" },
        { sheet: "Lists", cell: "A1", value: "'quoted'" },
      ]),
    ).toEqual({ kind: "entered" });
    expect(excel.values("Spend!B2:D4")).toEqual([
      [7, "=B2", "0012"],
      [null, true, null],
      ["2007/08", { error: "#N/A" }, null],
    ]);
    expect(excel.cell("Spend!C2").formula).toBeNull();
    expect(excel.values("Lists!A1")).toEqual([["'quoted'"]]);
    expect(excel.requests.writing).toBe(1);
  });

  test("writes nothing where one of the cells is locked, or its sheet is gone", async () => {
    const entry = { sheet: "Spend", cell: "B2", value: 7 };
    expect(await workbook.enter([entry, { sheet: "Spend", cell: "E2", value: 8 }])).toEqual({
      kind: "refused",
    });
    expect(await workbook.enter([entry, { sheet: "Spent", cell: "B2", value: 8 }])).toEqual({ kind: "gone" });
    expect(await workbook.enter([entry, { sheet: "Spend", cell: "nowhere", value: 8 }])).toEqual({
      kind: "gone",
    });
    expect(excel.values("Spend!B2")).toEqual([[1]]);
    expect(excel.requests.writing).toBe(0);
  });

  test("puts back what stood there where Excel refuses in the middle", async () => {
    const entries = [
      { sheet: "Spend", cell: "B2", value: 7 },
      { sheet: "Spend", cell: "C4", value: "x" },
      { sheet: "Spend", cell: "C2", value: "y" },
    ];
    await excel.user.types("Spend!B2", "'=B3");
    await excel.user.types("Spend!C2", "=B3*2");
    const before = excel.saved().sheets;
    excel.requests.forget();
    excel.refuses({ code: "GeneralException", after: 1, actions: 8 });
    await expect(workbook.enter(entries)).rejects.toMatchObject({ code: "GeneralException" });
    expect(excel.requests.list[1]).toMatchObject({ changed: true, error: "GeneralException" });
    expect(excel.saved().sheets).toEqual(before);
  });

  test("follows a sheet that gets another name meanwhile, and says where it is gone", async () => {
    excel.meanwhile(() => void excel.user.renamesSheet("Spend", "Spending"));
    expect(await workbook.enter([{ sheet: "Spend", cell: "B2", value: 7 }])).toEqual({ kind: "entered" });
    expect(excel.values("Spending!B2")).toEqual([[7]]);
    excel.meanwhile(() => void excel.user.deletesSheet("Spending"));
    expect(await workbook.enter([{ sheet: "Spending", cell: "B2", value: 8 }])).toEqual({ kind: "gone" });
  });

  test("is refused while a cell is being edited, after asking twice", async () => {
    for (const after of [0, 1]) excel.refuses({ code: "InvalidOperationInCellEditMode", after });
    expect(await workbook.enter([{ sheet: "Spend", cell: "B2", value: 7 }])).toEqual({ kind: "refused" });
    excel.refuses({ code: "InvalidOperationInCellEditMode" });
    expect(await workbook.enter([{ sheet: "Spend", cell: "B2", value: 7 }])).toEqual({ kind: "entered" });
  });
});

describe("showing", () => {
  test("goes to a cell of another sheet, and brings a hidden sheet back", async () => {
    await excel.user.activates("Lists");
    await excel.user.shows("Spend", "VeryHidden");
    expect(await workbook.show("Spend", "C4")).toEqual({ kind: "shown" });
    expect(excel.workbook.active.name).toBe("Spend");
    expect(excel.sheet("Spend").selection).toEqual({ top: 4, left: 3, bottom: 4, right: 3 });
  });

  test("says where there is no such sheet or cell", async () => {
    expect(await workbook.show("Spent", "C4")).toEqual({ kind: "gone" });
    expect(await workbook.show("Spend", "#REF!")).toEqual({ kind: "gone" });
  });
});

describe("entering a formula", () => {
  test("puts it where a figure stood, and Excel works it out", async () => {
    const entry = { sheet: "Spend", cell: "B4", formula: "SUM(B2:B3)" };
    expect(await workbook.enter([entry])).toEqual({ kind: "entered" });
    expect(excel.cell("Spend!B4")).toMatchObject({ formula: "=SUM(B2:B3)", value: 3 });
  });

  test("makes a formula of it in a cell for texts too", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Lists").getRange("A1").numberFormat = [["@"]];
      await context.sync();
    });
    expect(await workbook.enter([{ sheet: "Lists", cell: "A1", formula: "1+1" }])).toEqual({
      kind: "entered",
    });
    expect(excel.cell("Lists!A1")).toMatchObject({ formula: "=1+1", value: 2 });
  });

  test("is refused in a locked cell, as a value is", async () => {
    expect(await workbook.enter([{ sheet: "Spend", cell: "E2", formula: "B2" }])).toEqual({
      kind: "refused",
    });
    expect(excel.cell("Spend!E2").formula).toBeNull();
  });
});
