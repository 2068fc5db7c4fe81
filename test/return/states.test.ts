import type { RawValue } from "../../src/cells";
import { ruleOutcomes, said, shown, workedOut, type RuleState } from "../../src/return";
import { fieldOf, ruleOf, templateOf } from "../template/small-year";

const small = templateOf();
type Changes = Readonly<Record<string, RawValue>>;

/** 120 of revenue, 60 of capital; the uplift on 180 is far below it. */
const SPEND: Changes = {
  "spend.staff[revenue]": 100,
  "spend.staff[capital]": 50,
  "spend.support[revenue]": 15,
  "spend.other[revenue]": 5,
  "spend.other[capital]": 0,
  "spend.income[revenue]": 0,
  "spend.income[capital]": 0,
};

function entriesOf(changes: Changes): (key: string) => RawValue {
  const all = new Map<string, RawValue>(Object.entries({ ...SPEND, ...changes }));
  return (key) => all.get(key) ?? null;
}

function stateOf(code: string, changes: Changes, template = small): RuleState {
  return ruleOutcomes(template, entriesOf(changes)).get(code)!.state;
}

function casesOf(code: string, changes: Changes): Readonly<Record<string, RuleState>> {
  const { rule, cases } = ruleOutcomes(small, entriesOf(changes)).get(code)!;
  return Object.fromEntries(rule.cases.map(({ line }, at) => [line ?? "", cases[at]!] as const));
}

describe("a rule that stands once", () => {
  // AA02: net spend is at least the uplift, which is 0.3% of revenue plus 0.1% of capital.
  test("holds, or fails", () => {
    expect(stateOf("AA02", {})).toBe("holds");
    expect(stateOf("AA02", { "spend.income[capital]": -1_000 })).toBe("fails");
  });

  test("waits while an entry that it needs is blank, text or an error", () => {
    expect(stateOf("AA02", { "spend.income[capital]": null })).toBe("waits");
    expect(stateOf("AA02", { "spend.income[capital]": "none" })).toBe("waits");
    expect(stateOf("AA02", { "spend.income[capital]": true })).toBe("waits");
    expect(stateOf("AA02", { "spend.income[capital]": { error: "#N/A" } })).toBe("waits");
  });

  test("reads entries, not the totals that stand in the workbook", () => {
    expect(stateOf("AA02", { "spend.net[total]": -5_000, "spend.net[revenue]": "gone" })).toBe("holds");
  });

  test("does not wait for what it does not read", () => {
    expect(stateOf("AA02", { "cover.org_code": null, "spend.staff[note]": null })).toBe("holds");
  });
});

describe("a rule that is silent unless", () => {
  test("does not apply while the other fails, even where it would fail itself", () => {
    // AA03 fails where no revenue is planned; net spend is then below nothing.
    const nothing = {
      "spend.staff[revenue]": 0,
      "spend.support[revenue]": 0,
      "spend.other[revenue]": 0,
      "spend.income[revenue]": -10,
      "spend.staff[capital]": 0,
    };
    expect(stateOf("AA03", nothing)).toBe("fails");
    expect(stateOf("AA02", nothing)).toBe("does_not_apply");
  });

  test("speaks while the other holds or waits", () => {
    const short = { "spend.income[capital]": -1_000 };
    expect([stateOf("AA03", short), stateOf("AA02", short)]).toEqual(["holds", "fails"]);
    // Both need this line: a rule that waits silences nobody.
    const waiting = { "spend.support[revenue]": null };
    expect([stateOf("AA03", waiting), stateOf("AA02", waiting)]).toEqual(["waits", "waits"]);
  });
});

describe("a rule with a condition", () => {
  const WHEN = {
    file: "spend.yaml",
    old: "    unless: [AA03]\n",
    by: "    when: '=cover.status=\"Final\"'\n    unless: [AA03]\n",
  } as const;
  const conditional = templateOf(WHEN);
  const low = { "spend.income[capital]": -1_000 };

  test("applies only where its condition is true", () => {
    expect(stateOf("AA02", { ...low, "cover.status": "Draft" }, conditional)).toBe("does_not_apply");
    expect(stateOf("AA02", { "cover.status": "Final" }, conditional)).toBe("holds");
  });

  test("waits where its condition can't be read, before anything else is asked", () => {
    expect(stateOf("AA02", low, conditional)).toBe("waits");
    expect(stateOf("AA02", { ...low, "cover.status": 5 }, conditional)).toBe("waits");
  });

  test("does not wait for its figures where its condition is false", () => {
    const blank = { "spend.income[capital]": null, "cover.status": "Draft" };
    expect(stateOf("AA02", blank, conditional)).toBe("does_not_apply");
    expect(stateOf("AA02", { ...blank, "cover.status": "Final" }, conditional)).toBe("waits");
  });
});

