/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Cover", "Spend", "Checks"] });
});

const names = () => excel.workbook.sheets.map(({ name }) => name);
const run = (work: (workbook: Excel.Workbook, context: Excel.RequestContext) => void | Promise<void>) =>
  Excel.run(async (context) => {
    await work(context.workbook, context);
    await context.sync();
  });

describe("sheets", () => {
  test("are added at the end, moved, renamed, hidden and deleted", async () => {
    await run(async ({ worksheets }, context) => {
      const sheet = worksheets.add("Funding");
      worksheets.add();
      sheet.position = 1;
      sheet.load("position,name,visibility,id");
      await context.sync();
      expect([sheet.name, sheet.position, sheet.visibility]).toEqual(["Funding", 1, "Visible"]);
      sheet.name = "Money";
      sheet.visibility = "VeryHidden";
      const again = worksheets.getItem(sheet.id).load("name");
      await context.sync();
      expect(again.name).toBe("Money");
    });
    expect(names()).toEqual(["Cover", "Money", "Spend", "Checks", "Sheet5"]);
    expect(excel.sheet("Money").visibility).toBe("VeryHidden");
    await run(({ worksheets }) => worksheets.getItem("Money").delete());
    expect(names()).toEqual(["Cover", "Spend", "Checks", "Sheet5"]);
  });

  test("have neighbours, a first and a last, hidden ones counted or not", async () => {
    await excel.user.shows("Checks", "Hidden");
    await run(async ({ worksheets }, context) => {
      const spend = worksheets.getItem("Spend");
      const found = [
        worksheets.getFirst(),
        worksheets.getLast(),
        worksheets.getLast(true),
        spend.getNext(),
        spend.getPrevious(),
      ];
      for (const sheet of found) sheet.load("name");
      const none = spend.getNextOrNullObject(true);
      await context.sync();
      expect(found.map((sheet) => sheet.name)).toEqual(["Cover", "Checks", "Spend", "Checks", "Cover"]);
      expect(none.isNullObject).toBe(true);
    });
  });

  test("the active one is another once it is hidden or deleted", async () => {
    await run(({ worksheets }) => worksheets.getItem("Spend").activate());
    expect(excel.workbook.active.name).toBe("Spend");
    await run(({ worksheets }) => worksheets.getItem("Spend").delete());
    expect(excel.workbook.active.name).toBe("Checks");
  });

  test("have a tab's colour, gridlines and frozen panes", async () => {
    await run(async ({ worksheets }, context) => {
      const sheet = worksheets.getItem("Spend");
      sheet.tabColor = "#005EB8";
      sheet.showGridlines = false;
      sheet.freezePanes.freezeAt("A1:C4");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      const none = worksheets.getItem("Cover").freezePanes.getLocationOrNullObject();
      await context.sync();
      expect([frozen.address, none.isNullObject]).toEqual(["Spend!A1:C4", true]);
    });
    expect(excel.sheet("Spend")).toMatchObject({
      tabColour: "#005EB8",
      showsGridlines: false,
      freeze: { rows: 4, columns: 3 },
    });
    await run(({ worksheets }) => worksheets.getItem("Spend").freezePanes.freezeRows(2));
    expect(excel.sheet("Spend").freeze).toEqual({ rows: 2, columns: 0 });
    await run(({ worksheets }) => worksheets.getItem("Spend").freezePanes.unfreeze());
    expect(excel.sheet("Spend").freeze).toBeNull();
  });

  test("have a page: orientation, paper, scale, margins, titles, headers and breaks", async () => {
    await run(async ({ worksheets }, context) => {
      const sheet = worksheets.getItem("Spend");
      const page = sheet.pageLayout;
      page.orientation = Excel.PageOrientation.landscape;
      page.paperSize = Excel.PaperType.a4;
      page.zoom = { horizontalFitToPages: 1 };
      page.setPrintMargins("Inches", { left: 0.5, top: 1 });
      page.setPrintTitleRows("$2:$4");
      page.setPrintTitleColumns("A:B");
      page.setPrintArea("A1:G40");
      page.headersFooters.defaultForAllPages.leftFooter = "Page &P";
      page.centerHorizontally = true;
      sheet.horizontalPageBreaks.add("A21");
      sheet.horizontalPageBreaks.add("A11:A11");
      sheet.verticalPageBreaks.add("E1");
      page.load("orientation,zoom,leftMargin,rightMargin");
      const titles = page.getPrintTitleRowsOrNullObject().load("address");
      const none = page.getPrintAreaOrNullObject().load("address");
      const breaks = sheet.horizontalPageBreaks.load("items/rowIndex");
      await context.sync();
      expect([page.orientation, page.zoom, page.leftMargin, page.rightMargin]).toEqual([
        "Landscape",
        { horizontalFitToPages: 1, verticalFitToPages: null },
        36,
        50.4,
      ]);
      expect([titles.address, none.address]).toEqual(["Spend!2:4", "Spend!A1:G40"]);
      expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual([10, 20]);
    });
    const { page, rowBreaks, columnBreaks } = excel.sheet("Spend");
    expect(page).toMatchObject({
      paperSize: "A4",
      pagesAcross: 1,
      scale: null,
      titleColumns: [1, 2],
      headers: { leftFooter: "Page &P" },
      centredAcross: true,
    });
    expect([rowBreaks, columnBreaks]).toEqual([[11, 21], [5]]);
    await run(({ worksheets }) => worksheets.getItem("Spend").horizontalPageBreaks.removePageBreaks());
    expect(excel.sheet("Spend").rowBreaks).toEqual([]);
  });

  test("have the arrows of a filter, and properties of their own", async () => {
    await run(async ({ worksheets }, context) => {
      const sheet = worksheets.getItem("Spend");
      sheet.autoFilter.apply(sheet.getRange("A3:D9"));
      sheet.customProperties.add("imt", "2007-08");
      const property = sheet.customProperties.getItemOrNullObject("IMT").load("value");
      const none = sheet.customProperties.getItemOrNullObject("other");
      const range = sheet.autoFilter.getRangeOrNullObject().load("address");
      await context.sync();
      expect([property.value, none.isNullObject, range.address]).toEqual(["2007-08", true, "Spend!A3:D9"]);
    });
  });
});

