import { join } from "node:path";

import { readPlanningYear, type SummaryTemplate } from "../../src/template";
import { SHIPPED_SHEETS, yearFiles } from "../support/shipped";

const files = yearFiles("2001-02", join(__dirname, "..", "fixtures", "wards"));
const WRITTEN = files.summary!.text;

/** The summary of the small year after a change; its problems by line, or what it is. */
function read(text: string): readonly string[] | SummaryTemplate {
  const result = readPlanningYear({ ...files, summary: { name: "summary.yaml", text } }, SHIPPED_SHEETS);
  return result.kind === "year"
    ? result.year.summary!
    : result.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

/** What is wrong with the summary once one piece of it is another; the line is that of the piece. */
function problemsAfter(old: string, by: string): readonly string[] {
  if (WRITTEN.split(old).length !== 2) throw new Error(`the summary does not hold ${old} once`);
  const result = read(WRITTEN.replace(old, () => by));
  if (!Array.isArray(result)) return [];
  const line = WRITTEN.slice(0, WRITTEN.indexOf(old)).split("\n").length;
  return (result as readonly string[]).map((problem) => problem.replace(`summary.yaml:${line} `, "there: "));
}

describe("a line of the assurance", () => {
  test("is read with its obligations, its day and what it shows", () => {
    const { assurance } = read(WRITTEN) as SummaryTemplate;
    const lines = assurance!.sections.flatMap((section) => section.lines);
    expect(lines.map(({ id, serves, by }) => [id, serves, by])).toEqual([
      ["enough", ["0102-S1"], null],
      // 30 June 2001, as the obligation has it, and 31 March 2001, named in the line.
      ["rooms_open", ["0102-S2"], 37_072],
      ["together", ["0102-S3"], 36_981],
    ]);
    expect(lines[0]!.shows.map(({ label, open, word }) => [label, open, word])[3]).toEqual([
      "Returns with a fall that is not settled",
      true,
      "of",
    ]);
  });

  test.each([
    ["a table", "=open.wd01", "=wards.next", "There is no table wards in the summary."],
    ["a column", "=open.wd01", "=rooms.nothing", "The table rooms of the summary has no column nothing."],
    ["a total", "=open.wd01", "=rooms.level", "rooms.level has no total."],
    ["a check", "=open.wd01", "=open.wd09", "There is no check WD09 in this year."],
    ["a check of a role", "=open.wd01", "=open.office[wd03]", "There is no check WD03 in the office return."],
    ["a role", "=open.wd01", "=received.clinic", "There is no role clinic in this year."],
    [
      "a row of its own",
      "=open.wd01",
      "=[@next]",
      "[@next] stands in no row here; write table.column for its total.",
    ],
    [
      "a column where one value is wanted",
      "=open.wd01",
      "=rooms[open]+1",
      "A whole column can stand only in SUM, MIN, MAX, COUNT, COUNTA, COUNTSAME, SUMSAME.",
    ],
    [
      "a key of a return",
      "=open.wd01",
      "=money.all[next]",
      "A summary knows [@column], table.column and table[column] only.",
    ],
    [
      "a column of returns",
      "=open.wd01",
      "=received.ward[wd01]",
      "Returns are counted by role, written like received.role.",
    ],
    ["a function", "=open.wd01", "=LOOKUP(1)", "LOOKUP is no function that a formula may use here."],
  ])("is refused by file and line where its figure names %s that is not there", (_, old, by, says) => {
    expect(problemsAfter(`is: "${old}"`, `is: "${by}"`)).toEqual([`there: ${says}`]);
  });

  test("is refused where what the figure is held against is not there", () => {
    expect(problemsAfter('of: "=received.ward+received.office"', 'of: "=nothing.at"')).toEqual([
      "there: There is no table nothing in the summary.",
    ]);
  });

  test("is refused where it serves an obligation that the year does not have, or none", () => {
    expect(problemsAfter("serves: [0102-S3]", "serves: [0102-S9]")).toEqual([
      "there: There is no obligation 0102-S9 in this year.",
    ]);
    expect(problemsAfter("serves: [0102-S3]", "serves: []")).toEqual([
      "there: “serves”: an obligation that the line serves is wanted here.",
    ]);
  });

  test("is refused where its day is not among the year's, or its name is there already", () => {
    expect(problemsAfter("by: answers", "by: never")).toEqual([
      "there: There is no day never among the year's dates.",
    ]);
    expect(problemsAfter("        rooms_open:", "        enough:")).toEqual([
      "there: The line enough is there twice.",
    ]);
  });

  test("is refused where it says what nobody knows of", () => {
    expect(problemsAfter("question: Do people work together?", "asks: Do people work together?")).toEqual(
      expect.arrayContaining(["there: “asks” is not known here."]),
    );
  });
});

describe("the words of a section", () => {
  test("are refused where they name what is not there, or are too long for a formula", () => {
    const says = "{ABS(ward_money.change)|#,##0}";
    expect(problemsAfter(says, "{ABS(ward_money.nothing)|#,##0}")).toEqual([
      "there: The table ward_money of the summary has no column nothing.",
    ]);
    expect(problemsAfter("Wards plan {", `${"Wards ".repeat(50)}{`)).toEqual([
      "there: A stretch of these words has 300 characters; Excel takes 255 in a formula.",
    ]);
    expect(problemsAfter(says, "{line}")).toEqual(["there: {line} stands only in a rule for each line."]);
  });
});

describe("the authority's own spend", () => {
  test("is refused where a total adds up what is not entered, or a column is missing or unknown", () => {
    expect(problemsAfter("sums: [wages, rent]", "sums: [wages, total]")).toEqual([
      "there: There is no line total that is entered.",
    ]);
    const rent = '{ label: Rent, returns: { last: "=office_money.last", next: "=office_money.next" } }';
    expect(problemsAfter(rent, '{ label: Rent, returns: { last: "=office_money.last" } }')).toEqual([
      "there: The figure of the returns for next is missing.",
    ]);
    expect(
      problemsAfter('last: "=rooms.open", next', 'now: "=rooms.open", last: "=rooms.open", next'),
    ).toEqual(["there: There is no column now here."]);
  });
});

describe("a column that works something out", () => {
  const beds = `works_out: '=SUMROWS(beds[number],[@state]="Open")'`;

  test("is refused by line where its formula names what the return does not have", () => {
    expect(problemsAfter(beds, "works_out: '=SUMROWS(beds[colour],[@state]=\"Open\")'")).toEqual([
      "there: There is no beds.r01[colour] in this return.",
    ]);
    expect(problemsAfter(beds, 'works_out: "=ward_money.next"')).toEqual([
      "there: There is no block ward_money in this return.",
    ]);
  });

  test("is refused where it would add up what does not add up", () => {
    expect(problemsAfter("type: count, decimals: 2, works_out", "type: text, adds: true, works_out")).toEqual(
      ["there: Only amounts and counts add up over organisations."],
    );
  });

  test("needs a type", () => {
    expect(problemsAfter(`type: count, adds: true, ${beds}`, beds)).toEqual([
      "there: A column takes a value, counts rows, works something out, or has a formula and a type.",
    ]);
  });
});

describe("a table", () => {
  test("may be of other returns than its sheet, which have to be there", () => {
    const office = "      - table: office_money\n";
    const more = `${office}        role: ward\n`;
    expect(problemsAfter(office, more)).toEqual([]);
    const line = WRITTEN.slice(0, WRITTEN.indexOf(office)).split("\n").length + 1;
    const problems = problemsAfter(office, `${office}        role: clinic\n`);
    expect(problems[0]).toBe(`summary.yaml:${line} There is no role clinic in this year.`);
  });

  test("can't have the name of what counts findings and returns", () => {
    expect(problemsAfter("      - table: rooms\n", "      - table: open\n")[0]).toBe(
      "there: open counts findings or returns: give the table another name.",
    );
  });
});
