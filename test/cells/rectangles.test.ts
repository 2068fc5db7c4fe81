import { formatAddress, formatRectangle, parseAddress, rectangles, type Rectangle } from "../../src/cells";
import * as fc from "../support/laws";

function addresses(...texts: readonly string[]) {
  return texts.map((text) => parseAddress(text)!);
}

function cellsOf({ top, left, bottom, right }: Rectangle): readonly string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push(formatAddress({ row, column }));
  }
  return cells;
}

describe("rectangles around cells", () => {
  test.each([
    ["no cell", [], []],
    ["one cell", ["D10"], ["D10"]],
    ["a column", ["D11", "D10", "D12"], ["D10:D12"]],
    ["a row", ["F3", "D3", "E3"], ["D3:F3"]],
    ["a block", ["A1", "A2", "B1", "B2"], ["A1:B2"]],
    ["two blocks with a gap", ["A1", "A2", "A4", "B4"], ["A1:A2", "A4:B4"]],
    ["columns of unequal height", ["A1", "A2", "B1"], ["A1:A2", "B1"]],
    ["a cell named twice", ["C3", "C3", "C4"], ["C3:C4"]],
  ])("fit %s", (_, cells, fitting) => {
    expect(rectangles(addresses(...cells)).map(formatRectangle)).toEqual(fitting);
  });

  it("cover exactly the given cells, each once", () => {
    const near = fc.record({ row: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 24, max: 30 }) });
    fc.assert(
      fc.property(fc.array(near, { maxLength: 40 }), (given) => {
        const covered = rectangles(given).flatMap(cellsOf);
        expect([...covered].sort()).toEqual([...new Set(given.map(formatAddress))].sort());
      }),
    );
  });

  it("are one where the cells fill one", () => {
    const side = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(side, side, side, side, (top, left, height, width) => {
        const whole = { top, left, bottom: top + height - 1, right: left + width - 1 };
        expect(rectangles(addresses(...cellsOf(whole)))).toEqual([whole]);
      }),
    );
  });
});
