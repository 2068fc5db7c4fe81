import { made } from "./made";
import { cellAt, readXlsx } from "./xlsx";
import { writeSample } from "./workbook-sample";

describe("reading a workbook with exceljs", () => {
  test("gives values and formulas by sheet and address", async () => {
    const workbook = await readXlsx(await writeSample(made("support-xlsx"), "sample.xlsx"));
    expect([...workbook.keys()]).toEqual(["Spend"]);
    const cells = workbook.get("Spend")!;
    expect(Object.fromEntries(cells)).toEqual({
      A1: { value: 40, formula: null },
      A2: { value: 2, formula: null },
      A3: { value: 999, formula: "A1+A2" },
      B1: { value: "Ashmere PCT", formula: null },
      B2: { value: 36_526, formula: null },
      B3: { value: true, formula: null },
      C1: { value: "merged", formula: null },
      C3: { value: { error: "#DIV/0!" }, formula: "1/0" },
    });
    expect(cellAt(workbook, "Spend", "Z9")).toEqual({ value: null, formula: null });
    expect(() => cellAt(workbook, "Spent", "A1")).toThrow("there is no sheet Spent, only Spend");
  });
});
