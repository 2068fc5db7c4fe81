import {
  COLLECTION_FAULTS,
  ENTRY_FAULTS,
  readPlanningYear,
  RETURN_FAULTS,
  type DefinitionProblem,
  type Field,
  type PlanningYear,
  type Rule,
  type Template,
  type ValueBlock,
} from "../../src/template";

import { BODIES } from "./small-list";
import { NOTHING_LISTED } from "./small-obligations";

/** A small year that is right: what a test replaces in it is its trouble. */
const YEAR = `
year: "2001-02"
label: 2001/02
sources:
  guidance: The guidance
  ours: Our own test
identity:
  code: cover.org_code
  name: cover.org_name
  status: cover.status
draft: Draft
final: Final
roles:
  provider:
    label: provider
    title: Small return
    version: "1.0"
    sheets: [cover, spend, explanations, checks]
    files: [Trust]
lists:
  status: [Draft, Final]
tables:
  shas:
    - { code: Q30, name: North East }
    - { code: Q36, name: London }
`;

const COVER = `
sheet: Cover
blocks:
  - form: cover
    title: Organisation
    fields:
      org_code: { label: Code, type: code, help: Three characters. }
      org_name: { label: Name, type: text, most: 120 }
      sha_code: { label: Authority's code, type: code, answer: optional }
      sha_name: { label: Authority, type: text, looks_up: { of: cover.sha_code, among: shas, gives: name } }
      year: { label: Year, type: text, constant: 2001/02 }
      signed: { label: Signed, type: date, answer: optional }
      status: { label: Status, type: choice, list: status }
`;

const SPEND = `
sheet: Spend
blocks:
  - table: spend
    title: Spend by kind
    unit: £000
    columns:
      revenue: { label: Revenue, group: Plan, type: money }
      capital: { label: Capital, group: Plan, type: money }
      total: { label: Total, group: Plan, type: money, is: "=SUM([@revenue],[@capital])" }
      note: { label: Note, type: text, answer: optional, most: 250 }
    lines:
      staff: { number: 100, label: IM&T staff, least: 0 }
      support: { number: 110, label: Support, least: 0, closed: [capital] }
      other: { label: Other, least: 0 }
      gross: { number: 200, label: Gross spend, sums: staff..other, total: true }
      income: { number: 210, label: Income, most: 0 }
      net: { number: 220, label: Net spend, sums: [gross, income], total: true }
      rate: { label: Rate, type: percent, decimals: 1, constant: { revenue: 0.003, capital: 0.001 } }
      uplift: { label: Uplift, is: "=ROUND(spend.rate[@]*spend.gross[@],0)" }
    rules:
      - code: "AA01"
        level: explain
        each: line
        title: Each line has more revenue than capital
        when: "=[@capital]>0"
        holds: "=[@revenue]>=[@capital]"
        at: "[@capital]"
        short: more capital than revenue
        says: "{line}: capital is {[@capital]}, revenue {[@revenue]}."
        fix: Correct the figures, or explain.
        source: ours
rules:
  - code: "AA02"
    level: fix
    title: Net spend is above the uplift
    unless: [AA03]
    holds: "=spend.net[total]>=spend.uplift[total]"
    at: spend.net[total]
    short: "short by {spend.uplift[total]-spend.net[total]}"
    says: "Net spend is {spend.net[total]}, or {spend.net[total]/spend.gross[total]|0.0%} of gross spend."
    fix: Correct the spend.
    source: guidance s2
  - code: "AA03"
    level: note
    title: Something is planned
    holds: "=SUM(spend[revenue])>0"
    at: spend.gross[revenue]
    short: nothing planned
    says: Nothing is planned.
    fix: Enter what is planned.
    source: ours
`;

const EXPLANATIONS = `
sheet: Explanations
blocks:
  - explanations: explanations
    title: Explanations
    columns:
      asked: { label: What is expected, shows: title }
      state: { label: State now, shows: state }
      reason: { label: Your explanation, type: text, answer: optional, most: 500 }
`;

const CHECKS_SHEET = `
sheet: Checks
blocks:
  - checks: checks
    title: Checks
`;

