import { calculated, SheetDraft, type DraftCell, type Layout } from "../../src/layout";
import { valueIn } from "../support/layout-cells";

type Cells = readonly (readonly [row: number, column: number, cell: DraftCell])[];

function layoutOf(sheets: Readonly<Record<string, Cells>>): Layout {
  const page = { portrait: false, freeze: { rows: 0, columns: 0 }, protected: false, footer: "" };
  return {
    title: "By hand",
    sheets: Object.entries(sheets).map(([name, cells]) => {
      const draft = new SheetDraft(name);
      for (const [row, column, cell] of cells) draft.set(row, column, cell);
      return draft.sheet({ ...page, titleRows: [1, 1] });
    }),
  };
}

const value = (is: number | string): DraftCell => ({ value: is, role: "figure" });
const formula = (is: string): DraftCell => ({ formula: is, role: "figure" });

describe("the results that formulas are written with", () => {
  test("are worked out through other formulas and other sheets, whatever their order", () => {
    const layout = calculated(
      layoutOf({
        First: [
          [1, 1, formula("A2*2")],
          [2, 1, formula("'IM&T spend'!B1+SUM('IM&T spend'!A1:A3)")],
        ],
        "IM&T spend": [
          [1, 1, value(3)],
          [3, 1, value(4)],
          [1, 2, formula("A1*1")],
        ],
      }),
    );
    expect(valueIn(layout, "IM&T spend", "B1")).toBe(3);
    expect(valueIn(layout, "First", "A2")).toBe(10);
    expect(valueIn(layout, "First", "A1")).toBe(20);
  });

  test("a sheet's name with an apostrophe is found, and an address with signs of dollar", () => {
    const layout = calculated(
      layoutOf({ "King's": [[1, 1, value(7)]], Sum: [[1, 1, formula("'King''s'!$A$1+1")]] }),
    );
    expect(valueIn(layout, "Sum", "A1")).toBe(8);
  });

  test("a formula that shows a blank cell makes 0, as in Excel", () => {
    const layout = calculated(layoutOf({ A: [[1, 1, formula("B9")]] }));
    expect(valueIn(layout, "A", "A1")).toBe(0);
  });

  test("an error is a result too, and values stay as they are", () => {
    const layout = calculated(
      layoutOf({
        A: [
          [1, 1, formula("1/0")],
          [2, 1, value("text")],
        ],
      }),
    );
    expect(valueIn(layout, "A", "A1")).toEqual({ error: "#DIV/0!" });
    expect(valueIn(layout, "A", "A2")).toBe("text");
  });

  test("the layout that is given is left as it is", () => {
    const layout = layoutOf({ A: [[1, 1, formula("1+1")]] });
    calculated(layout);
    expect(valueIn(layout, "A", "A1")).toBeNull();
  });

  test("a formula that needs itself is refused, by its sheet", () => {
    const alone = layoutOf({ Spend: [[1, 1, formula("A1+1")]] });
    expect(() => calculated(alone)).toThrow(/Spend has a formula that needs itself/);
    const round = layoutOf({
      Spend: [
        [1, 1, formula("SUM(B1:B3)")],
        [2, 2, formula("A1")],
      ],
    });
    expect(() => calculated(round)).toThrow(/needs itself/);
  });

  test("a sheet that is not there, or a formula that is none, is refused", () => {
    expect(() => calculated(layoutOf({ A: [[1, 1, formula("'Gone'!A1")]] }))).toThrow(/no sheet Gone/);
    expect(() => calculated(layoutOf({ A: [[1, 1, formula("SUM(A2")]] }))).toThrow(/calculated/);
  });
});
