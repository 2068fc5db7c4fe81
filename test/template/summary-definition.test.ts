import { readPlanningYear } from "../../src/template";
import { planningYear, SHIPPED_SHEETS, yearFiles } from "../support/shipped";

const files = yearFiles("2007-08");

/** What is wrong with a summary of the shipped year. */
function problemsOf(sheets: string, figures = "[]"): readonly string[] {
  const text = `title: T\nfigures: ${figures}\nsheets:\n${sheets}\n`;
  // What the authority is asked for is served by none of these.
  const none = { ...files, obligations: null };
  const result = readPlanningYear({ ...none, summary: { name: "summary.yaml", text } }, SHIPPED_SHEETS);
  return result.kind === "year" ? [] : result.problems.map(({ line, message }) => `${line}: ${message}`);
}

const table = (columns: string, more = "") =>
  `  - sheet: S\n    role: commissioner\n    tables:\n      - { table: t, title: T${more}, columns: { ${columns} } }`;

describe("the definition of a summary", () => {
  test("is refused by line where a role, a list, a column or a key is not there", () => {
    expect(
      problemsOf(table("a: { label: A, value: cover.org_name }").replace("commissioner", "nobody")),
    ).toEqual(["5: There is no role nobody in this year."]);
    expect(problemsOf(table('a: { label: A, value: "spend.nothing[plan_total]" }'))).toEqual([
      "7: There is no spend.nothing[plan_total] in this return.",
    ]);
    expect(problemsOf(table('a: { label: A, count: "community[nothing]" }'))).toEqual([
      "7: There is no community[nothing] in a list of this return.",
    ]);
    expect(problemsOf("  - { sheet: S, role: commissioner, rows: { of: spend } }")).toEqual([
      "4: There is no list spend in this return that is put in from other returns.",
    ]);
    expect(
      problemsOf("  - { sheet: S, role: commissioner, rows: { of: community, also: [nothing] } }"),
    ).toEqual(["4: The list community has no column nothing."]);
  });

  test("is refused where two sheets would have one name, or a sheet has nothing to show", () => {
    expect(problemsOf("  - { sheet: returns, role: provider, tables: [] }")).toEqual([
      "4: The summary has a sheet returns already.",
    ]);
    expect(problemsOf("  - { sheet: S, role: provider }")).toEqual([
      "4: A sheet of the summary has tables, or rows of a list.",
    ]);
  });

  test("a figure may use the totals of any role, but of no table that has none", () => {
    const figure = '[{ label: F, type: money, is: "=t.a", says: s }]';
    const amount = 'a: { label: A, value: "spend.net[plan_total]" }';
    expect(problemsOf(table(amount), figure)).toEqual([]);
    expect(problemsOf(table(amount, ", totals: false"), figure)).toEqual(["2: t.a has no total."]);
    const name = "a: { label: A, value: cover.org_name }";
    expect(problemsOf(table(name), figure)).toEqual(["2: t.a has no total."]);
    const column = '[{ label: F, type: money, is: "=SUM(t[a])", says: s }]';
    expect(problemsOf(table(amount), column)).toEqual([
      "2: A figure is worked out from totals, written like table.column.",
    ]);
  });

  test("knows which figures add up over organisations", () => {
    const tables = planningYear("2007-08").summary!.sheets.flatMap((sheet) =>
      sheet.kind === "tables" ? sheet.tables : [],
    );
    const adds = (id: string, column: string) =>
      tables.find((one) => one.id === id)!.columns.find((one) => one.id === column)!.adds;
    expect([adds("pct_net", "plan_total"), adds("uplift", "expected")]).toEqual([true, true]);
    expect([adds("community", "rise"), adds("community", "capital_difference")]).toEqual([false, false]);
    expect([adds("community", "providers"), adds("pct_net", "change_share")]).toEqual([false, false]);
  });
});
