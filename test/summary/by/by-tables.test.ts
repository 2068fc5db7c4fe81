import { parseAddress } from "../../../src/cells";
import { sheetOf, wordsOf } from "../../support/layout-cells";
import { rowsOf, tableBelow, values, type Row } from "../sheets";
import { roomsOf } from "../wards";
import { byTableIn } from "./by-table";
import { made, repairs, taken, ward } from "./repairs";

const FILES = [
  ward("W01", {
    ...roomsOf([
      ["North", "Open", 12, 300],
      ["South", "Open", 8, 250],
      ["East", "Planned", 20, 400],
    ]),
    ...repairs([
      ["Roof", "north ", "High", 40],
      ["Door", "South", "Low", 3],
      ["Window", "East", "High", 7],
      ["Wall", "Cellar", "Low", 5],
    ]),
    ...taken([
      ["apr", 0.4],
      ["may", 0.6],
      ["jun", 0.5],
    ]),
    "cover.level": "High",
    "money.staff[next]": 160,
  }),
  ward("W02", {
    ...roomsOf([["Hall", "Open", 14, 90]]),
    ...repairs([["Lamp", null, "Low", 2]]),
    ...taken([
      ["apr", 0.1],
      ["may", 0.2],
    ]),
    "cover.level": "High",
  }),
  ward("W04", { ...roomsOf([["Attic", null as unknown as string, 3, 10]]), "cover.level": "Low" }),
];
const { layout, facts } = made(FILES);

const byTable = (sheet: string, title: string) => byTableIn(layout, sheet, title);
const figures = (row: Row, count: number) => values(row).slice(3, 3 + count);

