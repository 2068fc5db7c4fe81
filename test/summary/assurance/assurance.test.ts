import { formatAddress, type RawValue } from "../../../src/cells";
import type { Layout } from "../../../src/layout";
import { layoutSummary } from "../../../src/summary";
import { sheetOf } from "../../support/layout-cells";
import { listOf, rowsOf, values } from "../sheets";
import {
  collected,
  entering,
  entryAt,
  placed,
  rowWith,
  sent,
  summary,
  summaryOf,
  validationAt,
} from "../wards";
import { FILES, OFFICE, WARDS } from "./wards-in-order";

const { layout } = summaryOf(FILES);
const SHEET = "Assurance";

/** Label → figure and the words beside it, of the line with this id. */
function shownBy(of: Layout, line: string): ReadonlyMap<RawValue, readonly RawValue[]> {
  const rows = rowsOf(of, SHEET);
  const shown = new Map<RawValue, readonly RawValue[]>();
  for (let at = rowWith(of, SHEET, `judgements.${line}`) - 1; at < rows.length; at += 1) {
    const row = values(rows[at]!);
    if (shown.size > 0 && (row[0] !== null || row[4] === null)) break;
    shown.set(row[4] ?? null, row.slice(5, 7));
  }
  return shown;
}

const next = WARDS.W01.next + WARDS.W02.next + WARDS.W03.next;
const last = WARDS.W01.last + WARDS.W02.last + WARDS.W03.last;

describe("what the returns show", () => {
  const enough = shownBy(layout, "enough");
  const rooms = shownBy(layout, "rooms_open");

  test("is worked out from the totals and columns of the summary", () => {
    expect(enough.get("Money of all")).toEqual([next + OFFICE.next, null]);
    expect(enough.get("Share of wards")).toEqual([expect.closeTo(next / (next + OFFICE.next), 12), null]);
    // Wend and Fellside plan less; three wards have sent something.
    expect(enough.get("Wards that plan less")).toEqual([2, "of 3"]);
    expect(enough.get("Highest level")).toEqual(["High", null]);
    // North, Hall and the Long room are open, South is planned.
    expect(rooms.get("Rooms open")).toEqual([3, "of 4"]);
    expect(rooms.get("Wards expected")).toEqual([4, null]);
  });

  test("counts the returns in which a check is open, and those in which it was raised at all", () => {
    // Money falls in W02, with a reason, in W03 as a ward and in W03 as an office.
    expect(enough.get("Returns with a fall that is not settled")).toEqual([2, "of 4"]);
    expect(enough.get("Wards with a fall")).toEqual([2, null]);
    expect(rooms.get("Returns without money for staff")).toEqual([1, null]);
    // Fellside as a ward, with nothing for staff, and as an office, with 10 for staff and 40 for drugs.
    expect(rooms.get("Returns in which drugs cost more than staff")).toEqual([2, null]);
  });

  test("counts a return once, on however many of its sheets a thing is found", () => {
    const gaps = { "cover.region": null, "money.drugs[last]": null, "money.drugs[next]": null };
    const of = summaryOf([sent("W01", "ward", gaps), sent("W02", "ward", gaps)]).layout;
    const rows = listOf(of, "Findings").filter((row) => row.get("Ref") === "CV01");
    expect(rows.map((row) => [row.get("Code"), row.get("Sheet")])).toEqual([
      ["W01", "Cover"],
      ["W01", "Money"],
      ["W02", "Cover"],
      ["W02", "Money"],
    ]);
    expect(shownBy(of, "rooms_open").get("Returns with a blank")).toEqual([2, null]);
  });

  test("is a formula over sheets of the summary, each figure with its result", () => {
    const rows = [...shownBy(layout, "enough").keys(), ...shownBy(layout, "rooms_open").keys()];
    expect(rows).toHaveLength(11);
    const from = rowWith(layout, SHEET, "judgements.enough");
    for (let at = 0; at < 6; at += 1) {
      const cell = sheetOf(layout, SHEET).cells.get(formatAddress({ row: from + at, column: 6 }))!;
      expect([cell.formula, cell.value === null]).toEqual([expect.stringContaining("!"), false]);
    }
  });

  test("is told at a glance above the lines, in a sentence with figures in it", () => {
    const says = rowsOf(layout, SHEET)
      .flatMap(values)
      .filter((value) => typeof value === "string" && value.startsWith("Wards plan"));
    expect(says).toEqual([`Wards plan ${next}, ${last - next} less than last year; 2 of 3 plan less.`]);
  });

  test("a line that nothing is known of says so, with the day by which it is due", () => {
    const row = values(rowsOf(layout, SHEET)[rowWith(layout, SHEET, "judgements.together") - 1]!);
    // 31 March 2001, named among the year's dates.
    expect(row.slice(1, 5)).toEqual([
      "S3",
      "Do people work together?",
      36_981,
      "The returns say nothing of this.",
    ]);
    const due = values(rowsOf(layout, SHEET)[rowWith(layout, SHEET, "judgements.rooms_open") - 1]!)[3];
    // 30 June 2001, as its obligation says.
    expect(due).toBe(37_072);
  });

  test("a role that nobody files in counts for nothing", () => {
    const none = summaryOf([]).layout;
    expect(shownBy(none, "enough").get("Wards with a fall")).toEqual([0, null]);
    expect(shownBy(none, "rooms_open").get("Rooms open")).toEqual([0, "of 0"]);
  });
});

