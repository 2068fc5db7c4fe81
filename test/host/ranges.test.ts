/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Sheet1", "Other"] });
});

/** What a load of one range gives, after something was done. */
async function addresses(of: (sheet: Excel.Worksheet) => readonly Excel.Range[]): Promise<readonly string[]> {
  return Excel.run(async (context) => {
    const ranges = of(context.workbook.worksheets.getItem("Sheet1"));
    for (const range of ranges) range.load("address");
    await context.sync();
    return ranges.map((range) => range.address.replace("Sheet1!", ""));
  });
}

async function put(address: string, values: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).values = values;
    await context.sync();
  });
}

describe("ranges", () => {
  test("hold what is written, with the type and the text of each cell", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:D3");
      range.values = [
        [1, 1234.5, true, "#N/A"],
        ["4", "text", "'007", "31/03/2007"],
        [null, "", "=SUM(A1:B1)", "=1/0"],
      ];
      range.load("values,formulas,text,valueTypes,numberFormat");
      await context.sync();
      expect(range.values).toEqual([
        [1, 1234.5, true, "#N/A"],
        [4, "text", "007", 39172],
        ["", "", 1235.5, "#DIV/0!"],
      ]);
      expect(range.formulas[2]).toEqual(["", "", "=SUM(A1:B1)", "=1/0"]);
      expect(range.valueTypes).toEqual([
        ["Double", "Double", "Boolean", "Error"],
        ["Double", "String", "String", "Double"],
        ["Empty", "Empty", "Double", "Error"],
      ]);
      expect(range.text).toEqual([
        ["1", "1234.5", "TRUE", "#N/A"],
        ["4", "text", "007", "31/03/2007"],
        ["", "", "1235.5", "#DIV/0!"],
      ]);
      expect(range.numberFormat[1]).toEqual(["General", "General", "General", "dd/mm/yyyy"]);
    });
  });

  test("null leaves a cell alone, an empty text empties it, one value is written everywhere", async () => {
    await put("A1:B2", [
      [1, 2],
      [3, 4],
    ]);
    await put("A1:B2", [
      [null, ""],
      [5, null],
    ]);
    expect(excel.values("Sheet1!A1:B2")).toEqual([
      [1, null],
      [5, 4],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = "x" as unknown as unknown[][];
      await context.sync();
    });
    expect(excel.values("Sheet1!A1:B2").flat()).toEqual(["x", "x", "x", "x"]);
  });

  test("in a cell formatted as text everything stays a text", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1");
      range.numberFormat = [["@", "@", "0.00"]];
      range.values = [["007", "=A1", "5"]];
      await context.sync();
    });
    expect(excel.values("Sheet1!A1:C1")).toEqual([["007", "=A1", 5]]);
    expect(excel.cell("Sheet1!C1").text).toBe("5.00");
  });

  test("lead to their neighbours", async () => {
    expect(
      await addresses((sheet) => {
        const range = sheet.getRange("B2:D5");
        return [
          range.getCell(1, 2),
          range.getRow(0),
          range.getColumn(2),
          range.getOffsetRange(1, -1),
          range.getResizedRange(-1, 1),
          range.getAbsoluteResizedRange(1, 1),
          range.getLastCell(),
          range.getLastRow(),
          range.getLastColumn(),
          range.getEntireRow(),
          range.getEntireColumn(),
          range.getBoundingRect("F9"),
          range.getIntersection("A1:C3"),
          range.getRowsBelow(2),
          range.getColumnsBefore(),
          sheet.getRangeByIndexes(2, 1, 2, 3),
          sheet.getCell(9, 26),
          sheet.getRange(),
          sheet.getRange("B:C"),
          sheet.getRange("3:4"),
        ];
      }),
    ).toEqual([
      "D3",
      "B2:D2",
      "D2:D5",
      "A3:C6",
      "B2:E4",
      "B2",
      "D5",
      "B5:D5",
      "D2:D5",
      "2:5",
      "B:D",
      "B2:F9",
      "B2:C3",
      "B6:D7",
      "A2:A5",
      "B3:D4",
      "AA10",
      "1:1048576",
      "B:C",
      "3:4",
    ]);
  });

  test("the used range holds what has a value or a look", async () => {
    await put("B3:C4", [
      [1, 2],
      [3, "=B3"],
    ]);
    expect(
      await addresses((sheet) => [sheet.getUsedRange(), sheet.getRange("C1:F3").getUsedRange()]),
    ).toEqual(["B3:C4", "C3"]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("E9").format.fill.color = "#112233";
      const empty = context.workbook.worksheets.getItem("Other").getUsedRangeOrNullObject();
      const [used, values] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
      for (const range of [used, values]) range.load("address");
      await context.sync();
      expect([used.address, values.address, empty.isNullObject]).toEqual([
        "Sheet1!B3:E9",
        "Sheet1!B3:C4",
        true,
      ]);
    });
  });

  test("are cleared as a whole, or of their contents or looks alone", async () => {
    await put("A1:C1", [[1, 2, 3]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:C1").format.font.bold = true;
      sheet.getRange("A1").clear();
      sheet.getRange("B1").clear("Contents");
      sheet.getRange("C1").clear("Formats");
      await context.sync();
    });
    expect(excel.values("Sheet1!A1:C1")).toEqual([[null, null, 3]]);
    expect(["A1", "B1", "C1"].map((at) => excel.cell(`Sheet1!${at}`).format.bold)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("merge, keep their first value, and come apart", async () => {
    await put("A1:B2", [
      [1, 2],
      [3, 4],
    ]);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.merge();
      await context.sync();
      range.values = [
        [9, 8],
        [7, 6],
      ];
      const merged = range.getMergedAreasOrNullObject().load("address");
      await context.sync();
      expect(merged.address).toBe("Sheet1!A1:B2");
    });
    expect(excel.values("Sheet1!A1:B2")).toEqual([
      [9, null],
      [null, null],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2").unmerge();
      await context.sync();
    });
    expect(excel.sheet("Sheet1").merges).toEqual([]);
  });

  test("of 5,000 cells and more travel in blocks of rows", async () => {
    const values = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => row * 10 + column),
    );
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:J500");
      range.values = values;
      range.load("values");
      await context.sync();
      expect(range.values).toEqual(values);
    });
  });

  test("several areas are formatted together", async () => {
    await Excel.run(async (context) => {
      const areas = context.workbook.worksheets.getItem("Sheet1").getRanges("A1:A2,C3");
      areas.format.fill.color = "#FFF9DB";
      areas.load("address,areaCount,cellCount");
      await context.sync();
      expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(["Sheet1!A1:A2,Sheet1!C3", 2, 3]);
    });
    expect(["A1", "A2", "A3", "C3"].map((at) => excel.cell(`Sheet1!${at}`).format.fill)).toEqual([
      "#FFF9DB",
      "#FFF9DB",
      null,
      "#FFF9DB",
    ]);
  });

  test("selecting goes to the sheet", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Other").getRange("C4:D5").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      expect([selected.address, cell.address, active.name]).toEqual(["Other!C4:D5", "Other!C4", "Other"]);
    });
  });
});
