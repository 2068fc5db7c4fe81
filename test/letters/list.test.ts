import { letterList } from "../../src/letters";
import { FILES } from "../summary/assurance/wards-in-order";
import { rowsOf, values } from "../summary/sheets";
import { WORDS, collectionOf, lettersTo } from "./regions";

const letter = lettersTo(collectionOf(FILES)).get("W03")!;
const layout = letterList(letter, WORDS);

describe("the list that comes with a letter", () => {
  test("has a sheet for each return with something open, and a row for each point below heads that filter it", () => {
    expect(layout.sheets.map(({ name, filter }) => [name, filter])).toEqual([
      ["Ward", "A5:I7"],
      ["Office", "A5:I6"],
    ]);
    const rows = rowsOf(layout, "Ward").map(values);
    expect(rows[0]![0]).toBe("Fellside House <W03>");
    expect(rows[4]).toEqual(["No", "What", "Sheet", "Cells", "Line", "Found", "Do", "Ref", "Notes"]);
    const [mend, explain] = rows.slice(5);
    const points = letter.returns[0]!.points;
    expect(mend).toEqual([
      ...[1, "✖ Mend", "Money", points[0]!.cells[0], "1 Staff, next year", "Nothing is planned for staff."],
      ...["Enter what staff cost.", "WD02", null],
    ]);
    expect([explain![0], explain![1], explain![7]]).toEqual([2, "▲ Explain", "WD01"]);
  });

  test("fits a page's width, repeats its heads, and stays as it is while it is scrolled", () => {
    for (const { titleRows, freeze, pagesAcross, portrait } of layout.sheets)
      expect([titleRows, freeze, pagesAcross, portrait]).toEqual([[5, 5], { rows: 5, columns: 4 }, 1, false]);
  });
});