const KINDS = [...ENTRY_FAULTS, ...RETURN_FAULTS, ...COLLECTION_FAULTS];
const STANDING = `
sources:
  shape: The shape of the return
checks:
${KINDS.map(
  (kind, at) => `  ${kind}:
    code: "ZZ${String(at).padStart(2, "0")}"
    level: fix
    title: No ${kind}
    short: has ${kind}
    says: "{label} has ${kind}."
    fix: Mend ${kind}.
    source: shape
`,
).join("")}`;

/** The files by name, each beginning with its first line. */
export const SMALL_YEAR = {
  "year.yaml": YEAR.trimStart(),
  "cover.yaml": COVER.trimStart(),
  "spend.yaml": SPEND.trimStart(),
  "bodies.yaml": BODIES.trimStart(),
  "explanations.yaml": EXPLANATIONS.trimStart(),
  "obligations.yaml": NOTHING_LISTED,
  "checks-sheet.yaml": CHECKS_SHEET.trimStart(),
  "checks.yaml": STANDING.trimStart(),
} as const;

export type SmallFile = keyof typeof SMALL_YEAR;

/** A piece of one file, and what stands there instead. */
export interface Change {
  readonly file: SmallFile;
  readonly old: string;
  readonly by: string;
}

/** A second role, whose return has a list. */
export const TWO_ROLES: Change = {
  file: "year.yaml",
  old: "    files: [Trust]\n",
  by: `    files: [Trust]
  payer:
    label: payer
    title: Payer's return
    version: "1.0"
    sheets: [cover, spend, bodies, explanations, checks]
    files: [Payer]
`,
};

export function changed(...changes: readonly Change[]): Readonly<Record<SmallFile, string>> {
  const files: Record<SmallFile, string> = { ...SMALL_YEAR };
  for (const { file, old, by } of changes) {
    if (files[file].split(old).length !== 2) throw new Error(`${file} does not hold ${old} once`);
    files[file] = files[file].replace(old, () => by);
  }
  return files;
}

function read(files: Readonly<Record<SmallFile, string>>) {
  const file = (name: SmallFile) => ({ name, text: files[name] });
  return readPlanningYear({
    checks: file("checks.yaml"),
    year: file("year.yaml"),
    sheets: new Map([
      ["cover", file("cover.yaml")],
      ["spend", file("spend.yaml")],
      ["bodies", file("bodies.yaml")],
      ["explanations", file("explanations.yaml")],
      ["checks", file("checks-sheet.yaml")],
    ]),
    common: new Map(),
    obligations: files["obligations.yaml"] === NOTHING_LISTED ? null : file("obligations.yaml"),
    summary: null,
  });
}

/** What is wrong with the year after these changes. */
export function problemsOf(...changes: readonly Change[]): readonly DefinitionProblem[] {
  const result = read(changed(...changes));
  return result.kind === "refused" ? result.problems : [];
}

/** The small year after these changes, which have to be right. */
export function yearOf(...changes: readonly Change[]): PlanningYear {
  const result = read(changed(...changes));
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  return result.year;
}

/** The small return after these changes, which have to be right. */
export function templateOf(...changes: readonly Change[]): Template {
  return templateIn(yearOf(...changes), "provider");
}

export function templateIn(year: PlanningYear, role: string): Template {
  const template = year.templates.get(role);
  if (!template) throw new Error(`the small year has no return of the role ${role}`);
  return template;
}

export function fieldOf(template: Template, key: string): Field {
  const field = template.fields.get(key);
  if (!field) throw new Error(`there is no field ${key}`);
  return field;
}

export function ruleOf(template: Template, code: string): Rule {
  const rule = template.rules.find((one) => one.code === code);
  if (!rule) throw new Error(`there is no rule ${code}`);
  return rule;
}

/** The list of the second role's return. */
export function listOf(of: Template): ValueBlock {
  for (const block of of.sheets.flatMap(({ blocks }) => blocks))
    if (block.kind === "list" && block.id === "bodies") return block;
  throw new Error("there is no list bodies");
}
