import { layoutSummary, type ReturnFile } from "../../../src/summary";
import { collect, readPrevious, withEntered } from "../../../src/summary";
import type { Layout } from "../../../src/layout";
import { sheetOf, wordsOf } from "../../support/layout-cells";
import { SUMMARY, repairs, ward, year, yearWith } from "../by/repairs";
import { rowsOf } from "../sheets";
import { REGISTER, entering, roomsOf } from "../wards";
import { chartOn, drawnIn, messageOf } from "./drawn";

const CHARTS = `charts:
  - chart: rooms
    on: Rooms
    below: by_state
    kind: bars
    type: money
    title: "Rooms cost {by_state.cost|#,##0}"
    says: "By state."
    rows: { table: by_state, by: cost, most: 2 }
    series: [{ label: Cost, look: accent, column: cost }, { label: Beds, look: quiet, column: beds }]
  - chart: money
    on: Lines
    below: by_line
    kind: bars
    type: money
    title: "Money by line"
    says: "Next year."
    rows: { table: by_line }
    series: [{ label: Next year, look: accent, column: next }]
  - chart: repairs
    on: Repairs
    below: by_room
    kind: columns
    type: money
    title: "Repairs {IF(ISNUMBER(held.fund[now]),\\"of \\"&held.fund[now]&\\" at hand\\",\\"without a fund\\")}"
    says: "By the state of the room."
    rows: { table: by_room, by: price }
    series: [{ label: Price, look: accent, column: price }]
`;
const read = yearWith(`${SUMMARY.trimEnd()}\n${CHARTS}`);
if (read.kind !== "year") throw new Error(JSON.stringify(read.problems));
const summary = read.year.summary!;

const file = (code: string, staff: number) =>
  ward(code, {
    ...roomsOf([
      ["North", "Open", 12, 300],
      ["East", "Planned", 20, code === "W01" ? 900 : 0],
      ["Loft", null as unknown as string, 3, 10],
    ]),
    ...repairs([["Roof", "North", "High", 40]]),
    "money.staff[next]": staff,
  });
const collected = (files: readonly ReturnFile[]) => collect(files, REGISTER, "Y01", year);
const laidOut = (staff = 160): Layout =>
  layoutSummary(collected([file("W01", 150), file("W02", staff), file("W04", 140)]), summary).layout;
const layout = laidOut();

describe("a chart of rows over all returns", () => {
  test("draws those that come to something, the greatest first, by cells of their table", () => {
    const chart = chartOn(layout, "Rooms", "Rooms cost");
    // Three wards have open rooms for 300 each and lofts for 10, one a planned one for 900; none is shut.
    expect(drawnIn(layout, chart)).toEqual({
      points: ["Open", "Planned"],
      figures: { Cost: [900, 900], Beds: [36, 60] },
    });
    const { sheet, range } = chart.series[0]!.figures;
    expect(sheetOf(layout, sheet).cells.get(range.split(":")[0]!)!.formula).toMatch(/^'?Rooms'?!F\d+$/);
  });

  test("says how many there are where it draws fewer", () => {
    expect(messageOf(layout, chartOn(layout, "Rooms", "Rooms cost"))).toBe("Rooms cost 1,830 (2 of 3 shown)");
    expect(messageOf(layout, chartOn(layout, "Lines", "Money"))).toBe("Money by line");
  });

  test("leaves those out whose figure would hide all others together, and says so", () => {
    const staff = (of: Layout) => drawnIn(of, chartOn(of, "Lines", "Money"));
    expect(staff(layout)).toEqual({
      points: ["1 Staff", "2 Drugs"],
      figures: { "Next year": [450, 270] },
    });
    const pounds = laidOut(160_000);
    expect(staff(pounds).figures).toEqual({ "Next year": [150 + 140, 90 + 90] });
    const chart = chartOn(pounds, "Lines", "Money");
    expect(messageOf(pounds, chart)).toBe("Money by line (without W02, too great for it)");
    expect(chart.says).toBe("Next year. Left out of the chart, too great for it: W02.");
  });

  test("is not there where no return has any of them", () => {
    const none = layoutSummary(collected([ward("W01", {})]), summary).layout;
    expect(sheetOf(none, "Repairs").charts).toEqual([]);
  });
});

describe("a chart below a table", () => {
  test("lies between it and the next, and begins a page rather than be cut", () => {
    const rows = rowsOf(layout, "Rooms").map((row) => wordsOf(row[0]?.value ?? null));
    const { area } = chartOn(layout, "Rooms", "Rooms cost");
    expect(rows.indexOf("All rooms") + 1).toBeLessThan(area.top);
    expect(rows.indexOf("All wards") + 1).toBeGreaterThan(area.bottom);
  });
});

describe("what the authority enters", () => {
  test("can stand in a chart's message, which says so until it is entered", () => {
    expect(messageOf(layout, chartOn(layout, "Repairs", "Repairs"))).toBe("Repairs without a fund");
    const at = rowsOf(layout, "Repairs").findIndex((row) => row[0]?.value === "The region's fund") + 1;
    const before = entering(layout, { [`Repairs!D${at}`]: 75 });
    const sha = { code: "Y01", name: "Northern Region" };
    const result = readPrevious(before, { sha, templates: [...year.templates.values()], summary });
    if (result.kind !== "entered") throw new Error(result.message);
    const again = layoutSummary(withEntered(collected([file("W01", 150)]), result.entered), summary).layout;
    expect(messageOf(again, chartOn(again, "Repairs", "Repairs"))).toBe("Repairs of 75 at hand");
  });
});
