/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";
import { refused } from "./refusal";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend", "IM&T plan"] });
});

const formula = (place: string) => excel.cell(place).formula;

describe("rows and columns that are put in or taken out", () => {
  beforeEach(async () => {
    await excel.user.pastes("Spend!B2", [
      [10, "=B2*2"],
      [20, "=$B$3*2"],
      [30, "=B4:B4"],
      ["=SUM(B2:B4)", "=SUM('IM&T plan'!A1:A9)"],
    ]);
    await excel.user.pastes("IM&T plan!A1", [["=Spend!B3"], ["=SUM(Spend!B2:B4)"], ["=SUM(Spend!B:B)"]]);
  });

  test("in between make areas grow, and move single cells", async () => {
    await excel.user.insertsRows("Spend", 3);
    expect(["C2", "C4", "B6", "C6"].map((at) => formula(`Spend!${at}`))).toEqual([
      "=B2*2",
      "=$B$4*2",
      "=SUM(B2:B5)",
      "=SUM('IM&T plan'!A1:A9)",
    ]);
    expect(["A1", "A2", "A3"].map((at) => formula(`IM&T plan!${at}`))).toEqual([
      "=Spend!B4",
      "=SUM(Spend!B2:B5)",
      "=SUM(Spend!B:B)",
    ]);
    await excel.user.types("Spend!B3", 5);
    expect([excel.cell("Spend!B6").value, excel.cell("IM&T plan!A2").value]).toEqual([65, 65]);
  });

  test("right before or behind an area do not make it grow", async () => {
    await excel.user.insertsRows("Spend", 2);
    expect(formula("Spend!B6")).toBe("=SUM(B3:B5)");
    await excel.user.insertsRows("Spend", 6);
    expect(formula("Spend!B7")).toBe("=SUM(B3:B5)");
  });

  test("that go make areas shrink, and what pointed at them #REF!", async () => {
    await excel.user.deletesRows("Spend", 3);
    expect([formula("Spend!B4"), excel.cell("Spend!B4").value]).toEqual(["=SUM(B2:B3)", 40]);
    expect([formula("IM&T plan!A1"), excel.cell("IM&T plan!A1").value]).toEqual([
      "=Spend!#REF!",
      { error: "#REF!" },
    ]);
    await excel.user.deletesRows("Spend", 2, 2);
    expect(formula("IM&T plan!A2")).toBe("=SUM(Spend!#REF!)");
  });

  test("of columns do the same across", async () => {
    await excel.user.insertsColumns("Spend", 2);
    expect([formula("Spend!D2"), formula("IM&T plan!A2"), formula("IM&T plan!A3")]).toEqual([
      "=C2*2",
      "=SUM(Spend!C2:C4)",
      "=SUM(Spend!C:C)",
    ]);
    await excel.user.deletesColumns("Spend", 3);
    expect(formula("Spend!C2")).toBe("=#REF!*2");
  });

  test("of cells alone move what stands in their columns", async () => {
    await excel.user.shifts("Spend!B3", "down");
    expect(excel.values("Spend!B2:C6")).toEqual([
      [10, 20],
      [null, 40],
      [20, 30],
      [30, 200],
      [60, null],
    ]);
    expect([formula("Spend!C3"), formula("Spend!B6"), formula("IM&T plan!A1")]).toEqual([
      "=$B$4*2",
      "=SUM(B2:B5)",
      "=Spend!B4",
    ]);
    await excel.user.shifts("Spend!B3", "up");
    expect(formula("Spend!B5")).toBe("=SUM(B2:B4)");
  });

  test("new rows look like the row above, in cells and in what is hidden and sized", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Spend");
      sheet.getRange("B3").format.fill.color = "#FFF9DB";
      sheet.getRange("4:4").rowHidden = true;
      sheet.getRange("4:4").format.rowHeight = 33;
      await context.sync();
    });
    await excel.user.insertsRows("Spend", 4);
    const { rows } = excel.sheet("Spend");
    expect(excel.cell("Spend!B4")).toMatchObject({ value: null, format: { fill: "#FFF9DB" } });
    expect([rows.isHidden(4), rows.isHidden(5), rows.size(5)]).toEqual([false, true, 33]);
  });
});

