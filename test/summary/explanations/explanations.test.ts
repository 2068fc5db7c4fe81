import type { RawValue } from "../../../src/cells";
import type { Layout } from "../../../src/layout";
import { sheetOf } from "../../support/layout-cells";
import { listOf, rowsOf, values } from "../sheets";
import { entering, entryAt, placed, roomsOf, sent, summaryOf, validationAt } from "../wards";
import { FILES } from "../assurance/wards-in-order";

const SHEET = "Explanations";
const FALLS = { "money.staff[next]": 60 };

/** Organisation, return, ref and state of each row. */
const states = (layout: Layout) =>
  listOf(layout, SHEET).map((row) => ["Code", "Return", "Ref", "State"].map((head) => row.get(head)));
const tally = (layout: Layout) => values(rowsOf(layout, SHEET)[4]!)[1];

describe("the sheet of explanations", () => {
  const { layout } = summaryOf(FILES);

  test("has a row for everything that is explained or has to be, and for nothing else", () => {
    expect(states(layout)).toEqual([
      // Twenty-five beds in one room; money falls, with a reason.
      ["W02", "ward", "WD03", "▲ Open"],
      ["W02", "ward", "WD01", "▲ Explained"],
      ["W03", "ward", "WD01", "▲ Open"],
      ["W03", "office", "WD01", "▲ Open"],
    ]);
    expect(tally(layout)).toBe("3 open     1 explained, without a verdict     ");
  });

  test("says what was found and the reason that the return gives", () => {
    const row = listOf(layout, SHEET)[1]!;
    expect(row.get("Organisation")).toBe("Wend Hospital");
    expect(row.get("What was found")).toBe("Money goes from 150 to 120.");
    expect(row.get("Explanation given")).toBe("A hall was given up.");
  });

  test("takes what a rule finds in several rows of a return together, since one reason stands for all of them", () => {
    const rooms = roomsOf([
      ["A", "Open", 21, 1],
      ["B", "Open", 22, 1],
      ["C", "Open", 23, 1],
      ["D", "Open", 24, 1],
    ]);
    const rows = listOf(summaryOf([sent("W01", "ward", rooms)]).layout, SHEET);
    expect(rows.map((row) => row.get("What was found"))).toEqual([
      "Room 1: 21 beds are more than twenty. Room 2: 22 beds are more than twenty. Room 3: 23 beds are more than twenty. And 1 more like these.",
    ]);
  });

  test("has what shows only beside other returns, or by a file's name, which a return has no line for", () => {
    const alike = { ...FILES[0]!, file: "W04 again.xlsx" };
    const misnamed = sent("W02", "ward", {}, "W04 plan.xlsx");
    const rows = listOf(summaryOf([FILES[0]!, alike, misnamed]).layout, SHEET);
    expect(rows.map((row) => [row.get("Code"), row.get("Ref"), row.get("State")])).toEqual([
      ["W01", "CN07", "▲ Open"],
      ["W02", "ID09", "▲ Open"],
    ]);
  });

  test("says that nothing is to be explained where nothing is", () => {
    const none = summaryOf([sent("W01")]).layout;
    expect(rowsOf(none, SHEET).flatMap(values)).toContain("Nothing is to be explained.");
    expect(tally(none)).toBe("");
  });

  test("verdicts are chosen out of two, in cells of their own", () => {
    const place = entryAt(layout, "verdicts", "W03.ward.WD01", "verdict");
    const choices = ["Accepted", "Queried"];
    expect(validationAt(layout, place)!.test).toEqual({ kind: "list", choices });
  });

  test("can be filtered and sorted with its hidden keys", () => {
    const { filter, columns } = sheetOf(layout, SHEET);
    expect(filter).toMatch(/^A7:R11$/);
    expect(columns.map(({ hidden }) => hidden)).toEqual([
      true,
      ...Array.from({ length: 12 }, () => false),
      ...Array.from({ length: 5 }, () => true),
    ]);
  });
});

