/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel();
});

const onSheet = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>) =>
  Excel.run(async (context) => {
    await work(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
  });

describe("looks", () => {
  test("are written and read, and read as null where cells differ", async () => {
    await onSheet(async (sheet, context) => {
      const { format } = sheet.getRange("A1:B2");
      format.fill.color = "#ffff00";
      format.font.set({ name: "Arial", size: 10, bold: true, color: "#212B32", underline: "Single" });
      format.horizontalAlignment = "Right";
      format.verticalAlignment = "Center";
      format.wrapText = true;
      format.indentLevel = 1;
      format.protection.locked = false;
      const both = sheet.getRange("B2:C2");
      both.load(
        "format/fill/color,format/font/name,format/font/size,format/wrapText,format/protection/locked",
      );
      await context.sync();
      const { fill, font, wrapText, protection } = both.format;
      expect([fill.color, font.name, font.size, wrapText, protection.locked]).toEqual([
        null,
        null,
        null,
        null,
        null,
      ]);
    });
    expect(excel.cell("Sheet1!B2").format).toMatchObject({
      fill: "#FFFF00",
      fontName: "Arial",
      fontSize: 10,
      bold: true,
      fontColour: "#212B32",
      underline: "Single",
      horizontal: "Right",
      vertical: "Center",
      wrap: true,
      indent: 1,
      locked: false,
    });
    expect(excel.cell("Sheet1!C2").format).toMatchObject({ fill: null, bold: false, locked: true });
  });

  test("lines lie on the edges of a range, or between its cells", async () => {
    await onSheet((sheet) => {
      const { borders } = sheet.getRange("B2:C3").format;
      borders.getItem("EdgeTop").style = "Continuous";
      borders.getItem("EdgeTop").color = "#5C6670";
      borders.getItem("EdgeTop").weight = "Medium";
      borders.getItem("InsideVertical").style = "Dot";
    });
    const line = { style: "Continuous", weight: "Medium", colour: "#5C6670" };
    expect(excel.cell("Sheet1!B2").format).toMatchObject({
      top: line,
      bottom: null,
      left: null,
      right: { style: "Dot" },
    });
    expect(excel.cell("Sheet1!C2").format).toMatchObject({ top: line, left: { style: "Dot" }, right: null });
    expect(excel.cell("Sheet1!B3").format).toMatchObject({ top: null, right: { style: "Dot" } });
    await onSheet((sheet) => {
      sheet.getRange("B2:C2").format.borders.getItem("EdgeTop").style = "None";
    });
    expect(excel.cell("Sheet1!B2").format.top).toBeNull();
  });

  test("a whole sheet, whole columns and whole rows have looks of their own, which new cells take on", async () => {
    await onSheet((sheet) => {
      sheet.getRange().format.font.name = "Arial";
      sheet.getRange("B:C").format.fill.color = "#F3F5F7";
      sheet.getRange("3:3").format.font.bold = true;
      sheet.getRange("C3").values = [["new"]];
    });
    expect(excel.cell("Sheet1!C3").format).toMatchObject({ fontName: "Arial", fill: "#F3F5F7", bold: true });
    expect(excel.cell("Sheet1!XFD1048576").format).toMatchObject({ fontName: "Arial", fill: null });
    expect(excel.cell("Sheet1!A3").format).toMatchObject({ bold: true, fill: null });
  });

  test("columns and rows have sizes in points, and may be hidden", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A:A").columnHidden = true;
      sheet.getRange("B:C").format.columnWidth = 90;
      sheet.getRange("4:4").rowHidden = true;
      sheet.getRange("2:2").format.rowHeight = 22;
      const [some, all] = [sheet.getRange("A1:B1"), sheet.getRange("B1:C1")];
      for (const range of [some, all]) range.load("columnHidden,format/columnWidth");
      await context.sync();
      expect([some.columnHidden, all.columnHidden, some.format.columnWidth, all.format.columnWidth]).toEqual([
        null,
        false,
        null,
        90,
      ]);
    });
    const { rows, columns } = excel.sheet("Sheet1");
    expect([rows.isHidden(4), rows.size(2), rows.size(3), columns.isHidden(1), columns.size(3)]).toEqual([
      true,
      22,
      15,
      true,
      90,
    ]);
  });

  test("of many cells, columns and rows are set at once", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A1:B1").setCellProperties([
        [
          {
            format: {
              fill: { color: "#EAF1F8" },
              font: { bold: true },
              borders: { top: { style: "Continuous", color: "#D0D7DE" } },
            },
          },
          { format: { horizontalAlignment: "Right", protection: { locked: false } } },
        ],
      ]);
      sheet.getRange("A:B").setColumnProperties([{ columnHidden: true }, { format: { columnWidth: 60 } }]);
      sheet.getRange("1:2").setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]);
    });
    expect(excel.cell("Sheet1!A1").format).toMatchObject({
      fill: "#EAF1F8",
      bold: true,
      top: { style: "Continuous", weight: "Thin", colour: "#D0D7DE" },
    });
    expect(excel.cell("Sheet1!B1").format).toMatchObject({ horizontal: "Right", locked: false });
    const { rows, columns } = excel.sheet("Sheet1");
    expect([columns.isHidden(1), columns.size(2), rows.size(1), rows.isHidden(2)]).toEqual([
      true,
      60,
      30,
      true,
    ]);
  });
});
