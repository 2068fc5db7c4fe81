import { expectRefused, type Trouble } from "./trouble";

/** What can be wrong with who files what. */
const TROUBLES: Readonly<Record<string, Trouble>> = {
  "a key of no field": {
    change: [
      "      tariff.income[y2006]:",
      "      purposes.leisure[plan_revenue]: 0\n      tariff.income[y2006]:",
    ],
    at: "purposes.leisure",
    says: "There is no purposes.leisure[plan_revenue] in this return.",
  },
  "an entry where something is worked out": {
    change: ["cover.org_code: 90", '"spend.gross[plan_revenue]": 2'],
    says: "spend.gross[plan_revenue] can't stand here: nobody enters anything there.",
  },
  "an entry in a closed cell": {
    change: ["cover.org_code: 90", '"spend.training[plan_capital]": 2'],
    says: "nobody enters anything there",
  },
  "a draw that is not there": {
    change: ["=ROUND({}_revenue*practices_mix,0)", "=ROUND({}_revenue*practice_mix,0)"],
    says: "There is no draw or figure practice_mix that every size of organisation has.",
  },
  "a draw that one size lacks": {
    with: [["pbr_share: [0.58, 0.7]\n", "pbr_share: [0.58, 0.7]\n        research: [0, 0.1]\n"]],
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
    change: ["=ROUND(income_forecast*pbr_share,0)", "=tariff.pbr[y2007]"],
    says: "tariff.pbr[y2007] is filled in further down; it can't be read yet.",
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
  "a day that is none": {
    change: ["filing.ce_date: 2007-03-21", "filing.ce_date: 2007-02-30"],
    says: "2007-02-30 is no day",
  },
  "a kind of organisation that the year does not have": {
    change: ["type: Ambulance trust", "type: Air ambulance"],
    says: "“Air ambulance” files no return in this demo.",
  },
  "a size that is not there": {
    change: ["size: ambulance", "size: ambulances"],
    says: "There is no size ambulances for the provider return.",
  },
  "a group of entries that is not there": {
    change: ["gives: [outturn, programme], does: [final: {}] }", "gives: [outturn, programmes] }"],
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
    change: ["- code: X08", "- code: X07"],
    with: [["lists: [X5K, X08]", "lists: [X5K]"]],
    says: "The code X07 is used twice.",
  },
  "an authority's code for an organisation": {
    change: ["- code: X08", "- code: X90"],
    with: [["lists: [X5K, X08]", "lists: [X5K]"]],
    says: "The code X90 is used twice.",
  },
  "a code that is none": {
    change: ["- code: X03", "- code: x-03"],
    says: "a code has capital letters and digits",
  },
  "a role that the year does not have": {
    change: ["  provider:\n    # First", "  supplier:\n    # First"],
    says: "There is no role supplier in this year.",
  },
  "an answer that is due and of which nothing is said": {
    change: ['      context.wte[plan]: "=ROUND(running/1000*wte_per_million,1)"\n', ""],
    at: "entries:",
    says: "Nothing is said of context.wte[plan], where an answer is due.",
  },
  "an answer of a list's rows that is due and of which nothing is said": {
    change: ["commitments: 0, in_contract", "in_contract"],
    at: "      community:\n",
    says: "Nothing is said of community.r01[commitments], where an answer is due.",
  },
  "rows of a list that is not there": {
    change: ["      community:\n", "      communities: { each: { commitments: 0 } }\n      community:\n"],
    at: "communities:",
    says: "There is no list communities in this return.",
  },
  "a column that a list does not have": {
    change: ["{ commitments: 0, ", "{ commitments: 0, price: 0, "],
    says: "There is no community.r01[price] in this return.",
  },
  "a return that the kind of organisation does not file": {
    change: [
      "provider:\n        gives: [outturn, programme]",
      "commissioner:\n        gives: [outturn, programme]",
    ],
    says: "“Acute trust” files no commissioner return in this demo.",
  },
  "an organisation in a list that is not there": {
    change: ["lists: [X5A, X01, X03]", "lists: [X5A, X01, X33]"],
    says: "There is no organisation X33.",
  },
  "a code that is a number to YAML": {
    change: ['- code: "9E1"', "- code: 9E1"],
    says: "a code is wanted here, as text",
  },
  "a key that stands there twice": {
    change: ["      mergers.costs: 0\n", "      mergers.costs: 0\n      mergers.costs: 3\n"],
    at: "      mergers.costs: 3",
    says: "This key is used twice in the same place",
  },
};

describe("the definition of a demo is refused for", () => {
  test.each(Object.entries(TROUBLES))("%s", (_, trouble) => {
    expectRefused(trouble);
  });
});
