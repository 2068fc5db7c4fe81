import { collect, layoutSummary } from "../../../src/summary";
import { sheetOf, wordsOf } from "../../support/layout-cells";
import { REGISTER, sent, summary, template, year } from "../returns";
import { rowsOf, tableBelow, values } from "../sheets";

const TITLE = "Providers: point by point";
const STATES = {
  X01: { k1_1: "In place", k1_2: "Planned", k1_3: "Not started", k1_4: "Not relevant", k1_5: null },
  X02: { k1_1: "in place", k1_2: "Perhaps", k1_3: "Not started", k1_4: null, k1_5: null },
} as const;
const changes = (of: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(of).map(([point, status]) => [`checklist.${point}[status]`, status]));
const collection = collect(
  Object.entries(STATES).map(([code, of]) => sent(code, `${code}.xlsx`, changes(of))),
  REGISTER,
  "Q30",
  year,
);
/** Other sheets cost time. */
const sheets = summary.sheets.filter(({ name }) => name === "Checklist");
const { layout } = layoutSummary(collection, { ...summary, sheets, figures: [], assurance: null });
const table = tableBelow(layout, "Checklist", TITLE);
const points = (code: string) => values(table.rows.get(code)!).slice(3, 8);

describe("the checklist, point by point", () => {
  test("has a sign for each state, and one of its own for no answer or none of them", () => {
    expect(points("X01")).toEqual(["✔", "P", "✖", "–", "?"]);
    expect(points("X02")).toEqual(["✔", "?", "✖", "?", "?"]);
    expect(points("X04")).toEqual([null, null, null, null, null]);
  });

  test("has the points of the role alone, all of them, under the headings of the guidance", () => {
    const own = [...template.fields.values()].flatMap(({ block, column, key }) =>
      block === "checklist" && column === "status" ? [key] : [],
    );
    expect(table.keys.filter((key) => key !== null)).toEqual(own);
    const rows = rowsOf(layout, "Checklist");
    const groups = rows[rows.findIndex((row) => row[0]?.value === "Code") - 1]!;
    const numbers = values(groups).filter((value) => value !== null);
    expect(numbers.map((words) => wordsOf(words).split(" ")[0])).toEqual([
      "I",
      "II",
      "III",
      "V",
      "VI",
      "VII",
    ]);
  });

  test("counts at its foot how many organisations have each sign", () => {
    const rows = rowsOf(layout, "Checklist");
    const counts = rows.filter((row) => wordsOf(row[1]?.value ?? null).endsWith(": how many"));
    expect(counts.map((row) => values(row).slice(0, 8))).toEqual([
      ["✔", "In place: how many", null, 2, 0, 0, 0, 0],
      ["P", "Planned: how many", null, 0, 1, 0, 0, 0],
      ["✖", "Not started: how many", null, 0, 0, 2, 0, 0],
      ["–", "Not relevant: how many", null, 0, 0, 0, 1, 0],
      ["?", "No answer: how many", null, 0, 1, 0, 1, 2],
    ]);
    expect(counts[0]![3]!.formula).toMatch(/^SUMPRODUCT\(/);
  });

  test("says what its signs mean, and colours them by conditional formats", () => {
    const legend = rowsOf(layout, "Checklist").find((row) => row[2]?.value === "Signs:")!;
    expect(values(legend).filter((value) => value !== null)).toEqual([
      ...["Signs:", "✔", "In place", "P", "Planned", "✖", "Not started"],
      ...["–", "Not relevant", "?", "No answer"],
    ]);
    const looks = new Set(sheetOf(layout, "Checklist").conditional.map(({ look }) => look));
    for (const look of ["green", "amber", "red", "quiet", "note"]) expect(looks).toContain(look);
  });
});
