import type { RawValue } from "../../../src/cells";
import type { Layout } from "../../../src/layout";
import { sheetOf, valueIn, wordsOf } from "../../support/layout-cells";
import { byTableIn } from "../by/by-table";
import { listOf, rowsOf, values } from "../sheets";
import { northAlone, ofBoth, ofNorth, ofSouth, together } from "./repairs-regions";

const TABLES = [
  ["Rooms", "Rooms by state"],
  ["Repairs", "Repairs by the state of the room"],
  ["Lines", "Money by line"],
  ["Lines", "Wards by level"],
] as const;
const LESSER = ["The lesser", "The lesser of all"];

type Figures = Readonly<Record<string, RawValue>>;

/** A blank and an empty text say the same; sums in another order differ in the last digits. */
function plain(value: RawValue): RawValue {
  if (typeof value === "number") return Number(value.toPrecision(12));
  return value === "" ? null : value;
}

/** The figures of a table over all returns, by the words of its rows and columns. */
function overAll(layout: Layout, sheet: string, title: string): Readonly<Record<string, Figures>> {
  const rows = rowsOf(layout, sheet);
  const from = rows.findIndex((row) => row[0]?.value === title);
  const head = rows.findIndex((row, at) => at > from && row[0]?.role === "head_text");
  return Object.fromEntries(
    [...byTableIn(layout, sheet, title)].map(([label, row]) => [
      label,
      under(values(rows[head]!), values(row)),
    ]),
  );
}

function under(heads: readonly RawValue[], row: readonly RawValue[]): Figures {
  return Object.fromEntries(
    heads.flatMap((head, at) => (at > 2 && head !== null ? [[wordsOf(head), plain(row[at] ?? null)]] : [])),
  );
}

/** The rows below it of an authority, by the words of the choice. */
function rowsOfAuthority(layout: Layout, sheet: string, title: string, code: string) {
  const rows = rowsOf(layout, sheet);
  const from = rows.findIndex((row) => row[0]?.value === `${title}: authority by authority`);
  const head = rows.findIndex((row, at) => at > from && row[0]?.value === "Code");
  const end = rows.findIndex((row, at) => at > head && (row[0]?.value ?? null) === null);
  return rows
    .slice(head + 1, end < 0 ? rows.length : end)
    .filter((row) => row[0]!.value === code)
    .map((row) => ({ label: wordsOf(row[2]!.value), row, figures: under(values(rows[head]!), values(row)) }));
}

const without = (figures: Figures, columns: readonly string[]) =>
  Object.fromEntries(Object.entries(figures).filter(([column]) => !columns.includes(column)));
const isSomething = (figures: Figures) =>
  Object.values(figures).some((value) => value !== null && value !== 0);

describe.each(TABLES)("on the sheet %s the table %s", (sheet, title) => {
  test("is over one authority what its own summary shows", () => {
    const shown = overAll(northAlone, sheet, title);
    const own = overAll(ofNorth, sheet, title);
    expect(Object.keys(shown)).toEqual(Object.keys(own));
    for (const [label, figures] of Object.entries(own)) expect(shown[label]).toMatchObject(figures);
  });

  test("is over two what one consolidation of all their returns shows, but for what is added up apart", () => {
    const shown = overAll(together, sheet, title);
    const one = overAll(ofBoth, sheet, title);
    expect(Object.keys(shown)).toEqual(Object.keys(one));
    for (const [label, figures] of Object.entries(one)) {
      expect(without(shown[label]!, LESSER)).toEqual(without(figures, LESSER));
      expect(shown[label]!["The lesser of all"]).toBe(figures["The lesser"]);
    }
  });

  test.each([
    ["Y01", ofNorth],
    ["Y02", ofSouth],
  ] as const)("has below it rows of %s with the figures of its summary", (code, own) => {
    const rows = rowsOfAuthority(together, sheet, title, code);
    const figures = overAll(own, sheet, title);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.figures).toEqual(figures[row.label]);
    // What is not listed has nothing; the last row of some tables is that of totals.
    const listed = new Set(rows.map(({ label }) => label));
    for (const [label, row] of Object.entries(figures))
      if (!listed.has(label) && !label.startsWith("All")) expect(isSomething(row)).toBe(false);
  });
});

