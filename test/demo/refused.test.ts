import { changedText, DEMO_NAME, problemsOf, type Change } from "./shipped-demo";

/** Each has one trouble: what is replaced, by what, where it is named (words of that line, else the new ones), what is said. */
const TROUBLES: Readonly<
  Record<
    string,
    {
      readonly change: Change;
      /** Without which the trouble could not be. */
      readonly with?: readonly Change[];
      readonly at?: string;
      readonly says: string;
    }
  >
> = {
  "a key of no field": {
    change: [
      "  purposes.business[plan_revenue]:",
      "  purposes.leisure[plan_revenue]: 0\n  purposes.business[plan_revenue]:",
    ],
    at: "purposes.leisure",
    says: "There is no purposes.leisure[plan_revenue] in this return.",
  },
  "an entry where something is worked out": {
    change: ["filing.submission: 2", '"spend.gross[plan_revenue]": 2'],
    says: "spend.gross[plan_revenue] can't stand here: nobody enters anything there.",
  },
  "an entry in a closed cell": {
    change: ["filing.submission: 2", '"spend.training[plan_capital]": 2'],
    says: "nobody enters anything there",
  },
  "typing over what is no total": {
    change: ['"spend.gross[plan_revenue]": "=right', '"spend.staff[plan_revenue]": "=right'],
    says: "spend.staff[plan_revenue] can't stand here: it is not worked out.",
  },
  "a draw that is not there": {
    change: ["=ROUND(plan_revenue*training_mix,0)", "=ROUND(plan_revenue*trainings_mix,0)"],
    says: "There is no draw or figure trainings_mix that every size of organisation has.",
  },
  "a draw that one size lacks": {
    with: [["    pbr_share: [0.58, 0.7]\n", "    pbr_share: [0.58, 0.7]\n    research: [0, 0.1]\n"]],
    change: ["=ROUND(turnover/growth,0)", "=ROUND(turnover/growth*(1-research),0)"],
    says: "There is no draw or figure research that every size",
  },
  "a key in a formula that is not there": {
    change: ["=spend.recharges[forecast_revenue]", "=spend.recharges[outturn]"],
    says: "There is no spend.recharges[outturn] in this return.",
  },
  "a formula over a closed cell": {
    change: ["=spend.recharges[forecast_revenue]", "=spend.training[plan_capital]"],
    says: "spend.training[plan_capital] is closed: nothing stands there.",
  },
  "a formula over what comes later": {
    change: ["=ROUND(plan_revenue*staff_mix,0)", "=ROUND(spend.gross[plan_revenue]*staff_mix,0)"],
    says: "spend.staff[plan_revenue] is filled in further down; it can't be read yet.",
  },
  "a figure over a later one": {
    change: ["=ROUND(turnover_plan*income_share,0)", "=ROUND(forecast_capital*income_share,0)"],
    says: "There is no draw or figure forecast_capital",
  },
  "a formula that can't be read": {
    change: ["=ROUND(turnover/growth,0)", "=ROUND(turnover/growth,0"],
    says: "The formula =ROUND(turnover/growth,0 can't be read",
  },
  "an unknown function": {
    change: ["=ROUND(turnover/growth,0)", "=RANDBETWEEN(turnover,growth)"],
    says: "RANDBETWEEN is no function that a formula may use here.",
  },
  "a formula that gives an error": {
    change: ["=ROUND(turnover/growth,0)", "=ROUND(turnover/(growth-growth),0)"],
    says: "The formula gives #DIV/0!. It is so for Larkhaven",
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
    change: ["- not_returned: true", "- lost_in_the_post: true"],
    says: "Nothing called lost_in_the_post can happen; what can is scale, set,",
  },
  "two things at once": {
    change: ["- not_returned: true", '- not_returned: true\n        version: "0.9"'],
    at: "- not_returned: true",
    says: "One thing stands here at a time, not not_returned and version.",
  },
  "a parameter that is not known": {
    change: ["by: 1000", "times: 1000, by: 1000"],
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
  "a day that is none": {
    change: ["filing.ce_date: 2007-03-13", "filing.ce_date: 2007-02-30"],
    says: "2007-02-30 is no day",
  },
  "a kind of organisation that the year does not have": {
    change: ["type: Ambulance trust", "type: Air ambulance"],
    says: "“Air ambulance” files no provider return this year.",
  },
  "a size that is not there": {
    change: ["size: ambulance", "size: ambulances"],
    says: "There is no size ambulances.",
  },
  "a group of entries that is not there": {
    change: ["gives: [outturn, programme]", "gives: [outturn, programmes]"],
    says: "There are no entries called programmes.",
  },
  "a draw of an organisation's own that no one else has": {
    change: ["{ rise: [0.2, 0.4] }", "{ fall: [0.2, 0.4] }"],
    says: "There is no draw fall.",
  },
  "a range the wrong way round": {
    change: ["growth: [1.03, 1.055]", "growth: [1.055, 1.03]"],
    says: "the least stands before the most",
  },
  "a code that is used twice": {
    change: ["code: X13", "code: X12"],
    says: "The code X12 is used twice.",
  },
  "an authority's code for an organisation": {
    change: ["- code: X13", "- code: X90"],
    says: "The code X90 is used twice.",
  },
  "a code that is none": {
    change: ["- code: X13", "- code: x-13"],
    says: "a code has capital letters and digits",
  },
  "a role that the year does not have": {
    change: ["role: provider", "role: supplier"],
    says: "There is no role supplier in this year.",
  },
  "an answer that is due and of which nothing is said": {
    change: ['  context.wte[plan]: "=ROUND(turnover/1000*wte_per_million,1)"\n', ""],
    at: "entries:",
    says: "Nothing is said of context.wte[plan], where an answer is due.",
  },
  "a key that stands there twice": {
    change: ["  filing.submission: 1\n", "  filing.submission: 1\n  filing.submission: 3\n"],
    at: "  filing.submission: 3",
    says: "This key is used twice in the same place",
  },
};

describe("the definition of a demo is refused for", () => {
  test.each(Object.entries(TROUBLES))("%s", (_, trouble) => {
    const { change, at = change[1], says } = trouble;
    const changes = [...(trouble.with ?? []), change];
    const problems = problemsOf(...changes);
    expect(problems).toEqual([
      {
        file: DEMO_NAME,
        line: lineOf(changedText(...changes), at),
        message: expect.stringContaining(says) as unknown,
      },
    ]);
    for (const { message } of problems) expect(message).toMatch(/^\S.*[.]$/);
  });
});

/** The number of the line where the words begin that stand there once; of several, the last, where a repetition is seen. */
function lineOf(text: string, words: string): number {
  const at = text.lastIndexOf(words);
  if (at < 0) throw new Error(`${words} does not stand there`);
  return text.slice(0, at).split("\n").length;
}
