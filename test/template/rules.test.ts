import { writeFormula } from "../../src/formula";
import type { MessagePart, Template } from "../../src/template";
import { ruleOf, templateOf, type Change } from "./small-year";

const template = templateOf();
const shown = (parts: readonly MessagePart[]) =>
  parts.map((part) =>
    part.kind === "text"
      ? part.text
      : `{${writeFormula(part.expression, ({ keys }) => keys.join("+"))}|${part.format ?? ""}}`,
  );

/** The parts of a message of a rule for the whole return. */
function said(message: string, ...more: readonly Change[]): readonly string[] {
  const changes: Change = { file: "spend.yaml", old: "says: Nothing is planned.", by: `says: '${message}'` };
  return shown(ruleOf(templateOf(changes, ...more), "AA03").cases[0]!.says);
}

describe("a rule for each line", () => {
  const rule = ruleOf(template, "AA01");

  test("has a case for each line on which the cell that it is about is filled in", () => {
    expect(rule.cases.map(({ line }) => line)).toEqual(["staff", "other", "income"]);
    expect(rule.cases.map(({ at }) => at)).toEqual([
      ["spend.staff[capital]"],
      ["spend.other[capital]"],
      ["spend.income[capital]"],
    ]);
    expect(rule).toMatchObject({ block: "spend", sheet: "Spend", level: "explain", unless: [] });
  });

  test("tests and speaks of its own line", () => {
    const [first, second] = rule.cases;
    expect(writeFormula(first!.holds, ({ keys }) => keys.join())).toBe(
      "spend.staff[revenue]>=spend.staff[capital]",
    );
    expect(writeFormula(first!.when!, ({ keys }) => keys.join())).toBe("spend.staff[capital]>0");
    expect(shown(first!.says)).toEqual([
      "Line 100, IM&T staff",
      ": capital is ",
      "{spend.staff[capital]|#,##0}",
      ", revenue ",
      "{spend.staff[revenue]|#,##0}",
      ".",
    ]);
    expect(shown(second!.says)[0]).toBe("Other");
  });
});

describe("a rule for the whole return", () => {
  test("has one case, worked out from entered fields, and its source in words", () => {
    const rule = ruleOf(template, "AA02");
    expect(rule).toMatchObject({ block: null, unless: ["AA03"], source: "The guidance, s2", level: "fix" });
    expect(rule.cases).toHaveLength(1);
    const [only] = rule.cases;
    expect(only).toMatchObject({ line: null, at: ["spend.net[total]"], when: null });
    const written = writeFormula(only!.holds, ({ keys }) => keys.join("+"));
    expect(written).not.toMatch(/net|gross|uplift|rate/);
    expect(written).toMatch(/^SUM\(SUM\(SUM\(spend\.staff\[revenue\]\+/);
    expect(ruleOf(template, "AA03").source).toBe("Our own test");
  });
});

describe("a hole of a message", () => {
  test.each([
    ["money", "{spend.staff[revenue]}", "{spend.staff[revenue]|#,##0}"],
    ["a share", "{spend.rate[revenue]}", "{0.003|0.0%}"],
    ["a date", "{cover.signed}", "{cover.signed|dd mmm yyyy}"],
    ["a text", "{cover.org_name}", "{cover.org_name|}"],
    ["a code", "{cover.org_code}", "{cover.org_code|}"],
    ["a choice", "{cover.status}", "{cover.status|}"],
    ["a difference of money", "{1-spend.staff[revenue]}", "{1-spend.staff[revenue]|#,##0}"],
    ["money taken away", "{-spend.staff[revenue]}", "{-spend.staff[revenue]|#,##0}"],
    ["the size of money", "{ABS(spend.staff[revenue])}", "{ABS(spend.staff[revenue])|#,##0}"],
    ["a count of cells", "{COUNT(spend.staff[revenue])}", "{COUNT(spend.staff[revenue])|0}"],
    ["one of two words", '{IF(spend.staff[revenue]>0,"a","b")}', '{IF(spend.staff[revenue]>0,"a","b")|}'],
    ["joined texts", '{"£"&spend.staff[revenue]}', '{"£"&spend.staff[revenue]|}'],
    [
      "a figure that TEXT made words",
      '{TEXT(spend.staff[revenue],"0")}',
      '{TEXT(spend.staff[revenue],"0")|}',
    ],
    ["a number", "{1+1}", "{1+1|}"],
    ["a share with its own format", "{1/4|0.0%}", "{1/4|0.0%}"],
    ["a format with blanks around it", "{ spend.staff[revenue] | 0.00 }", "{spend.staff[revenue]|0.00}"],
    ["a brace in a text", '{"}"&cover.org_name}', '{"}"&cover.org_name|}'],
  ])("shows %s", (_, hole, written) => expect(said(hole)).toEqual([written]));

  test.each([
    ["count, decimals: 0", "#,##0"],
    ["count, decimals: 2", "#,##0.0"],
    ["percent, decimals: 0", "0%"],
    ["percent", "0.0%"],
  ])("of the kind %s has the format %s", (type, format) => {
    const field = `staff: { label: Staff, type: ${type} }`;
    const more: Change = { file: "cover.yaml", old: "      signed:", by: `      ${field}\n      signed:` };
    expect(said("{cover.staff}", more)).toEqual([`{cover.staff|${format}}`]);
  });

  test("stands among texts, in its order", () => {
    expect(said("{cover.org_name}: {1}{2} }.")).toEqual(["{cover.org_name|}", ": ", "{1|}", "{2|}", " }."]);
  });
});

describe("a return", () => {
  test("has a line of explanations for each rule that may ask for one, and for no other", () => {
    const block = template.sheets[2]!.blocks[0]!;
    if (block.kind === "checks") throw new Error("explanations were wanted");
    expect(block.lines).toEqual([expect.objectContaining({ id: "aa01", label: "AA01", about: "AA01" })]);
    expect(block.columns.map(({ shows }) => shows)).toEqual(["title", "state", "fields"]);
    const more = explanationLines(
      templateOf({ file: "spend.yaml", old: "level: note", by: "level: explain" }),
    );
    expect(more).toEqual(["aa01", "aa03"]);
  });

  test("carries what the year says of its role", () => {
    expect(template).toMatchObject({
      year: "2001-02",
      yearLabel: "2001/02",
      role: "provider",
      roleLabel: "provider",
      version: "1.0",
      title: "Small return",
      identity: { code: "cover.org_code", name: "cover.org_name", type: null, sha: null, submission: null },
      states: { draft: "Draft", final: "Final" },
      files: ["Trust"],
    });
    expect(template.sheets.map(({ name }) => name)).toEqual(["Cover", "Spend", "Explanations", "Checks"]);
  });

  test("carries the standing checks with their words", () => {
    expect(template.standing.get("blank")).toEqual({
      kind: "blank",
      code: "ZZ01",
      level: "fix",
      title: "No blank",
      short: "has blank",
      says: "{label} has blank.",
      fix: "Mend blank.",
      source: "The shape of the return",
    });
  });
});

function explanationLines(of: Template): readonly string[] {
  return of.sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "explanations" ? block.lines.map(({ id }) => id) : []));
}