describe("a table over all authorities", () => {
  test("adds up, by formulas, the rows of authorities below it", () => {
    const [label, cell] = [byTableIn(together, "Rooms", "Rooms by state").get("Open")!, 4];
    const formula = /^SUMPRODUCT\(\((\$C\$\d+:\$C\$\d+)=\$A\d+\)\*1,(\$E\$\d+:\$E\$\d+)\)$/;
    expect(label[cell]!.formula).toMatch(formula);
    // Beds: 12 and 8, 14; 10.
    expect(label[cell]!.value).toBe(44);
    expect(byTableIn(together, "Rooms", "Rooms by state").get("All rooms")![cell]!.formula).toMatch(
      /^SUM\(E/,
    );
  });

  test("adds up apart what is another thing over all, and says so", () => {
    // Open rooms: the lesser of 34 beds and a cost of 41 is 34, of 10 and 90 it is 10; of 44 and 131 it would be 44. Shut ones: of 50 and 8.
    const rows = overAll(together, "Rooms", "Rooms by state");
    expect(LESSER.map((column) => rows["Open"]![column])).toEqual([34 + 10, 44]);
    // Planned: 20 and 40. In all 34 + 20 + 3 in the north, 10 + 8 in the south.
    expect(LESSER.map((column) => rows["All rooms"]![column])).toEqual([57 + 18, 44 + 20 + 8 + 3]);
    const words = rowsOf(together, "Rooms").map((row) => row[0]?.value);
    expect(words).toContain("The lesser is added up region by region.");
    expect(rowsOf(ofBoth, "Rooms").map((row) => row[0]?.value)).not.toContain(
      "The lesser is added up region by region.",
    );
  });

  test("says of an authority without a summary that it has none", () => {
    const [row, ...more] = rowsOfAuthority(northAlone, "Rooms", "Rooms by state", "Y02");
    expect([row!.label, more]).toEqual(["No summary", []]);
    expect(row!.row.slice(3, 9).map((cell) => [cell?.value, cell?.role])).toEqual(
      Array.from({ length: 6 }, () => [null, "missing"]),
    );
  });

  test("leads from each row to a fact of that choice, and can be filtered", () => {
    const facts = listOf(together, "Facts");
    const lead = (label: string) => {
      const { row } = rowsOfAuthority(together, "Rooms", "Rooms by state", "Y01").find(
        (one) => one.label === label,
      )!;
      const [, at] = /#Facts!A(\d+)"/.exec(row[0]!.formula!)!;
      // Heads stand in row 5.
      return ["sha", "org", "key"].map((column) => facts[Number(at) - 6]!.get(column));
    };
    expect(lead("Planned")).toEqual(["Y01", "W01", "beds.r03[name]"]);
    expect(lead("No state")).toEqual(["Y01", "W04", "beds.r01[name]"]);
    const { filter, cells } = sheetOf(together, "Rooms");
    expect(cells.get(filter!.split(":")[0]!)?.value).toBe("Code");
  });
});

describe("charts of such tables", () => {
  const figures = rowsOf(together, "Chart figures").map(values);
  const after = (message: string, count: number) => {
    const at = figures.findIndex(([words]) => words === message);
    return figures.slice(at + 3, at + 3 + count).map((row) => row.slice(0, 2));
  };

  test("draw their rows, the greatest first, and count answers as the table does", () => {
    const message = "75 is the lesser, 2 wards stand high (2 of 4 shown)";
    expect(after(message, 2)).toEqual([
      ["Shut", 50],
      ["Open", 44],
    ]);
    expect(sheetOf(together, "Rooms").charts).toHaveLength(1);
    const says = rowsOf(together, "Chart figures").map((row) => row[0]?.value);
    expect(says).toContain("Beds and cost by state. The lesser is added up region by region.");
  });

  test("draw totals of other tables", () => {
    // Staff: 160 and three times 110; drugs: four times 90.
    expect(after("Money by line", 2)).toEqual([
      ["1 Staff", 490],
      ["2 Drugs", 360],
    ]);
  });
});

test("how many organisations each list has is counted by authority, and what stays out is named", () => {
  const rows = rowsOf(together, "Rooms");
  const from = rows.findIndex((row) => row[0]?.value === "How many organisations are listed");
  const head = rows.findIndex((row, at) => at > from && row[0]?.value === "Code");
  expect(values(rows[head]!).slice(3, 5)).toEqual(["Rich wards", "Poor wards"]);
  // One ward is to spend 250, all others 200.
  expect(rows.slice(head + 2, head + 5).map((row) => values(row).slice(3, 5))).toEqual([
    [1, 0],
    [0, 0],
    [1, 0],
  ]);
  expect(
    listOf(together, "Left out")
      .map((row) => [row.get("Sheet"), row.get("Table")])
      .slice(0, 4),
  ).toEqual([
    ["Rooms", "Rich wards"],
    ["Rooms", "Poor wards"],
    ["Repairs", "What the region has for repairs"],
    ["Lines", "Levels"],
  ]);
  expect(valueIn(together, "Left out", "A1")).toBe("Left out");
});