describe("what a workbook has besides", () => {
  test("names of cells and of formulas, for the workbook or for a sheet", async () => {
    await run(async ({ names: all, worksheets }, context) => {
      const spend = worksheets.getItem("Spend");
      spend.getRange("A1:A3").values = [[1], [2], [4]];
      all.add("Total_spend", spend.getRange("A1:A3"), "of the year");
      spend.names.add("limit", "=7");
      spend.getRange("B1").formulas = [["=SUM(Total_spend)+limit"]];
      const name = all.getItem("total_SPEND").load("name,formula,type,value,comment,scope");
      const range = name.getRange().load("values");
      const none = all.getItemOrNullObject("limit");
      await context.sync();
      expect([name.name, name.formula, name.type, name.value, name.comment, name.scope]).toEqual([
        "Total_spend",
        "=Spend!$A$1:$A$3",
        "Range",
        "Spend!A1:A3",
        "of the year",
        "Workbook",
      ]);
      expect(range.values).toEqual([[1], [2], [4]]);
      expect(none.isNullObject).toBe(true);
    });
    expect(excel.cell("Spend!B1").value).toBe(14);
    await run(({ names: all }) => all.getItem("Total_spend").delete());
    expect(excel.cell("Spend!B1").value).toEqual({ error: "#NAME?" });
  });

  test("settings and properties, of Excel's own and of ours", async () => {
    await run(async ({ settings, properties }, context) => {
      settings.add("imt", { year: "2007-08", made: new Date(Date.UTC(2007, 2, 31)) });
      properties.title = "Plan";
      properties.custom.add("role", "provider");
      const setting = settings.getItemOrNullObject("imt").load("value");
      const none = settings.getItemOrNullObject("IMT");
      const custom = properties.custom.getItem("Role").load("value,type");
      properties.load("title");
      await context.sync();
      const value: unknown = setting.value;
      expect(value).toEqual({ year: "2007-08", made: new Date(Date.UTC(2007, 2, 31)) });
      expect([none.isNullObject, custom.value, custom.type, properties.title]).toEqual([
        true,
        "provider",
        "String",
        "Plan",
      ]);
    });
  });

  test("calculation by hand leaves results as they are until it is asked for", async () => {
    await run(({ application, worksheets }) => {
      worksheets.getItem("Spend").getRange("A1:B1").formulas = [[1, "=A1*2"]];
      application.calculationMode = "Manual";
    });
    expect(excel.cell("Spend!B1").value).toBe(2);
    await excel.user.types("Spend!A1", 5);
    expect(excel.cell("Spend!B1").value).toBe(2);
    await run(({ application }) => application.calculate("Full"));
    expect(excel.cell("Spend!B1").value).toBe(10);
  });
});
