import type { Change } from "./small-year";

/** A column of the list below in which only names that stand in the list may stand. */
export const NAMES: Change = {
  file: "bodies.yaml",
  old: "      remark: {",
  by: '      paid_by: { label: Paid by, type: text, answer: optional, most: 80, names: "bodies[name]" }\n      remark: {',
};

/** A sheet of the second role alone: a list, which takes its rows from the returns of the first. */
export const BODIES = `
sheet: Bodies
blocks:
  - table: together
    title: All of them together
    columns:
      amount: { label: Amount, type: money }
    lines:
      spent: { label: Spent by all, is: "=SUM(bodies[spent])" }
      beside: { label: Beside our own, is: "=together.spent[amount]-SUM(spend.net[total])" }
  - list: bodies
    title: Bodies that we pay
    unit: £000
    row: Body
    rows: 3
    from: { role: provider, code: code }
    columns:
      name: { label: Name, type: text, most: 80, from: cover.org_name }
      code: { label: Code, type: code, from: cover.org_code }
      spent: { label: Spent, group: Plan, type: money, least: 0, from: "spend.net[total]" }
      share: { label: Share, type: percent, is: "=IF(SUM(bodies[spent])=0,0,[@spent]/SUM(bodies[spent]))" }
      twice: { label: Twice, type: money, is: "=2*[@spent]" }
      remark: { label: Remark, type: text, answer: optional, most: 50 }
    rules:
      - code: "BB01"
        level: fix
        each: line
        title: Each body stands there once
        when: "=NOT(ISBLANK([@code]))"
        holds: "=COUNTSAME(bodies[code],[@code])<2"
        at: "[@code]"
        short: "there {COUNTSAME(bodies[code],[@code])|0} times"
        says: "{line}: the code {[@code]} stands there {COUNTSAME(bodies[code],[@code])|0} times."
        fix: Leave one.
        source: ours
rules:
  - code: "BB02"
    level: explain
    title: The bodies spend something
    unless: [BB01]
    holds: "=together.spent[amount]>0"
    at: together.spent[amount]
    short: nothing spent
    says: "All of them spend {together.spent[amount]}."
    fix: Enter what they spend.
    source: ours
`;