describe("a verdict", () => {
  const { layout } = summaryOf(FILES);
  const withVerdicts = (entries: readonly (readonly [string, RawValue])[]) =>
    summaryOf(
      FILES,
      entering(
        layout,
        placed(
          layout,
          entries.map(([key, value]) => ["verdicts", key, "verdict", value]),
        ),
      ),
    );

  test("Accepted settles the finding, with a reason or without; Queried keeps it open, whatever the reason", () => {
    const { layout: again } = withVerdicts([
      ["W03.ward.WD01", "Accepted"],
      ["W02.ward.WD01", "Queried"],
      ["W02.ward.WD03", "Accepted"],
    ]);
    expect(states(again)).toEqual([
      ["W02", "ward", "WD03", "✔ Accepted"],
      ["W02", "ward", "WD01", "▲ Queried"],
      ["W03", "ward", "WD01", "✔ Accepted"],
      ["W03", "office", "WD01", "▲ Open"],
    ]);
    expect(tally(again)).toBe("1 open     1 queried     2 accepted     ");
  });

  test("is followed by every other sheet", () => {
    const before = summaryOf(FILES).layout;
    const after = withVerdicts([
      ["W02.ward.WD03", "Accepted"],
      ["W02.ward.WD01", "Accepted"],
      ["W03.office.WD01", "Queried"],
    ]).layout;
    const open = (of: Layout) =>
      listOf(of, "Returns").map((row) => [row.get("Code"), row.get("To explain"), row.get("Explained")]);
    expect(open(before)).toEqual([
      ["W01", 0, 0],
      ["W02", 1, 1],
      ["W03", 1, 0],
      ["W03", 1, 0],
      ["W04", null, null],
    ]);
    expect(open(after)).toEqual([
      ["W01", 0, 0],
      ["W02", 0, 2],
      ["W03", 1, 0],
      ["W03", 1, 0],
      ["W04", null, null],
    ]);
    const words = (of: Layout) => listOf(of, "Findings").map((row) => [row.get("Ref"), row.get("To do")]);
    expect(words(after)).toEqual([
      ["WD03", "✔ Accepted"],
      ["WD01", "✔ Accepted"],
      ["WD02", "✖ Put right"],
      ["WD01", "▲ Explain"],
      ["WD04", "● Note"],
      ["WD01", "▲ Queried"],
      ["WD04", "● Note"],
    ]);
    const overview = rowsOf(after, "Overview").map((row) =>
      values(row).filter((value) => value !== null && value !== ""),
    );
    expect(overview.filter(([first]) => typeof first === "string" && first.startsWith("WD0"))).toEqual([
      ["WD02  Staff cost something", "✖ Put right", 1, "ward W03"],
      [
        "WD01  Next year's money is above last year's",
        "▲ Explain",
        2,
        "ward W03; office W03. Accepted from 1: ward W02",
      ],
      ["WD03  A room has no more than twenty beds", "✔ Accepted", 1, "ward W02"],
      ["WD04  Drugs cost less than staff", "● Note", 2, "ward W03; office W03"],
    ]);
    // The office queried, the ward of Fellside unexplained.
    const enough = rowsOf(after, "Assurance").map(values);
    expect(enough.find((row) => row[4] === "Returns with a fall that is not settled")![5]).toBe(2);
  });

  test("stays with its finding while the return says the same, and is open again once it says something else", () => {
    const accepted = entering(
      layout,
      placed(layout, [
        ["verdicts", "W03.ward.WD01", "verdict", "Accepted"],
        ["verdicts", "W03.ward.WD01", "date", 37_000],
      ]),
    );
    const other = [...FILES.slice(0, 2), sent("W03", "ward", FALLS), ...FILES.slice(3)];
    const { layout: changed, collection } = summaryOf(other, accepted);
    const row = listOf(changed, SHEET).find((one) => one.get("Code") === "W03")!;
    expect([row.get("State"), row.get("Verdict"), row.get("Since then")]).toEqual([
      "▲ Changed",
      "Accepted",
      "Changed since the verdict",
    ]);
    const finding = collection.rows
      .find(({ organisation, template }) => organisation.code === "W03" && template.role === "ward")!
      .counted!.reading.findings.find(({ code }) => code === "WD01")!;
    expect(finding.verdict).toBe("changed");

    // As it was made, it stays marked when the summary is made again; with another day it is confirmed.
    const key = "W03.ward.WD01";
    const state = (of: Layout) =>
      listOf(of, SHEET)
        .find((one) => one.get("Code") === "W03")!
        .get("State");
    expect(state(summaryOf(other, entering(changed, {})).layout)).toBe("▲ Changed");
    const confirmed = entering(changed, placed(changed, [["verdicts", key, "date", 37_010]]));
    expect(state(summaryOf(other, confirmed).layout)).toBe("✔ Accepted");
    // And once the return says what was accepted in the first place, nothing has changed.
    expect(state(summaryOf(FILES, entering(changed, {})).layout)).toBe("✔ Accepted");
  });

  test("that is none of the two counts for nothing, and is kept as it is", () => {
    const { layout: again } = withVerdicts([["W03.ward.WD01", "perhaps"]]);
    const row = listOf(again, SHEET)[2]!;
    expect([row.get("State"), row.get("Verdict")]).toEqual(["▲ Open", "perhaps"]);
  });
});
