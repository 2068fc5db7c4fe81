import { readPlanningYear } from "../../src/template";
import { FIRST_PART, planningYear, SHIPPED_SHEETS, yearFiles } from "../support/shipped";

const files = yearFiles("2007-08", FIRST_PART);

/** What is wrong with a summary of the first part. */
function problemsOf(sheets: string, more = ""): readonly string[] {
  const text = `title: T\nfigures: []\nsheets:\n${sheets}\n${more}`;
  const result = readPlanningYear(
    { ...files, obligations: null, summary: { name: "summary.yaml", text } },
    SHIPPED_SHEETS,
  );
  return result.kind === "year" ? [] : result.problems.map(({ line, message }) => `${line}: ${message}`);
}

const table = (columns: string, more = "", sheet = "") =>
  `  - sheet: S\n    role: provider\n${sheet}    tables:\n      - { table: t, title: T${more}, columns: { ${columns} } }`;
const name = "a: { label: A, value: cover.org_name }";
const share = 's: { label: S, type: percent, is: "=1" }, r: { label: R, rates: s }';
const rating = (grades: string) =>
  `    rating: { title: R, grades: [${grades}], none: { sign: "–", word: N, says: n } }\n`;
const GRADES =
  "{ sign: G, word: W, look: green, least: 1, says: w }, { sign: R, word: W, look: red, says: w }";
const list = (of: string) => `  - { sheet: L, list: { of: community, name: name, columns: {}${of} } }`;

describe("signs for answers", () => {
  test("are one for each answer and one for none", () => {
    const states = (of: string) => problemsOf(table(name, `, states: [${of}]`));
    const none = '{ sign: "?", look: note }';
    expect(states(`{ is: Yes, sign: Y, look: green }, ${none}`)).toEqual([]);
    expect(states("{ is: Yes, sign: Y, look: green }")).toEqual([
      "7: One of these, without “is”, is for no answer.",
    ]);
    expect(states(`{ is: Yes, sign: Y, look: green }, { is: No, sign: Y, look: red }, ${none}`)).toEqual([
      "7: The sign Y stands here twice.",
    ]);
    expect(states(`{ is: Yes, sign: Y, look: green }, { is: Yes, sign: N, look: red }, ${none}`)).toEqual([
      "7: The answer Yes stands here twice.",
    ]);
    expect(states(`${none}, { sign: N, look: red }`)).toEqual(["7: One sign alone is for no answer."]);
  });
});

describe("a rule of grades", () => {
  test("goes from the highest share to the lowest, and its last grade takes the rest", () => {
    expect(problemsOf(table(share, "", rating(GRADES)))).toEqual([]);
    const first = "{ sign: G, word: W, look: green, least: 0.5, says: w }";
    const second = "{ sign: A, word: W, look: amber, least: 0.5, says: w }";
    const last = "{ sign: R, word: W, look: red, says: w }";
    expect(problemsOf(table(share, "", rating(`${first}, ${second}, ${last}`)))).toEqual([
      "6: Grades stand from the highest share to the lowest.",
    ]);
    expect(problemsOf(table(share, "", rating(`${first}, ${second}`)))).toEqual([
      "6: The last grade takes what is below the others.",
      "6: Grades stand from the highest share to the lowest.",
    ]);
    const words = '{ sign: R, word: W, look: red, says: "below {least}" }';
    expect(problemsOf(table(share, "", rating(`${first}, ${words}`)))).toEqual([
      "6: There is no {least} in this grade.",
    ]);
  });

  test("stands where something is rated, and there alone; what is rated is a share", () => {
    expect(problemsOf(table(share))).toEqual(["4: A column is rated here, and there is no rule: rating."]);
    expect(problemsOf(table(name, "", rating(GRADES)))).toEqual(["6: Nothing is rated here."]);
    const text = `${name}, r: { label: R, rates: a }`;
    expect(problemsOf(table(text, "", rating(GRADES)))).toContain("8: There is no column a of shares here.");
  });
});

describe("a list of the returns", () => {
  test("has to be there with its columns, and its days have to be days", () => {
    expect(problemsOf(list(""))).toEqual([]);
    expect(problemsOf(list("").replace("of: community", "of: spend"))).toEqual([
      "4: There is no list spend in this year.",
    ]);
    expect(problemsOf(list("").replace("columns: {}", "columns: { nothing: {} }"))).toEqual([
      "4: The list community of the commissioner return has no column nothing.",
    ]);
    const timeline = problemsOf(list(", timeline: { day: name, from: doomsday, months: 3 }"));
    expect(timeline).toEqual([
      "4: There is no day doomsday among the year's dates.",
      "4: The list community of the commissioner return has no days in name.",
    ]);
  });

  test("is of every role that has it, on a sheet of its own", () => {
    const message = "4: A list of every role stands on a sheet of its own, without a role.";
    expect(problemsOf(list("").replace("sheet: L", "sheet: L, role: provider"))).toEqual([message]);
    expect(problemsOf("  - { sheet: S, tables: [] }")).toEqual(["4: Say of which role this sheet is."]);
  });

  test("days of sign-off have to be in some return", () => {
    expect(problemsOf(table(name), "signed_off: [filing.fd_date]\n")).toEqual([]);
    expect(problemsOf(table(name), "signed_off: [filing.status]\n")).toEqual([
      "8: There is no day filing.status in the returns of this year.",
    ]);
  });

  test("is shown by every shipped year, with its months", () => {
    const lists = ["2005-06", "2007-08", "2008-09"].map((year) =>
      planningYear(year).summary!.sheets.flatMap((sheet) =>
        sheet.kind === "list" ? [[sheet.name, sheet.list, sheet.timeline?.months]] : [],
      ),
    );
    expect(lists).toEqual([
      [["Deployments", "deployments", 36]],
      [["Deployments", "deployments", 36]],
      [["Roadmap", "slots", 36]],
    ]);
  });
});