describe("a rule for each line", () => {
  // AA01: a line with capital has at least as much revenue.
  test("has a case for every line whose cell is entered, and none for totals, closed cells and constants", () => {
    expect(Object.keys(casesOf("AA01", {}))).toEqual(["staff", "other", "income"]);
  });

  test("is worked out line by line", () => {
    expect(casesOf("AA01", { "spend.other[capital]": 9 })).toEqual({
      staff: "holds",
      other: "fails",
      income: "does_not_apply",
    });
    expect(casesOf("AA01", { "spend.staff[capital]": null })).toMatchObject({
      staff: "waits",
      other: "does_not_apply",
    });
  });

  test("fails as a whole where one line fails, else waits, else holds, else does not apply", () => {
    expect(stateOf("AA01", { "spend.other[capital]": 9, "spend.staff[capital]": null })).toBe("fails");
    expect(stateOf("AA01", { "spend.staff[capital]": null })).toBe("waits");
    expect(stateOf("AA01", {})).toBe("holds");
    expect(stateOf("AA01", { "spend.staff[capital]": 0 })).toBe("does_not_apply");
  });

  test("fills its line's own words and figures into its message", () => {
    const entries = entriesOf({ "spend.other[capital]": 1_234 });
    const rule = ruleOf(small, "AA01");
    const of = (line: string) => said(rule.cases.find((one) => one.line === line)!.says, entries);
    expect(of("other")).toBe("Other: capital is 1,234, revenue 5.");
    expect(of("staff")).toBe("Line 100, IM&T staff: capital is 50, revenue 100.");
  });
});

describe("a blank that counts as 0", () => {
  const zero = templateOf({
    file: "spend.yaml",
    old: "label: Income, most: 0 }",
    by: "label: Income, most: 0, answer: zero }",
  });
  test("is an answer: no rule waits for it", () => {
    const blank = { "spend.income[revenue]": null, "spend.income[capital]": null };
    expect(stateOf("AA02", blank, zero)).toBe("holds");
    expect(stateOf("AA02", blank)).toBe("waits");
  });
});

describe("totals as their entries make them", () => {
  const total = (changes: Changes, key: string) => workedOut(fieldOf(small, key), entriesOf(changes));

  test("are worked out from entries alone, through other totals", () => {
    expect(total({}, "spend.net[revenue]")).toBe(120);
    expect(total({}, "spend.net[total]")).toBe(170);
    expect(total({ "spend.gross[revenue]": 9_999 }, "spend.net[revenue]")).toBe(120);
  });

  test("are nothing where no entry was made, and count what is there where some were", () => {
    const none = Object.fromEntries(Object.keys(SPEND).map((key) => [key, null]));
    expect(total(none, "spend.gross[revenue]")).toBeNull();
    expect(total({ ...none, "spend.staff[revenue]": 0 }, "spend.gross[revenue]")).toBe(0);
    expect(total({ ...none, "spend.staff[revenue]": 7 }, "spend.gross[revenue]")).toBe(7);
  });

  test("leave out what is no number", () => {
    expect(total({ "spend.other[revenue]": "n/a" }, "spend.gross[revenue]")).toBe(115);
  });

  test("only a total can be worked out", () => {
    expect(() => total({}, "spend.staff[revenue]")).toThrow(/spend\.staff\[revenue\] is not calculated/);
  });
});

describe("a value as a message quotes it", () => {
  test("has its field's format, but is never rounded", () => {
    const money = fieldOf(small, "spend.staff[revenue]");
    expect(shown(1_234_567, money)).toBe("1,234,567");
    expect(shown(-40, money)).toBe("-40");
    expect(shown(7.5, money)).toBe("7.5");
    expect(shown(0.003, fieldOf(small, "spend.rate[revenue]"))).toBe("0.3%");
    expect(shown(39_172, fieldOf(small, "cover.signed"))).toBe("31 Mar 2007");
  });

  test("is told apart where it is nothing, a text, a truth value or an error", () => {
    expect(shown(null, null)).toBe("nothing");
    expect(shown("12 k", fieldOf(small, "spend.staff[revenue]"))).toBe("12 k");
    expect(shown(true, null)).toBe("TRUE");
    expect(shown({ error: "#REF!" }, null)).toBe("#REF!");
  });
});
