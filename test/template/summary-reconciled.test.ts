import { join } from "node:path";

import { readPlanningYear } from "../../src/template";
import { planningYear, SHIPPED_SHEETS, yearFiles } from "../support/shipped";

const files = yearFiles("2002-03", join(__dirname, "..", "fixtures", "works"));
const written = files.summary!.text;

/** What is wrong once this piece of the summary is another, by the words of the line that is named. */
function problemsOf(old: string, by: string): readonly (readonly [string, string])[] {
  if (written.split(old).length !== 2) throw new Error(`${old} does not stand there once`);
  const text = written.replace(old, by);
  const result = readPlanningYear({ ...files, summary: { name: "summary.yaml", text } }, SHIPPED_SHEETS);
  if (result.kind === "year") return [];
  return result.problems.map(({ file, line, message }) => {
    expect(file).toBe("summary.yaml");
    return [text.split("\n")[line - 1]!.trim(), message] as const;
  });
}

const COMMITMENTS =
  "columns: { name: name, product: thing, supplier: who, reference: number, go_live: done }";
const CONTRACTS = "columns: { name: name, lsp: who, product: thing, go_live: done }";
/** A column is refused in the return of each role that has the list. */
const both = (line: string, message: string) =>
  ["trust", "office"].map((role) => [line, message.replace("ROLE", role)] as const);

describe("what lists are held against is refused where", () => {
  test("a column is not there, or of another kind", () => {
    const line = COMMITMENTS.replace("reference: number", "reference: nothing");
    expect(problemsOf(COMMITMENTS, line)).toEqual(
      both(line, "The list works of the ROLE return has no column nothing."),
    );
    const dated = CONTRACTS.replace("lsp: who", "lsp: done");
    expect(problemsOf(CONTRACTS, dated)).toEqual(
      both(
        dated,
        "The list works of the ROLE return has in done what is of type date; text or choice or code is wanted here.",
      ),
    );
    const undated = CONTRACTS.replace("go_live: done", "go_live: who");
    expect(problemsOf(CONTRACTS, undated)).toEqual(
      both(
        undated,
        "The list works of the ROLE return has in who what is of type text; date is wanted here.",
      ),
    );
  });

  test("the answer that marks rows is none of the column's, or its column is not there", () => {
    const row = 'rows: { column: promised, is: "Yes" }';
    expect(problemsOf(row, 'rows: { column: promised, is: "Maybe" }')).toEqual(
      both(
        'rows: { column: promised, is: "Maybe" }',
        "The list works of the ROLE return has no choice “Maybe” in promised.",
      ),
    );
    expect(problemsOf(row, 'rows: { column: nothing, is: "Yes" }')).toEqual(
      both(
        'rows: { column: nothing, is: "Yes" }',
        "The list works of the ROLE return has no column nothing.",
      ),
    );
  });

  test("an answer that says later is none of the column's", () => {
    const later = "later: { column: when, is: [Some day] }";
    const wrong = "later: { column: when, is: [Never] }";
    expect(problemsOf(later, wrong)).toEqual(
      both(wrong, "The list works of the ROLE return has no choice “Never” in when."),
    );
  });

  test("the list is not there, or the sheet's name is taken", () => {
    const list = "sheet: Contractors\n  list: works";
    expect(problemsOf(list, "sheet: Contractors\n  list: nothing")).toEqual([
      ["list: nothing", "There is no list nothing in this year."],
    ]);
    expect(problemsOf("sheet: Contractors", "sheet: promises")).toEqual([
      ["sheet: promises", "The summary has a sheet promises already."],
    ]);
    expect(problemsOf("sheet: Promises", "sheet: Findings")).toEqual([
      ["sheet: Findings", "The summary has a sheet Findings already."],
    ]);
  });

  test("words of a state have no sign, are those of another, or are missing", () => {
    expect(problemsOf('more: "▲ More"', 'more: "More"')).toEqual([
      ['more: "More"', "“more”: a state begins with ✔, ●, ▲ or ✖ and a blank."],
    ]);
    expect(problemsOf('more: "▲ More"', 'more: "▲ Fewer"')).toEqual([
      ['fewer: "▲ Fewer"', "more has the same words: give each state its own."],
    ]);
    expect(problemsOf('    more: "▲ More"\n', "").map(([, message]) => message)).toEqual([
      "“more” is missing.",
    ]);
  });

  test("the days are no whole number", () => {
    expect(problemsOf("days: 31", "days: 1.5")).toEqual([
      ["days: 1.5", "“days”: a whole number of days is wanted here."],
    ]);
    expect(problemsOf("days: 31", "days: -1")).toEqual([
      ["days: -1", "“days”: a number of days is 0 or more."],
    ]);
  });
});

test("the shipped year holds NPfIT commitments and LSPs' deployments against them, 31 days being in order", () => {
  const { commitments, contracts } = planningYear("2007-08").summary!;
  expect([commitments!.list, commitments!.marked, commitments!.days]).toEqual([
    "deployments",
    { column: "npfit", is: "Yes" },
    31,
  ]);
  expect([contracts!.list, contracts!.marked]).toEqual([
    "deployments",
    { column: "supplier_kind", is: "LSP" },
  ]);
});
