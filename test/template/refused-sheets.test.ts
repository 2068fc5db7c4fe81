import { refuses } from "./refused";
import { problemsOf } from "./small-year";

const STATUSES = { file: "year.yaml", old: "status: [Draft, Final]" } as const;
const IN_STATUS = { named: "cover.yaml", at: "status: { label:" } as const;
const HELP = { file: "cover.yaml", old: "help: Three characters." } as const;
const SHEETS = { file: "year.yaml", old: "sheets: [cover, spend, explanations, checks]" } as const;
const SAYS = { file: "checks.yaml", old: 'says: "{label} has blank."' } as const;

describe("a field is refused where", () => {
  refuses({
    "it has no type": {
      file: "cover.yaml",
      old: "label: Name, type: text, most: 120",
      by: "label: Name",
      says: "This has no type: say money, count, percent, date, text, code or choice.",
    },
    "a choice has no list": {
      file: "cover.yaml",
      old: "type: choice, list: status",
      by: "type: choice",
      says: "A choice needs its list.",
    },
    "its list is too long for Excel": {
      ...STATUSES,
      ...IN_STATUS,
      by: `status: [Draft, ${"x".repeat(250)}]`,
      says: "The list status has 256 characters; Excel takes 255 in a cell's list.",
    },
    "a choice has a comma": {
      ...STATUSES,
      ...IN_STATUS,
      by: 'status: ["Draft, still open", Final]',
      says: "The list status has a choice with a comma or a quotation mark",
    },
    "a choice has a quotation mark": {
      ...STATUSES,
      ...IN_STATUS,
      by: "status: ['\"Draft\"', Final]",
      says: "The list status has a choice with a comma or a quotation mark",
    },
    "the word for a final return is no choice of its status": {
      file: "year.yaml",
      old: "final: Final",
      by: "final: Finished",
      says: "“Finished” is not among the choices of cover.status.",
    },
    "its column stands under one that no block above has": {
      file: "spend.yaml",
      old: "capital: { label: Capital, group: Plan, type: money }",
      by: "capital: { label: Capital, group: Plan, type: money, under: forecast }",
      says: "No block above on this sheet has a column forecast.",
    },
    "its help is too long for Excel's prompt": {
      ...HELP,
      by: `help: ${"x".repeat(256)}`,
      says: "This help has 256 characters; Excel shows 255.",
    },
    "its text may be longer than a cell holds": {
      file: "cover.yaml",
      old: "most: 120",
      by: "most: 32768",
      says: "A cell of Excel holds 32767 characters at most.",
    },
  });

  test.each([
    ["a list of 255 characters", { ...STATUSES, by: `status: [Draft, Final, ${"x".repeat(243)}]` }],
    ["a help of 255 characters", { ...HELP, by: `help: ${"x".repeat(255)}` }],
    ["a text of 32,767 characters", { file: "cover.yaml", old: "most: 120", by: "most: 32767" }],
  ] as const)("but not with %s", (_, change) => expect(problemsOf(change)).toEqual([]));
});

describe("a sheet is refused where", () => {
  refuses({
    "its block has a name that reads as a cell": {
      file: "cover.yaml",
      old: "  - form: cover",
      by: "  - form: q1",
      says: "q1 reads as the address of a cell: give the block another name.",
      with: [
        { file: "cover.yaml", old: "of: cover.sha_code", by: "of: q1.sha_code" },
        { file: "year.yaml", old: "code: cover.org_code", by: "code: q1.org_code" },
        { file: "year.yaml", old: "name: cover.org_name", by: "name: q1.org_name" },
        { file: "year.yaml", old: "status: cover.status", by: "status: q1.status" },
      ],
    },
    "its block has a name that reads as row and column": {
      file: "checks-sheet.yaml",
      old: "  - checks: checks",
      by: "  - checks: r1c1",
      says: "r1c1 reads as the address of a cell",
    },
    "its block has the name of another sheet's": {
      file: "explanations.yaml",
      old: "- explanations: explanations",
      by: "- explanations: spend",
      says: "The name spend is used twice in this return.",
    },
  });
});

describe("a role is refused where", () => {
  refuses({
    "none of its sheets holds the checks": {
      ...SHEETS,
      by: "sheets: [cover, spend, explanations]",
      says: "A return needs one sheet with checks.",
    },
    "two of its sheets hold the checks": {
      ...SHEETS,
      by: "sheets: [cover, spend, explanations, checks] # both",
      says: "A return needs one sheet with checks.",
      with: [
        {
          file: "explanations.yaml",
          old: "blocks:\n",
          by: "blocks:\n  - checks: states\n    title: States\n",
        },
      ],
    },
  });
});

describe("standing checks are refused where", () => {
  refuses({
    "a kind is missing": {
      file: "checks.yaml",
      old: `  blank:
    code: "ZZ01"
    level: fix
    title: No blank
    short: has blank
    says: "{label} has blank."
    fix: Mend blank.
    source: shape
`,
      by: "",
      at: "checks:\n",
      says: "The check blank is missing.",
    },
    "a kind is not known": {
      file: "checks.yaml",
      old: "checks:\n",
      by: `checks:
  too_short:
    code: "ZY01"
    level: fix
    title: Not too short
    says: Too short.
    fix: Make it longer.
    source: shape
`,
      at: "  too_short:",
      says: "There is no check too_short.",
    },
    "two have one code": {
      file: "checks.yaml",
      old: 'code: "ZZ02"',
      by: 'code: "ZZ01" # again',
      says: "The code ZZ01 is used twice.",
    },
    "a source is not in the list": {
      file: "checks.yaml",
      old: "fix: Mend blank.\n    source: shape",
      by: "fix: Mend blank.\n    source: shapes",
      at: "source: shapes",
      says: "The source “shapes” is not among the sources.",
    },
    "a hole names nothing that a check can quote": {
      ...SAYS,
      by: 'says: "{labels} has blank."',
      says: "{labels} names nothing that this check can quote.",
    },
    "a hole is empty": { ...SAYS, by: 'says: "{} has blank."', says: "{} names nothing" },
    "a fix has a hole": {
      file: "checks.yaml",
      old: "fix: Mend blank.",
      by: 'fix: "Mend {label}."',
      says: "{label} is not filled in here",
    },
    "short words have a hole": {
      file: "checks.yaml",
      old: "short: has blank",
      by: 'short: "{label} has blank"',
      says: "{label} is not filled in here",
    },
    "a check of single entries has no short words": {
      file: "checks.yaml",
      old: "    short: has blank\n",
      by: "",
      at: "title: No blank",
      says: "A check of single entries needs short words",
    },
  });
});