describe("a table with a row for each choice", () => {
  const states = byTable("Rooms", "Rooms by state");

  test("adds up the rows of the lists of all returns, those without a choice in a row of their own", () => {
    expect([...states.keys()]).toEqual(["Open", "Planned", "Shut", "No state", "All rooms"]);
    // Rooms, beds, cost; beds above ten: 12 and 14 of the open ones, 20 planned.
    expect(figures(states.get("Open")!, 5)).toEqual([3, 34, 640, 2 + 4, 2]);
    expect(figures(states.get("Planned")!, 5)).toEqual([1, 20, 400, 10, 1]);
    expect(figures(states.get("Shut")!, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(figures(states.get("No state")!, 5)).toEqual([1, 3, 10, 0, 0]);
  });

  test("its totals add up its rows, count no ward twice, and a share is worked out anew", () => {
    const total = states.get("All rooms")!;
    expect(figures(total, 7)).toEqual([5, 57, 1_050, 16, null, 1, 34 + 20 + 0 + 3]);
    expect(states.get("Open")![8]!.value).toBeCloseTo(640 / 1_050, 10);
    expect(total[3]!.formula).toMatch(/^SUM\(D\d+:D\d+\)$/);
  });

  test("every figure is a formula over rows of the sheet that lead to facts", () => {
    const [, labels, costs] = /^SUMPRODUCT\(\((\$C\$\d+:\$C\$\d+)=\$A\d+\)\*1,(\$F\$\d+:\$F\$\d+)\)$/.exec(
      states.get("Open")![5]!.formula!,
    )!;
    const [top, bottom] = labels!.split(":").map((text) => parseAddress(text.replaceAll("$", ""))!.row);
    expect(costs).toBe(`$F$${top}:$F$${bottom}`);
    const rows = rowsOf(layout, "Rooms").slice(top! - 1, bottom);
    expect(rows.map((row) => values(row).slice(0, 6))).toEqual([
      ["W01", "Ashmere Hospital", "Open", 2, 20, 550],
      ["W02", "Wend Hospital", "Open", 1, 14, 90],
      ["W01", "Ashmere Hospital", "Planned", 1, 20, 400],
      ["W04", "Harrow Hospital", "No state", 1, 3, 10],
    ]);
    for (const row of rows) {
      const [, at] = /#Facts!A(\d+)"/.exec(row[0]!.formula!)!;
      const fact = values(rowsOf(layout, "Facts")[Number(at) - 1]!);
      expect([fact[0], wordsOf(fact[4]).startsWith("beds.")]).toEqual([row[0]!.value, true]);
    }
    expect(facts.length).toBeGreaterThan(0);
  });

  test("what it is made of can be filtered by the words over it", () => {
    const { filter, cells } = sheetOf(layout, "Rooms");
    const [first] = filter!.split(":");
    expect(cells.get(first!)?.value).toBe("Code");
  });
});

describe("rows that name rows of another list", () => {
  const rooms = byTable("Repairs", "Repairs by the state of the room");

  test("are put to the choice of the row that they name, whatever its letters", () => {
    expect(figures(rooms.get("Open")!, 2)).toEqual([43, 40]);
    expect(figures(rooms.get("Planned")!, 2)).toEqual([7, 7]);
  });

  test("are told apart where they name none, or one that is not there", () => {
    expect(figures(rooms.get("No such room")!, 2)).toEqual([5 + 2, 0]);
    expect(figures(rooms.get("All repairs")!, 2)).toEqual([57, 47]);
  });

  test("may be worked out from the row that they name", () => {
    // North has 12 beds and East 20, South 8.
    expect([...rooms.values()].map((row) => row[5]!.value)).toEqual([40, 7, 0, 0, 47]);
  });
});

describe("other tables over all returns", () => {
  test("have a row for each line of a table, but not for its totals", () => {
    const lines = byTable("Lines", "Money by line");
    expect([...lines.keys()]).toEqual(["1 Staff", "2 Drugs", "All lines"]);
    // Staff: 160 and twice 110; drugs: three times 90.
    expect([...lines.values()].map((row) => row[3]!.value)).toEqual([380, 270, 650]);
    expect(lines.get("1 Staff")![3]!.formula).toMatch(/^'?Lines'?![A-Z]+\d+$/);
    expect(lines.get("1 Staff")![4]!.value).toBe("yes");
  });

  test("count in how many rows of a table a choice stands", () => {
    const levels = byTable("Lines", "Wards by level");
    expect([...levels].map(([label, row]) => [label, row[3]!.value])).toEqual([
      ["Low", 1],
      ["Middle", 0],
      ["High", 2],
    ]);
  });
});

describe("a table of some returns", () => {
  test("shows those of which its test is true, and names those of which nothing is known", () => {
    const rich = tableBelow(layout, "Rooms", "Rich wards");
    expect([...rich.rows.keys()].filter((code) => code.startsWith("W"))).toEqual(["W01"]);
    const words = rowsOf(layout, "Rooms").map((row) => wordsOf(row[0]?.value ?? null));
    expect(words.filter((text) => text.endsWith(": W03"))).toHaveLength(2);
  });

  test("says so where there are none", () => {
    const rows = rowsOf(layout, "Rooms");
    const from = rows.findIndex((row) => row[0]?.value === "Poor wards");
    expect(rows.slice(from, from + 5).map((row) => row[1]?.value ?? null)).toContain(
      "None of the returns received",
    );
  });
});

describe("rates", () => {
  const rows = rowsOf(layout, "Taken");
  const named = (label: RegExp) => rows.find((row) => label.test(wordsOf(row[1]?.value ?? null)))!;

  test("are shown by their mean, weighted by the returns that have them", () => {
    const mean = values(named(/^Mean, by beds \(3 of 4 returns\)$/));
    // 40 beds and 14: W04 has no rate, and its three beds weigh nothing.
    expect(mean[3]).toBe(40 + 14 + 3);
    expect(mean[4]).toBeCloseTo((40 * 0.4 + 14 * 0.1) / 54, 10);
    expect(mean[5]).toBeCloseTo((40 * 0.6 + 14 * 0.2) / 54, 10);
    expect(mean[6]).toBeCloseTo(0.5, 10);
    expect(mean[7]).toBe("");
  });

  test("or by one in which each return counts alike", () => {
    const mean = values(named(/^Mean \(3 of 4 returns\)$/));
    expect(mean[3]).toBeCloseTo((0.4 + 0.1) / 2, 10);
    expect(mean[4]).toBeCloseTo((0.6 + 0.2) / 2, 10);
  });

  test("stand above what they are to reach, and are marked below it and below the month before", () => {
    const wanted = named(/^Wanted$/);
    expect(values(wanted).slice(3, 7)).toEqual([null, null, 0.5, null]);
    const { conditional } = sheetOf(layout, "Taken");
    const below = conditional.filter(({ look }) => look === "below");
    expect(below).toHaveLength(1);
    expect(below[0]!.range).toMatch(/^F\d+:F\d+$/);
    // Eleven months have one before them.
    expect(conditional.filter(({ look }) => look === "falls")).toHaveLength(11);
  });

  test("have columns named by their months, under one head", () => {
    const heads = rows.find((row) => row[3]?.value === "Beds")!;
    expect(values(heads).slice(4, 7)).toEqual(["Apr 2001", "May 2001", "Jun 2001"]);
  });
});
