/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";
import { refused } from "./refusal";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend", "Lists"] });
});

const onSheet = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown) =>
  Excel.run(async (context) => {
    await work(context.workbook.worksheets.getItem("Spend"), context);
    await context.sync();
  });

describe("validations", () => {
  test("are stored and read back, with their words", async () => {
    await onSheet(async (sheet, context) => {
      const { dataValidation } = sheet.getRange("B4:B9");
      dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
      dataValidation.prompt = { showPrompt: true, title: "Answer", message: "Choose one." };
      dataValidation.errorAlert = {
        showAlert: true,
        style: "Stop",
        title: "Not here",
        message: "Yes or No.",
      };
      dataValidation.ignoreBlanks = true;
      sheet.getRange("C4").dataValidation.rule = {
        decimal: { formula1: 0, formula2: 10, operator: "Between" },
      };
      const [list, part, none, mixed] = ["B4:B9", "B5", "D4", "B4:C4"].map(
        (at) => sheet.getRange(at).dataValidation,
      );
      for (const one of [list, part, none, mixed]) one!.load("type,rule,prompt,errorAlert,ignoreBlanks");
      await context.sync();
      expect([list, part, none, mixed].map((one) => one!.type)).toEqual([
        "List",
        "List",
        "None",
        "MixedCriteria",
      ]);
      expect(part!.rule).toEqual({ list: { inCellDropDown: true, source: "Yes,No" } });
      expect(list!.prompt).toEqual({ showPrompt: true, title: "Answer", message: "Choose one." });
      expect(list!.errorAlert).toEqual({
        showAlert: true,
        style: "Stop",
        title: "Not here",
        message: "Yes or No.",
      });
      expect(mixed!.rule).toBeNull();
    });
  });

  test("of a part of their cells are replaced or cleared there alone", async () => {
    await onSheet((sheet) => {
      sheet.getRange("B4:B9").dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
      sheet.getRange("B6").dataValidation.clear();
    });
    expect(["B5", "B6", "B7"].map((at) => excel.cell(`Spend!${at}`).validation?.rule?.kind)).toEqual([
      "list",
      undefined,
      "list",
    ]);
  });

  test("stop what a user types, and not what is pasted or written by an add-in", async () => {
    await onSheet((sheet) => {
      const { dataValidation } = sheet.getRange("B4");
      dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 6, operator: "Between" } };
      dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Level", message: "1 to 6." };
    });
    expect(await excel.user.types("Spend!B4", 7)).toEqual({
      kind: "refused",
      title: "Level",
      message: "1 to 6.",
    });
    expect(await excel.user.types("Spend!B4", "2.5")).toMatchObject({ kind: "refused" });
    expect(excel.cell("Spend!B4").value).toBeNull();
    expect(await excel.user.types("Spend!B4", "6")).toEqual({ kind: "done" });
    await excel.user.pastes("Spend!B4", [[9]]);
    await onSheet(async (sheet, context) => {
      const { dataValidation } = sheet.getRange("B3:B5");
      const invalid = dataValidation.getInvalidCells().load("address");
      dataValidation.load("valid");
      await context.sync();
      expect([invalid.address, dataValidation.valid]).toEqual(["Spend!B4", false]);
    });
  });

  test("know lists that stand in cells, dates, lengths and formulas", async () => {
    await excel.user.pastes("Lists!A1", [["Green"], ["Amber"]]);
    await onSheet((sheet) => {
      sheet.getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source: "=Lists!$A$1:$A$2" },
      };
      sheet.getRange("A2").dataValidation.rule = {
        date: { formula1: "2007-04-01", formula2: "2008-03-31", operator: "Between" },
      };
      sheet.getRange("A3").dataValidation.rule = {
        textLength: { formula1: 3, operator: "LessThanOrEqualTo" },
      };
      sheet.getRange("A4:A5").dataValidation.rule = { custom: { formula: "=A4>$B$1" } };
    });
    const took = async (place: string, entry: string | number) =>
      (await excel.user.types(place, entry)).kind === "done";
    expect([await took("Spend!A1", "green"), await took("Spend!A1", "Red")]).toEqual([true, false]);
    expect([await took("Spend!A2", "31/03/2008"), await took("Spend!A2", "01/04/2008")]).toEqual([
      true,
      false,
    ]);
    expect([await took("Spend!A3", "abc"), await took("Spend!A3", "abcd")]).toEqual([true, false]);
    await excel.user.types("Spend!B1", 10);
    expect([await took("Spend!A5", 11), await took("Spend!A5", 10)]).toEqual([true, false]);
  });
});

