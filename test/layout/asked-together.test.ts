import { formatAddress, type RawValue } from "../../src/cells";
import { CHECKS_COLUMNS, STATE_CODES, layoutTemplate, planTemplate } from "../../src/layout";
import { TWO_ROLES, templateIn, yearOf } from "../template/small-year";

const rule = (code: string, words: string) => `
      - code: "${code}"
        level: fix
        ${words}
        short: both wanted
        says: "{line}: both are wanted."
        fix: Enter both.
        source: ours`;

const template = templateIn(
  yearOf(
    TWO_ROLES,
    {
      file: "bodies.yaml",
      old: "      remark: { label: Remark, type: text, answer: optional, most: 50 }\n    rules:\n",
      by: `      remark: { label: Remark, type: text, answer: optional, most: 50 }
      seen: { label: Seen, type: date, answer: optional }
    rules:
${rule(
  "BB03",
  `each: line
        title: Remark and day stand together
        when: "=[@spent]>5"
        holds: "=COUNTA([@remark],[@seen])=2"
        at: ["[@remark]", "[@seen]"]`,
).slice(1)}
`,
    },
    {
      file: "bodies.yaml",
      old: "\nrules:\n",
      by: `
rules:
  - code: "BB04"
    level: note
    title: Ash is one of them
    holds: '=COUNTROWS(bodies,[@name]="Ash")>0'
    at: together.spent[amount]
    short: no Ash
    says: Ash is none of them.
    fix: Enter Ash.
    source: ours
`,
    },
  ),
  "payer",
);
const plan = planTemplate(template);
const sheetPlan = plan.sheets.find(({ sheet }) => sheet.name === "Bodies")!;
const listPlan = sheetPlan.blocks.find(({ block }) => block.id === "bodies")!;

function drawn(entries: Readonly<Record<string, RawValue>>) {
  const layout = layoutTemplate(template, {
    entries: new Map(Object.entries(entries)),
    prefilled: new Set(),
    organisation: null,
  });
  return (sheet: string, row: number, column: number) =>
    layout.sheets.find(({ name }) => name === sheet)!.cells.get(formatAddress({ row, column }))!;
}

const ASH = { "bodies.r01[name]": "Ash", "bodies.r01[code]": "A01", "bodies.r01[spent]": 10 };

describe("a rule that asks for two entries of one line", () => {
  const check = (entries: Readonly<Record<string, RawValue>>) =>
    drawn({ ...ASH, ...entries })("Bodies", listPlan.rowOf.get("r01")!, sheetPlan.checkColumn).value;

  test.each([
    ["both are blank", {}, "✖ both wanted"],
    ["the second is blank", { "bodies.r01[remark]": "late" }, "✖ both wanted"],
    ["the first is blank", { "bodies.r01[seen]": 37_000 }, "✖ both wanted"],
    ["neither is", { "bodies.r01[remark]": "late", "bodies.r01[seen]": 37_000 }, "✔"],
  ])("says so while %s", (_, entries, words) => {
    expect(check(entries)).toBe(words);
  });
});

describe("a rule over the words of a whole list", () => {
  const state = (entries: Readonly<Record<string, RawValue>>) =>
    drawn(entries)(plan.checks!.sheet.name, plan.checks!.rowOfRule.get("BB04")!, CHECKS_COLUMNS.stateCode);
  const birch = { "bodies.r02[code]": "A02", "bodies.r02[spent]": 5 };

  test("waits until every row that was begun has words there", () => {
    expect(state({ ...ASH, ...birch }).value).toBe(STATE_CODES.waits);
    expect(state({ ...ASH, ...birch, "bodies.r02[name]": 5 }).value).toBe(STATE_CODES.waits);
    expect(state({ ...ASH, ...birch, "bodies.r02[name]": "Birch" }).value).toBe(STATE_CODES.holds);
    expect(state({ ...birch, "bodies.r02[name]": "Birch" }).value).toBe(STATE_CODES.fails);
  });

  test("counts them in one go, however long the list is", () => {
    expect(state({}).formula!.split("ISTEXT(")).toHaveLength(2);
  });
});
