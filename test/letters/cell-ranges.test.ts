import { cellRanges } from "../../src/letters/cell-ranges";

describe("cells of a sheet in a letter", () => {
  test("stand together where they follow each other, from top to bottom", () => {
    expect(cellRanges(["D16", "D14", "D15", "B2"])).toEqual(["B2", "D14:D16"]);
    expect(cellRanges(["E20", "F20", "G20", "H20", "J20"])).toEqual(["E20:H20", "J20"]);
  });

  test("are each named once, and none where there is none", () => {
    expect(cellRanges(["C3", "C3"])).toEqual(["C3"]);
    expect(cellRanges([])).toEqual([]);
  });
});
