import { SheetDraft, type LayoutSheet } from "../../../src/layout";
import { sharedFormulas } from "../../../src/xlsx/write/shared";

/** Column A, from row 1 on, with these formulas. */
function sheetOf(formulas: readonly string[]): LayoutSheet {
  const draft = new SheetDraft("Rows");
  formulas.forEach((formula, at) => draft.set(at + 1, 1, { formula, role: "key" }));
  return draft.sheet({
    portrait: true,
    freeze: { rows: 0, columns: 0 },
    protected: false,
    titleRows: [1, 1],
    footer: "",
  });
}

const rows = (of: (row: number) => string) => sheetOf([1, 2, 3, 4].map(of));
const SHARED = new Map([
  ["A2", "A1"],
  ["A3", "A1"],
  ["A4", "A1"],
]);

describe("a run of formulas that say the same of their own rows", () => {
  test("is shared from its first cell on", () => {
    expect(sharedFormulas(rows((row) => `B${row}+$C$9`))).toEqual(SHARED);
  });

  test("is shared where it looks at another sheet by fixed references", () => {
    expect(sharedFormulas(rows((row) => `B${row}+'Other sheet'!$C$9`))).toEqual(SHARED);
  });

  test("is not shared where a reference to another row or sheet would move", () => {
    expect(sharedFormulas(rows((row) => `B${row}+C9`))).toEqual(new Map());
    expect(sharedFormulas(rows((row) => `B${row}+'Other sheet'!C9`))).toEqual(new Map());
  });

  test("ends where a row says something else, and is not worth it for two", () => {
    expect(sharedFormulas(sheetOf(["B1*2", "B2*2", "B3*3", "B4*3", "B5*3"]))).toEqual(
      new Map([
        ["A4", "A3"],
        ["A5", "A3"],
      ]),
    );
  });
});