describe("conditional formats", () => {
  test("are kept with formula and look, the newest first, and hold cell by cell", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B4:C9");
      const wrong = range.conditionalFormats.add("Custom");
      wrong.custom.rule.formula = "=AND($A4=1,B4<0)";
      wrong.custom.format.fill.color = "#FDE8E8";
      wrong.custom.format.font.color = "#8A1010";
      wrong.custom.format.borders.getItem("EdgeBottom").style = "Continuous";
      wrong.stopIfTrue = true;
      const large = range.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
      large.cellValue.rule = { formula1: "=100", operator: "GreaterThan" };
      large.cellValue.format.font.bold = true;
      const all = sheet.getRange("C5").conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
      wrong.custom.rule.load("formula");
      const range2 = wrong.getRange().load("address");
      await context.sync();
      expect(all.items.map(({ type, priority, stopIfTrue }) => [type, priority, stopIfTrue])).toEqual([
        ["CellValue", 0, false],
        ["Custom", 1, true],
      ]);
      expect([wrong.custom.rule.formula, range2.address]).toEqual(["=AND($A4=1,B4<0)", "Spend!B4:C9"]);
    });
    await excel.user.pastes("Spend!A4", [
      [1, -5, 200],
      [0, -5, 7],
      [1, 3, -1],
    ]);
    const fills = ["B4", "C4", "B5", "C6"].map((at) =>
      excel.cell(`Spend!${at}`).applied.map(({ look }) => look.fill ?? look.bold),
    );
    expect(fills).toEqual([["#FDE8E8"], [true], [], ["#FDE8E8"]]);
    expect(excel.sheet("Spend").conditional[1]?.look.borders.bottom).toMatchObject({ style: "Continuous" });
  });

  test("are deleted, cleared, and put in another order", async () => {
    await onSheet(async (sheet, context) => {
      const formats = sheet.getRange("A1:B2").conditionalFormats;
      const [first, second] = [formats.add("Custom"), formats.add("Custom")];
      first.custom.rule.formula = "=1";
      second.custom.rule.formula = "=2";
      first.priority = 0;
      const count = formats.getCount();
      await context.sync();
      expect(count.value).toBe(2);
      second.delete();
    });
    expect(excel.sheet("Spend").conditional).toMatchObject([{ condition: { formula: "=1" } }]);
    await onSheet((sheet) => sheet.getRange().conditionalFormats.clearAll());
    expect(excel.sheet("Spend").conditional).toEqual([]);
  });
});

describe("protection", () => {
  const protect = (options: Excel.WorksheetProtectionOptions = {}) =>
    onSheet((sheet) => {
      sheet.getRange("B4:B9").format.protection.locked = false;
      sheet.protection.protect(options);
    });

  test("lets unlocked cells be written, and no others", async () => {
    await protect();
    await onSheet((sheet) => {
      sheet.getRange("B4").values = [[1]];
    });
    expect(await refused(onSheet((sheet) => void (sheet.getRange("A4:B4").values = [[1, 2]])))).toMatch(
      /^AccessDenied/,
    );
    expect(await excel.user.types("Spend!A4", 1)).toMatchObject({ kind: "refused" });
    expect(await excel.user.types("Spend!B5", 1)).toEqual({ kind: "done" });
    expect(await excel.user.pastes("Spend!A4", [[1, 2]])).toMatchObject({ kind: "refused" });
  });

  test("allows what its options allow", async () => {
    await protect({ allowFormatCells: true, allowInsertRows: true });
    await onSheet((sheet) => {
      sheet.getRange("A1").format.fill.color = "#FF0000";
      sheet.getRange("6:6").insert("Down");
    });
    const denied = [
      (sheet: Excel.Worksheet) => (sheet.getRange("A1").format.protection.locked = false),
      (sheet: Excel.Worksheet) => (sheet.getRange("A1").format.columnWidth = 10),
      (sheet: Excel.Worksheet) => (sheet.getRange("A1").rowHidden = true),
      (sheet: Excel.Worksheet) => sheet.getRange("6:6").delete("Up"),
      (sheet: Excel.Worksheet) => sheet.getRange("A:A").insert("Right"),
      (sheet: Excel.Worksheet) => sheet.getRange("A1:B1").merge(),
      (sheet: Excel.Worksheet) =>
        (sheet.getRange("B4").dataValidation.rule = { custom: { formula: "=TRUE" } }),
      (sheet: Excel.Worksheet) => void sheet.getRange("B4").conditionalFormats.add("Custom"),
      (sheet: Excel.Worksheet) => sheet.protection.protect(),
    ];
    for (const work of denied)
      expect(await refused(onSheet((sheet) => work(sheet)))).toMatch(/^AccessDenied/);
  });

  test("is read with its options, and taken off with its password", async () => {
    await onSheet((sheet) =>
      sheet.protection.protect({ allowSort: true, selectionMode: "Unlocked" }, "secret"),
    );
    await onSheet(async (sheet, context) => {
      sheet.protection.load("protected,options");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({
        allowSort: true,
        allowFormatCells: false,
        selectionMode: "Unlocked",
      });
    });
    expect(await refused(onSheet((sheet) => sheet.protection.unprotect("guess")))).toMatch(/^AccessDenied/);
    await onSheet((sheet) => sheet.protection.unprotect("secret"));
    expect(excel.sheet("Spend").protection).toBeNull();
  });
});