describe("judgements", () => {
  test("are entered in cells of their own, out of three, with comment, name and day", () => {
    const place = (column: string) => entryAt(layout, "judgements", "enough", column);
    const test = (column: string) => validationAt(layout, place(column))!.test;
    const choices = ["Assured", "Partly assured", "Not assured"];
    expect(test("judgement")).toEqual({ kind: "list", choices });
    expect(test("date").kind).toBe("date");
    for (const column of ["judgement", "comment", "by", "date"])
      expect([column, sheetOf(layout, SHEET).cells.get(place(column).split("!")[1]!)!.role]).toEqual([
        column,
        "input_note",
      ]);
  });

  test("are counted above the table", () => {
    const entered = entering(
      layout,
      placed(layout, [
        ["judgements", "enough", "judgement", "Assured"],
        ["judgements", "together", "judgement", "Partly assured"],
      ]),
    );
    const again = summaryOf(FILES, entered).layout;
    const tally = (of: Layout) => values(rowsOf(of, SHEET)[4]!)[1];
    expect(tally(layout)).toBe("0 of 3 judged     Assured: 0     Partly assured: 0     Not assured: 0");
    expect(tally(again)).toBe("2 of 3 judged     Assured: 1     Partly assured: 1     Not assured: 0");
  });
});

describe("the authority's own spend", () => {
  /** Label → last year and next. */
  const own = (of: Layout) =>
    new Map(rowsOf(of, SHEET).map((row) => [values(row)[4], values(row).slice(5, 7)] as const));

  test("is blank until it is entered, and is not nothing while it is blank", () => {
    const rows = own(layout);
    expect(rows.get("Wages")).toEqual([null, null]);
    expect(rows.get("Wages and rent")).toEqual(["", ""]);
    expect(rows.get("Returns: wages")).toEqual([last, next]);
    expect(rows.get("Returns: rent")).toEqual([OFFICE.last, OFFICE.next]);
    for (const label of ["wages", "rent", "wages and rent", "people"])
      expect([label, rows.get(`Together: ${label}`)]).toEqual([label, ["", ""]]);
  });

  test("stands beside the returns' totals and is added to them in lines of its own, never in them", () => {
    const entered = entering(
      layout,
      placed(layout, [
        ["own_spend", "wages", "last", 30],
        ["own_spend", "wages", "next", 35],
        ["own_spend", "rent", "next", 5],
        ["own_spend", "people", "next", 0],
      ]),
    );
    const again = summaryOf(FILES, entered).layout;
    const rows = own(again);
    expect(rows.get("Wages")).toEqual([30, 35]);
    // Last year's rent was not entered, so there is no sum with it.
    expect(rows.get("Wages and rent")).toEqual(["", 40]);
    expect(rows.get("Returns: wages and rent")).toEqual([last + OFFICE.last, next + OFFICE.next]);
    expect(rows.get("Together: wages")).toEqual([last + 30, next + 35]);
    expect(rows.get("Together: rent")).toEqual(["", OFFICE.next + 5]);
    expect(rows.get("Together: wages and rent")).toEqual(["", next + OFFICE.next + 40]);
    // Four rooms are open or planned; nobody of the authority is a figure too.
    expect(rows.get("Together: people")).toEqual(["", 4]);
    const totals = (of: Layout) =>
      ["Overview", "Wards", "Offices"].map((sheet) => rowsOf(of, sheet).map(values));
    expect(totals(again)).toEqual(totals(layout));
  });
});

test("the sheet stands behind the overview; a year without an assurance has none", () => {
  const names = (of: Layout) => of.sheets.map(({ name }) => name);
  const others = ["Returns", "Wards", "Offices", "Explanations", "Findings", "Facts", "Sources"];
  expect(names(layout)).toEqual(["Overview", SHEET, ...others]);
  const without = layoutSummary(collected(FILES), { ...summary, assurance: null }).layout;
  expect(names(without)).toEqual(["Overview", ...others]);
});
