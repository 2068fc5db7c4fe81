import { formatAddress } from "../../../src/cells";
import type { Layout } from "../../../src/layout";
import { sheetOf } from "../../support/layout-cells";
import { made, repairs, ward } from "../by/repairs";
import { rowsOf } from "../sheets";
import { entering, roomsOf } from "../wards";

const FILES = [
  ward("W01", { ...roomsOf([["North", "Open", 12, 300]]), ...repairs([["Roof", "North", "High", 40]]) }),
];
const { layout } = made(FILES);

/** Where the row with this label stands, and what is in its first column. */
function row(of: Layout, label: string) {
  const at = rowsOf(of, "Repairs").findIndex((cells) => cells[0]?.value === label);
  const address = formatAddress({ row: at + 1, column: 4 });
  return { address, value: sheetOf(of, "Repairs").cells.get(address)?.value ?? null };
}
const shown = (of: Layout) =>
  ["The region's fund", "Repairs of rooms", "Repairs less the fund", "Is it used up?"].map(
    (label) => row(of, label).value,
  );
const entered = (value: number | string) =>
  made(FILES, entering(layout, { [`Repairs!${row(layout, "The region's fund").address}`]: value })).layout;

describe("a figure that the returns are held against", () => {
  test("is entered; a blank is not nothing, and nothing is held against it", () => {
    expect(shown(layout)).toEqual([null, 40, "", "● Not entered"]);
    const { validations } = sheetOf(layout, "Repairs");
    expect(validations.map(({ range }) => range)).toContain(row(layout, "The region's fund").address);
  });

  test("is kept when the summary is made again, and held against what the returns have", () => {
    expect(shown(entered(50))).toEqual([50, 40, -10, "▼ Some is left"]);
    expect(shown(entered(40))).toEqual([40, 40, 0, "✔ Used up"]);
    expect(shown(entered(0))).toEqual([0, 40, 40, "✔ Used up"]);
  });

  test("is kept as it is where it is no figure", () => {
    expect(shown(entered("about fifty"))).toEqual(["about fifty", 40, "", "● Not entered"]);
  });
});
