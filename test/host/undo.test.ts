/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend"] });
});

describe("what a user undoes", () => {
  test("comes back cell by cell, with its look and what depends on it", async () => {
    await excel.user.types("Spend!A1", 2);
    await excel.user.types("Spend!B1", "=A1*10");
    await excel.user.types("Spend!A1", "45%");
    expect([excel.cell("Spend!B1").value, excel.cell("Spend!A1").text, excel.undoDepth]).toEqual([
      4.5,
      "45%",
      3,
    ]);
    await excel.user.undoes();
    expect([excel.cell("Spend!B1").value, excel.cell("Spend!A1").text]).toEqual([20, "2"]);
    await excel.user.undoes();
    await excel.user.undoes();
    expect(excel.values("Spend!A1:B1")).toEqual([[null, null]]);
    expect(await excel.user.undoes()).toBe(false);
  });

  test("brings rows back that were deleted, with the formulas that looked at them", async () => {
    await excel.user.pastes("Spend!A1", [[1], [2], [3], ["=SUM(A1:A3)"], ["=A2"]]);
    await excel.user.deletesRows("Spend", 2);
    expect(excel.cell("Spend!A3")).toMatchObject({ value: 4, formula: "=SUM(A1:A2)" });
    expect(excel.cell("Spend!A4")).toMatchObject({ value: { error: "#REF!" }, formula: "=#REF!" });
    await excel.user.undoes();
    expect(excel.values("Spend!A1:A5").flat()).toEqual([1, 2, 3, 6, 2]);
    expect(excel.cell("Spend!A5").formula).toBe("=A2");
  });

  test("is lost with whatever an add-in writes, and kept by what it reads", async () => {
    await excel.user.types("Spend!A1", 2);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Spend").getRange("A1").load("values");
      await context.sync();
    });
    await excel.settled();
    expect(excel.undoDepth).toBe(1);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Spend").getRange("C1").format.fill.color = "#FF0000";
      await context.sync();
    });
    expect(excel.undoDepth).toBe(0);
  });

  test("is not what somebody else has done", async () => {
    await excel.another.types("Spend!A1", 2);
    expect(excel.undoDepth).toBe(0);
  });

  test("is lost where a sheet is renamed", async () => {
    await excel.user.types("Spend!A1", 2);
    await excel.user.renamesSheet("Spend", "Money");
    expect(excel.undoDepth).toBe(0);
  });
});
