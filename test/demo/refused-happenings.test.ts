import { expectRefused, type Trouble } from "./trouble";

/** What can be wrong with what happens to returns. */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  "typing over what is no total": {
    change: ['"spend.gross[plan_revenue]": "=right', '"spend.staff[plan_revenue]": "=right'],
    says: "spend.staff[plan_revenue] can't stand here: it is not worked out.",
  },
  "a formula that gives an error for one organisation": {
    change: ["=right+120", "=right/0"],
    says: "The formula gives #DIV/0!. It is so for Greywater",
  },
  "the right value outside a total": {
    change: ["=spend.telecoms[forecast_revenue]*1000", "=right*1000"],
    says: "There is no draw or figure right",
  },
  "something that can't happen": {
    change: ['- version: "0.9"', "- lost_in_the_post: true"],
    says: "Nothing called lost_in_the_post can happen; what can is scale, set,",
  },
  "two things at once": {
    change: ['- version: "0.9"', '- { version: "0.9", twice: again }'],
    says: "One thing stands here at a time, not version and twice.",
  },
  "a parameter that is not known": {
    change: ["{ blocks: [spend, purposes], by: 1000 }", "{ blocks: [spend, purposes], times: 1, by: 1000 }"],
    says: "“times” is not known here.",
  },
  "a block that is not there": {
    change: ["blocks: [spend, purposes]", "blocks: [spend, purpose]"],
    says: "There is no block purpose in this return.",
  },
  "a column that is not there": {
    change: ["{ plan_revenue: plan_capital }", "{ plan_revenue: plan_capitals }"],
    says: "There is no column plan_capitals in spend.",
  },
  "a reason for a rule that asks for none": {
    change: ['for: "TF01"', 'for: "UN01"'],
    says: "There is no place for an explanation of UN01 in this return.",
  },
  "a row that was taken from nobody's return": {
    change: ["took: { X02: first draft }", "took: { X22: first draft }"],
    says: "There is no organisation X22.",
  },
  "a row that was taken from a return that was not sent": {
    change: ["took: { X02: first draft }", "took: { X02: second draft }"],
    at: "        does:\n          - took",
    says: "X02 sent nothing called second draft. It is so for Brackenholt Primary",
  },
  "figures of an organisation that is not there": {
    change: ["figures_of: { code: X5B }", "figures_of: { code: X55 }"],
    says: "X55 files no provider return here.",
  },
  "figures of a return that was not sent": {
    change: ["figures_of: { code: X5B }", "figures_of: { code: X5M }"],
    says: "X5M sent no provider return that figures could be taken of.",
  },
  "figures of the return itself": {
    change: ["figures_of: { code: X5B }", "figures_of: { code: X5H }"],
    says: "Figures of the return itself can't be taken.",
  },
  "figures of two returns that each take those of the other": {
    with: [['- version: "0.9"', "- figures_of: { code: X5H }"]],
    change: ["figures_of: { code: X5B }", "figures_of: { code: X5G }"],
    says: "sent no provider return that figures could be taken of.",
  },
  "a formula in a cell that refers to others": {
    change: ["=80+45", "=G10+45"],
    says: "A formula that was typed into a cell holds figures alone.",
  },
  "a formula in a cell that is an error": {
    change: ["=80+45", "=80/0"],
    says: "The formula gives #DIV/0!.",
  },
  "a row below a line that is not there": {
    change: ["below: spend.services", "below: spend.favours"],
    says: "There is no line spend.favours in this return.",
  },
  "a figure of a row in a column that is not there": {
    change: ["plan_revenue: 34", "plan_revenues: 34"],
    says: "There is no column plan_revenues in spend.",
  },
  "another name for a sheet that is not there": {
    change: ["from: IM&T spend", "from: IMT spend"],
    says: "There is no sheet IMT spend in this return.",
  },
  "an amount as text without its place": {
    change: ['as: "#k"', "as: k"],
    says: "# stands for the amount, as in £#",
  },
  "a day that a file can't have come in on": {
    change: ["arrived: 2007-04-03", "arrived: 2007-04-31"],
    says: "a day is written like 1999-12-31",
  },
};

describe("what happens to a return is refused for", () => {
  test.each(Object.entries(TROUBLES))("%s", (_, trouble) => {
    expectRefused(trouble);
  });
});