test("validations, conditional formats, merges, names, filters, breaks and pages move along", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Spend");
    const range = sheet.getRange("B5:B9");
    range.dataValidation.rule = { custom: { formula: "=B5>$A$5" } };
    const format = range.conditionalFormats.add("Custom");
    format.custom.rule.formula = "=AND($A5=1,B5<'IM&T plan'!$A$1)";
    sheet.getRange("D6:E6").merge();
    context.workbook.names.add("Block", range);
    sheet.autoFilter.apply("A4:C9");
    sheet.horizontalPageBreaks.add("A7");
    sheet.pageLayout.setPrintTitleRows("4:4");
    sheet.pageLayout.setPrintArea("A1:C9");
    await context.sync();
  });
  await excel.user.insertsRows("Spend", 2);
  const sheet = excel.sheet("Spend");
  const down = { top: 6, left: 2, bottom: 10, right: 2 };
  expect(sheet.validations.list()).toMatchObject([{ areas: [down], rule: { formula: "=B6>$A$6" } }]);
  expect(sheet.conditional).toMatchObject([
    { areas: [down], condition: { formula: "=AND($A6=1,B6<'IM&T plan'!$A$1)" } },
  ]);
  expect(sheet.merges).toEqual([{ top: 7, left: 4, bottom: 7, right: 5 }]);
  expect(excel.workbook.names).toMatchObject([{ formula: "=Spend!$B$6:$B$10" }]);
  expect(sheet.filter).toEqual({ top: 5, left: 1, bottom: 10, right: 3 });
  expect([sheet.rowBreaks, sheet.page.titleRows, sheet.page.printArea?.[0]?.bottom]).toEqual([
    [8],
    [5, 5],
    10,
  ]);
  await excel.user.deletesRows("Spend", 6, 5);
  expect([sheet.validations.list(), sheet.conditional, sheet.merges]).toEqual([[], [], []]);
  expect(excel.workbook.names).toMatchObject([{ formula: "=Spend!#REF!" }]);
});

test("a range that the add-in keeps moves along, and is gone with its cells", async () => {
  await excel.user.pastes("Spend!A1", [["a"], ["b"], ["c"]]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Spend");
    const [kept, lost] = [sheet.getRange("A3"), sheet.getRange("A2")];
    await context.sync();
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("3:3").delete("Up");
    kept.load("address,values");
    await context.sync();
    expect([kept.address, kept.values]).toEqual(["Spend!A3", [["c"]]]);
    lost.load("values");
    expect(await refused(context.sync())).toMatch(/^ItemNotFound/);
  });
});

describe("sheets", () => {
  beforeEach(async () => {
    await excel.user.types("IM&T plan!A1", 4);
    await excel.user.types("Spend!A1", "='IM&T plan'!A1+1");
  });

  test("that are renamed are renamed in formulas", async () => {
    await excel.user.renamesSheet("IM&T plan", "Plan");
    expect(excel.cell("Spend!A1")).toMatchObject({ formula: "=Plan!A1+1", value: 5 });
    await excel.user.renamesSheet("Plan", "The trust's");
    expect(formula("Spend!A1")).toBe("='The trust''s'!A1+1");
    await excel.user.types("The trust's!A1", 6);
    expect(excel.cell("Spend!A1").value).toBe(7);
  });

  test("that are deleted leave #REF!", async () => {
    await excel.user.deletesSheet("IM&T plan");
    expect(excel.cell("Spend!A1")).toMatchObject({ formula: "=#REF!+1", value: { error: "#REF!" } });
  });
});
