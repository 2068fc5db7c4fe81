import { rowId, rowNumber } from "../../src/template";

import { refuses, type Trouble } from "./refused";
import { fieldOf, listOf, ruleOf, templateIn, TWO_ROLES, yearOf, type Change } from "./small-year";

const template = templateIn(yearOf(TWO_ROLES), "payer");

/** A trouble in the list's own file. */
const inList = (old: string, by: string, says: string, at?: string): Trouble => ({
  file: "bodies.yaml",
  old,
  by,
  says,
  with: [TWO_ROLES],
  ...(at === undefined ? {} : { at }),
});
const HOLDS = '"=together.spent[amount]>0"';
const SPENT = '"=SUM(bodies[spent])"';
const A_LIST = "bodies is a list: name a whole column of it, bodies[column].";

describe("a list is refused where", () => {
  refuses({
    "EVERY goes over its rows": inList(HOLDS, '"=EVERY(bodies.r01..r03,[@spent]>0)"', A_LIST),
    "ANY goes over its rows": inList(HOLDS, '"=ANY(bodies.r01..r02,[@spent]>0)"', A_LIST),
    "a rule adds up some of its rows": inList(HOLDS, '"=SUM(bodies.r01..r02[spent])>0"', A_LIST),
    "a total adds up some of its rows": inList(SPENT, '"=SUM(bodies.r01..r03[spent])"', A_LIST),
    "a worked-out column is added up": inList(
      SPENT,
      '"=SUM(bodies[twice])"',
      "bodies[twice] is worked out: add up the columns that it is made of.",
    ),
    "a worked-out column is counted in a rule": inList(
      HOLDS,
      '"=COUNT(bodies[share])>0"',
      "bodies[share] is worked out: add up the columns that it is made of.",
    ),
    "a whole column stands outside of SUM": inList(
      HOLDS,
      '"=bodies[spent]>0"',
      "Several cells can stand only in SUM",
    ),
    "a column is named that it does not have": inList(
      SPENT,
      '"=SUM(bodies[spend])"',
      "There is no bodies.r01[spend] in this return.",
    ),
    "a row is named that it is not drawn with": inList(
      "at: together.spent[amount]\n",
      "at: bodies.r04[code]\n",
      "There is no bodies.r04[code] in this return.",
    ),
    "a blank is to count as 0": inList(
      "type: money, least: 0, from:",
      "type: money, answer: zero, from:",
      "In a list a blank is no 0: say due or optional.",
    ),
    "it has one row": inList("rows: 3", "rows: 1", "“rows”: "),
    "it has more rows than anybody fills": inList("rows: 3", "rows: 201", "“rows”: "),
    "it has half a row": inList("rows: 3", "rows: 2.5", "“rows”: "),
    "its rows have no name": inList("    row: Body\n", "", "“row” is missing.", "- list: bodies"),
    "a formula is given for one row": inList(
      'is: "=2*[@spent]"',
      'is: { r01: "=2*[@spent]" }',
      "“is”: a formula is wanted here.",
    ),
    "it has a total": inList(
      "    row: Body\n",
      "    row: Body\n    total: true\n",
      "“total” is not known here.",
      "total: true",
    ),
    "it takes its rows from a role that there is not": inList(
      "role: provider, code: code",
      "role: dentist, code: code",
      "There is no role dentist in this year.",
    ),
    "the column with whose return a row is about does not say so": inList(
      "role: provider, code: code",
      "role: provider, code: remark",
      "The column remark has to say from which key it is put in.",
    ),
    "that column does not exist": inList(
      "role: provider, code: code",
      "role: provider, code: codes",
      "The column codes has to say from which key it is put in.",
    ),
    "a column takes what the other return does not have": inList(
      'from: "spend.net[total]"',
      'from: "spend.nett[total]"',
      "There is no spend.nett[total] in the provider return.",
    ),
    "a column takes what is of another type": inList(
      'from: "spend.net[total]"',
      'from: "spend.staff[note]"',
      "spend.staff[note] is of another type (text) than this column.",
    ),
    "columns take from other returns, and the list does not say of which role": inList(
      "    from: { role: provider, code: code }\n",
      "",
      "A column is put in from other returns only where the list says from which role.",
      "    columns:\n      name:",
    ),
  });
});

describe("a list that is right", () => {
  const block = listOf(template);

  test("has as many rows as it says, with their names and numbers", () => {
    expect(block.lines.map(({ id, number, label }) => [id, number, label])).toEqual([
      ["r01", 1, "Body 1"],
      ["r02", 2, "Body 2"],
      ["r03", 3, "Body 3"],
    ]);
    expect(block.takes).toEqual({
      role: "provider",
      code: "code",
      keys: new Map([
        ["name", "cover.org_name"],
        ["code", "cover.org_code"],
        ["spent", "spend.net[total]"],
      ]),
      agrees: new Map(),
      vouches: new Map(),
      whole: false,
    });
    expect(
      template.sheets.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind !== "checks"),
    ).toHaveLength(5);
  });

  test("has fields that know what else is entered in their row", () => {
    const row = ["name", "code", "spent", "remark"].map((column) => `bodies.r02[${column}]`);
    expect(fieldOf(template, "bodies.r02[spent]")).toMatchObject({
      label: "Body 2, plan spent",
      source: { kind: "entered", answer: "due", least: 0, most: null },
      row,
    });
    expect(fieldOf(template, "bodies.r02[twice]")).toMatchObject({ source: { kind: "calculated" }, row });
    expect(fieldOf(template, "together.spent[amount]").row).toBeNull();
  });

  test("has a case of its rule for each row, and the others know nothing of rows", () => {
    const rule = ruleOf(template, "BB01");
    expect(rule.cases.map(({ line, at, row }) => [line, at, row?.length])).toEqual(
      ["r01", "r02", "r03"].map((line) => [line, [`bodies.${line}[code]`], 4]),
    );
    expect(rule.cases[1]!.says[0]).toEqual({ kind: "text", text: "Body 2" });
    expect(ruleOf(template, "BB02").cases).toMatchObject([{ line: null, row: null }]);
  });

  test("can be named by one of its rows", () => {
    const one: Change = {
      file: "bodies.yaml",
      old: "at: together.spent[amount]\n",
      by: "at: bodies.r01[spent]\n",
    };
    expect(ruleOf(templateIn(yearOf(TWO_ROLES, one), "payer"), "BB02").cases[0]!.at).toEqual([
      "bodies.r01[spent]",
    ]);
  });

  test("need not take its rows from anywhere", () => {
    const own = [
      { file: "bodies.yaml", old: "    from: { role: provider, code: code }\n", by: "" },
      { file: "bodies.yaml", old: ", from: cover.org_name", by: "" },
      { file: "bodies.yaml", old: ", from: cover.org_code", by: "" },
      { file: "bodies.yaml", old: ', from: "spend.net[total]"', by: "" },
    ] as const;
    expect(listOf(templateIn(yearOf(TWO_ROLES, ...own), "payer")).takes).toBeNull();
  });
});

describe("the names of a list's rows", () => {
  test.each([
    [1, "r01"],
    [10, "r10"],
    [200, "r200"],
  ])("row %d is %s, there and back", (number, id) => {
    expect([rowId(number), rowNumber(id)]).toEqual([id, number]);
  });

  test.each(["r1", "row01", "r", "r01a", "R01", "r12345"])("%s is the name of none", (id) => {
    expect(rowNumber(id)).toBeUndefined();
  });
});
