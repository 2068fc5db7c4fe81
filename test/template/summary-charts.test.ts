import { join } from "node:path";

import { readPlanningYear, type SummaryTemplate } from "../../src/template";
import { SUMMARY, yearWith } from "../summary/by/repairs";
import { SHIPPED_SHEETS, yearFiles } from "../support/shipped";

const files = yearFiles("2001-02", join(__dirname, "..", "fixtures", "wards"));
const CHARTS = `charts:
  - chart: money
    on: Wards
    kind: columns
    type: money
    title: "Wards plan {ward_money.next|#,##0}"
    says: "Wards and offices, last year and next."
    points: [Wards, Offices]
    series:
      - { label: Last year, look: quiet, is: ["=ward_money.last", "=office_money.last"] }
      - { label: Next year, look: accent, is: ["=ward_money.next", "=office_money.next"] }
  - chart: by_ward
    on: overview
    kind: bars
    type: money
    title: "{COUNTSAME(ward_money[word],\\"Less\\")|0} wards plan less"
    says: "The wards with the greatest fall."
    organisations: { table: ward_money, by: change, first: least, most: 3 }
    series: [{ label: Change, look: accent, column: change }]
`;
const WRITTEN = `${files.summary!.text.trimEnd()}\n${CHARTS}`;

/** The summary of the small year with these charts; its problems by line, or what it is. */
function read(text: string): readonly string[] | SummaryTemplate {
  const result = readPlanningYear({ ...files, summary: { name: "summary.yaml", text } }, SHIPPED_SHEETS);
  return result.kind === "year"
    ? result.year.summary!
    : result.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

/** What is wrong once one piece of the charts is another; the line is that of the piece. */
function problemsAfter(old: string, by: string): readonly string[] {
  if (CHARTS.split(old).length !== 2) throw new Error(`the charts do not hold ${old} once`);
  const at = WRITTEN.length - CHARTS.length + CHARTS.indexOf(old);
  const result = read(`${WRITTEN.slice(0, at)}${by}${WRITTEN.slice(at + old.length)}`);
  if (!Array.isArray(result)) return [];
  const line = WRITTEN.slice(0, at).split("\n").length;
  return (result as readonly string[]).map((problem) => problem.replace(`summary.yaml:${line} `, "there: "));
}

test("charts are read with what they draw", () => {
  const { charts } = read(WRITTEN) as SummaryTemplate;
  expect(charts.map(({ id, on, kind, draws }) => [id, on, kind, draws.kind])).toEqual([
    ["money", "Wards", "columns", "points"],
    ["by_ward", "overview", "bars", "organisations"],
  ]);
  expect(charts[1]!.draws).toEqual({
    kind: "organisations",
    table: "ward_money",
    by: "change",
    first: "least",
    most: 3,
    series: [{ label: "Change", look: "accent", column: "change" }],
  });
});

test.each([
  ["a sheet", "on: Wards", "on: Rooms", "The summary has no sheet Rooms."],
  ["a table", "table: ward_money,", "table: gone,", "There is no table gone in the summary."],
  [
    "a column to sort by",
    "by: change",
    "by: gone",
    "The table ward_money of the summary has no column gone.",
  ],
  [
    "a column with figures",
    "column: change",
    "column: word",
    "The column word of ward_money has no figures to draw.",
  ],
  [
    "a total",
    "=office_money.next",
    "=office_money.gone",
    "The table office_money of the summary has no column gone.",
  ],
  [
    "a total in its title",
    "{ward_money.next|",
    "{ward_money.gone|",
    "The table ward_money of the summary has no column gone.",
  ],
  [
    "a kind",
    "kind: columns",
    "kind: pie",
    "“kind”: a kind of chart is bars, columns, stacked_bars, stacked_columns, lines.",
  ],
  ["a look", "look: quiet", "look: pink", "“look”: a look is accent, beside, quiet, good, explain, fix."],
])("is refused by file and line where it names %s that is not there", (_, old, by, says) => {
  expect(problemsAfter(old, by)).toEqual([`there: ${says}`]);
});

test("is refused where a point has no formula, and where points and organisations are both there, or neither", () => {
  expect(problemsAfter('["=ward_money.last", "=office_money.last"]', '["=ward_money.last"]')).toEqual([
    "there: There are 2 points and 1 formulas; each point needs one.",
  ]);
  const both = problemsAfter(
    "    points: [Wards, Offices]\n",
    "    points: [Wards, Offices]\n    organisations: { table: rooms, by: open, first: least, most: 3 }\n",
  );
  expect(both).toHaveLength(1);
  expect(both[0]).toContain("A chart has points, or organisations of a table, or rows");
  expect(problemsAfter("    points: [Wards, Offices]\n", "")[0]).toContain(
    "A chart has points, or organisations",
  );
});

test("is refused where its name is used twice, one series is stacked, or organisations are a line", () => {
  expect(problemsAfter("chart: by_ward", "chart: money")).toEqual(["there: There is a chart money already."]);
  expect(problemsAfter("kind: bars", "kind: stacked_bars")[0]).toContain(
    "What is stacked has two series at least.",
  );
  expect(problemsAfter("kind: bars", "kind: lines")).toEqual([
    "there: Lines run over time; organisations are bars or columns.",
  ]);
});

test("is refused below a table that its sheet has not, and of rows that no table has", () => {
  expect(problemsAfter("    on: Wards\n", "    on: Wards\n    below: gone\n")[0]).toContain(
    "There is no table gone on the sheet Wards.",
  );
  const organisations = "organisations: { table: ward_money, by: change, first: least, most: 3 }";
  expect(problemsAfter(organisations, "rows: { table: ward_money }")).toEqual([
    "there: The summary has no table ward_money over all returns.",
  ]);
});

test("is refused where it names a figure that the authority does not enter", () => {
  expect(problemsAfter("{ward_money.next|", "{held.fund[now]|")).toEqual([
    "there: The authority enters nothing as fund[now].",
  ]);
});

test.each([
  ["are not sorted", "{ table: by_state }", "beds", "The rows of by_state are sorted by a column"],
  [
    "are sorted by a share",
    "{ table: by_state, by: share }",
    "beds",
    "The rows of by_state are sorted by a column",
  ],
  ["have an order of their own", "{ table: by_line, by: next }", "next", "are drawn in their own order."],
  [
    "have only words",
    "{ table: by_line }",
    "known",
    "A column of figures of the table by_line is wanted here.",
  ],
])("is refused where its rows %s", (_, rows, column, says) => {
  const drawn = `series: [{ label: One, look: accent, column: ${column} }]`;
  const chart = `{ chart: a, on: Rooms, kind: bars, type: count, title: A, says: A, rows: ${rows}, ${drawn} }`;
  const result = yearWith(`${SUMMARY.trimEnd()}\ncharts: [${chart}]\n`);
  expect(result.kind === "year" ? [] : result.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining(says),
  ]);
});
