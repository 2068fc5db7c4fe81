import { layoutSummary } from "../../../src/summary";
import { layoutCells, sheetOf, wordsOf } from "../../support/layout-cells";
import { listOf, rowsOf, values } from "../sheets";
import { EXTRACT, collection, layout } from "./scenario";
import { collected, day, summary } from "./works";

/** Rows from the one that begins with this heading to the next blank one. */
function above(sheet: string, heading: string) {
  const rows = rowsOf(layout, sheet);
  const from = rows.findIndex((row) => row[0]?.value === heading);
  const to = rows.findIndex((row, at) => at > from && row.every((cell) => cell === null));
  return rows.slice(from, to < 0 ? rows.length : to);
}

describe("the sheet of commitments", () => {
  test("counts them by state and organisation, with a total: each stands in one state", () => {
    const [heads, ...body] = above("Promises", "Code").map((row) => values(row).slice(0, 13));
    expect(heads).toEqual([
      ...[
        "Code",
        "Organisation",
        "Return",
        "✔ Both",
        "● Both, by words",
        "▲ Apart",
        "▲ Plan only",
        "● Some day",
      ],
      ...["▲ Database only", "▲ No return", "● Not asked", "✖ Unknown", "Commitments"],
    ]);
    // What only a return can tell is left blank, and not 0, where there is none.
    const unknown = [null, null, null, null, null, null];
    expect(body).toEqual([
      ["W01", "Ash Trust", "Draft", 1, 1, 1, 0, 0, 1, 0, 0, 0, 4],
      ["W02", "Birch Trust", "Draft", 0, 0, 0, 1, 1, 0, 0, 0, 0, 2],
      ["W03", "Cedar Care Trust", "trust Not received, office Not received", ...unknown, 0, 0, 0, 0],
      ["W04", "Dale Trust", "Not received", ...unknown, 1, 0, 0, 1],
      ["W06", "Fern Trust", "Not received", ...unknown, 0, 0, 0, 0],
      ["Q77", "", "", ...unknown, 0, 0, 1, 1],
      ["", "Total", "", 1, 1, 1, 1, 1, 1, 1, 0, 1, 8],
    ]);
    const figures = above("Promises", "Code")
      .slice(1)
      .flatMap((row) => row.slice(3, 13))
      .filter((cell) => cell!.value !== null);
    expect(figures.every((cell) => cell!.formula !== null)).toBe(true);
  });

  test("has every one of them with both dates, the days between them and the cell of the plan", () => {
    const list = listOf(layout, "Promises").map((row) =>
      ["Code", "State", "Reference", "Days apart", "Matched by", "File", "Sheet", "Cell"].map(
        (head) => row.get(head) ?? null,
      ),
    );
    const place = (row: number) => ["W01 trust.xlsx", "Works", `C${row}`];
    expect(list).toEqual([
      ["W01", "✔ Both", "N-1", 31, "Reference", ...place(9)],
      ["W01", "▲ Apart", "N-2", 32, "Reference", ...place(10)],
      ["W01", "● Both, by words", "N-4", 0, "Product and supplier", ...place(11)],
      ["W01", "▲ Database only", "N-5", "", null, null, null, null],
      ["W02", "▲ Plan only", "N-3", "", null, "W02 trust.xlsx", "Works", "C9"],
      ["W02", "● Some day", null, "", null, "W02 trust.xlsx", "Works", "C11"],
      ["W04", "▲ No return", "N-6", "", null, null, null, null],
      ["Q77", "✖ Unknown", "N-7", "", null, null, null, null],
    ]);
    const [first] = listOf(layout, "Promises");
    expect([first!.get("Go-live in the database"), first!.get("Go-live in the plan")]).toEqual([
      day("2002-05-30"),
      day("2002-06-30"),
    ]);
  });

  test("says how many days are in order", () => {
    expect(wordsOf(sheetOf(layout, "Promises").cells.get("A3")?.value)).toBe("Up to 31 days are in order.");
  });
});

describe("the sheet of contracts", () => {
  test("has what is contracted and planned with the difference, and who plans it", () => {
    const rows = above("Contractors", "By product and quarter").slice(2);
    expect(rows.map((row) => values(row).slice(0, 8))).toEqual([
      ["BT", "Records", "2002/03 Q1", 3, 2, -1, "▲ Fewer", "W01, W02"],
      ["CSC", "Boiler", "2002/03 Q3", 0, 0, 0, "✔ As agreed", ""],
      ["CSC", "Images", "2002/03 Q1", 2, 0, -2, "▲ Fewer", ""],
      ["CSC", "Images", "2002/03 Q2", null, 1, 1, "▲ Not agreed", "W01"],
      ["CSC", "Images", "no date", null, 1, null, "▲ No day", "W02"],
    ]);
    expect(rows.every((row) => row[4]!.formula !== null)).toBe(true);
  });

  test("adds up each LSP and all of them by formulas; what can't be compared stands beside", () => {
    const rows = above("Contractors", "LSP").slice(1);
    expect(rows.map((row) => [row[0]!.value, ...values(row).slice(3, 7)])).toEqual([
      ["BT", 3, 2, -1, 0],
      ["CSC", 2, 1, -1, 1],
      ["Total", 5, 3, -2, 1],
    ]);
    expect(rows.flatMap((row) => row.slice(3, 7)).every((cell) => cell!.formula !== null)).toBe(true);
  });

  test("lists the deployments that it counts, each with its cell and file", () => {
    const rows = above("Contractors", "Deployments that are counted").slice(2);
    expect(rows.map((row) => values(row).slice(0, 8))).toEqual([
      [
        "BT",
        "Records",
        "2002/03 Q1",
        day("2002-06-30"),
        "W01",
        "C9",
        "Records one",
        "Works · W01 trust.xlsx",
      ],
      [
        "BT",
        "Records",
        "2002/03 Q1",
        day("2002-04-01"),
        "W02",
        "C9",
        "Records two",
        "Works · W02 trust.xlsx",
      ],
      [
        "CSC",
        "Images",
        "2002/03 Q2",
        day("2002-07-01"),
        "W01",
        "C10",
        "Images one",
        "Works · W01 trust.xlsx",
      ],
      ["CSC", "Images", "no date", null, "W02", "C10", "Images two", "Works · W02 trust.xlsx"],
    ]);
  });

  test("names the returns that are not there", () => {
    expect(wordsOf(sheetOf(layout, "Contractors").cells.get("A3")?.value)).toBe(
      "Nothing is counted of returns that are not there: trust W03, W04, W06; office W03.",
    );
  });
});

test("there is a sheet only for what was given, and one without anything to show says so", () => {
  const names = (besides?: Parameters<typeof layoutSummary>[2]) =>
    layoutSummary(collection, summary, besides).layout.sheets.map(({ name }) => name);
  expect(names()).not.toContain("Promises");
  expect(names()).not.toContain("Contractors");
  expect(names({ given: { commitments: EXTRACT, contracts: null } })).toContain("Promises");
  const nothing = layoutSummary(collected([]), summary, { given: { commitments: [], contracts: [] } }).layout;
  const texts = layoutCells(nothing).sheets.flatMap(({ cells }) =>
    [...cells.values()].map(({ value }) => value),
  );
  expect(texts).toContain("There is none in the plans or in the database.");
  expect(texts).toContain("None is contracted or planned.");
});
