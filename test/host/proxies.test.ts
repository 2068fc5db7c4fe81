/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";
import { codeOf, refusal, refused } from "./refusal";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Sheet1", "IM&T spend"] });
});

describe("the rules of the client's proxies", () => {
  test("a value that was not loaded can't be read, before a sync or after it", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.load("address");
      expect(codeOf(() => range.address)).toBe("PropertyNotLoaded");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1");
      expect(codeOf(() => range.values)).toBe("PropertyNotLoaded");
    });
  });

  test("loading one property of an object gives no other", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1").load("id");
      await context.sync();
      expect(codeOf(() => sheet.name)).toBe("PropertyNotLoaded");
    });
  });

  test("a range is of no use after the run in which it was made", async () => {
    let leaked: Excel.Range | undefined;
    await Excel.run(async (context) => {
      leaked = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      await context.sync();
    });
    expect(codeOf(() => leaked!.load("values"))).toBe("InvalidObjectPath");
  });

  test("a sync is one request, however much is written and read in it", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      for (let row = 1; row <= 50; row += 1) sheet.getRange(`B${row}`).values = [[row]];
      sheet.getRange("B1:B50").load("values");
      await context.sync();
    });
    await excel.settled();
    expect(excel.requests.list).toEqual([
      expect.objectContaining({ reads: 1, writes: 50, changed: true, error: null }),
    ]);
    excel.requests.forget();
    expect(excel.requests.count).toBe(0);
  });

  test("a range that is kept is there for later syncs of the run", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      await context.sync();
      range.values = [[1, 2]];
      await context.sync();
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[1, 2]]);
    });
  });

  test("what is missing is a null object where that was asked for, and everything below it", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Gone");
      expect(codeOf(() => sheet.isNullObject)).toBe("PropertyNotLoaded");
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
      const there = context.workbook.worksheets.getItemOrNullObject("sheet1").load("name");
      await context.sync();
      expect([there.isNullObject, there.name]).toEqual([false, "Sheet1"]);
    });
  });

  test("what is missing is refused where it was not", async () => {
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Gone").load("name");
      await context.sync();
    });
    expect(await refusal(run)).toMatchObject({ code: "ItemNotFound" });
  });

  test("what came before a refusal stays, what comes after it is not done, and the statement is named", async () => {
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("E1").values = [["before"]];
      sheet.getRange("no range").values = [[1]];
      sheet.getRange("E2").values = [["after"]];
      await context.sync();
    });
    const error = await refusal(run);
    expect(error).toMatchObject({ code: "InvalidArgument" });
    expect(JSON.stringify(error.debugInfo)).toContain("getRange");
    expect(excel.values("Sheet1!E1:E2")).toEqual([["before"], [null]]);
  });

  test("collections are loaded with their members, which may be used", async () => {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/position");
      const count = context.workbook.worksheets.getCount();
      await context.sync();
      expect(sheets.items.map(({ name, position }) => [name, position])).toEqual([
        ["Sheet1", 0],
        ["IM&T spend", 1],
      ]);
      expect(count.value).toBe(2);
      const range = sheets.items[1]!.getRange("A1").load("address");
      await context.sync();
      expect(range.address).toBe("'IM&T spend'!A1");
    });
  });

  test("nested loads, and loads of everything, give what they name", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.load({ address: true, format: { wrapText: true, fill: { color: true } } });
      const sheet = context.workbook.worksheets.getItem("Sheet1").load();
      await context.sync();
      expect([range.address, range.format.wrapText, range.format.fill.color]).toEqual([
        "Sheet1!A1",
        false,
        "#FFFFFF",
      ]);
      expect([sheet.name, sheet.visibility, sheet.showGridlines]).toEqual(["Sheet1", "Visible", true]);
    });
  });

  test("a property that Excel has not is refused", async () => {
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").load("nmae");
      await context.sync();
    });
    expect(await refused(run)).toMatch(/^InvalidArgument: .*nmae/);
  });

  test("what this host has not is named, and never passed over", async () => {
    const property = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").tables.load("items/name");
      await context.sync();
    });
    expect(await refused(property)).toMatch(/^NotImplemented: .*Worksheet.Tables/);
    const method = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").removeDuplicates([0], false);
      await context.sync();
    });
    expect(await refused(method)).toMatch(/^NotImplemented: .*Range.RemoveDuplicates/);
  });

  test("a new simulation knows nothing of the one before", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
      await context.sync();
    });
    const next = await simulatedExcel();
    expect(next.requests.count).toBe(0);
    expect(next.cell("Sheet1!A1").value).toBeNull();
  });
});

describe("requirement sets", () => {
  const countSheets = () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.dataValidation.load("type");
      await context.sync();
    });

  test("ExcelApi 1.14 is claimed, and no more", () => {
    const { requirements } = Office.context;
    expect(
      ["1.1", "1.9", "1.10", "1.14", "1.15"].map((set) => requirements.isSetSupported("ExcelApi", set)),
    ).toEqual([true, true, true, true, false]);
    expect(requirements.isSetSupported("RibbonApi", "1.1")).toBe(false);
  });

  test("a member of a set that is not claimed is refused by the client itself", async () => {
    await countSheets();
    await simulatedExcel({ sets: { ExcelApi: "1.4" } });
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.8")).toBe(false);
    expect(await refusal(countSheets())).toMatchObject({ code: "ApiNotFound" });
  });

  test("the platform is what was asked for", async () => {
    await simulatedExcel({ platform: "iOS" });
    expect(await Office.onReady()).toEqual({ host: "Excel", platform: "iOS" });
    expect(Office.context.platform).toBe("iOS");
  });
});
