import { writeFormula } from "../../src/formula";
import type { Template } from "../../src/template";
import { fieldOf, templateOf, type Change } from "./small-year";

const template = templateOf();

/** A calculated field's formula, with keys for references: as it stands in the sheet, or from entered fields alone. */
function formulaOf(of: Template, key: string, how: "formula" | "expanded" = "formula"): string {
  const { source } = fieldOf(of, key);
  if (source.kind !== "calculated") throw new Error(`${key} is ${source.kind}`);
  return writeFormula(source[how], ({ keys }) => keys.join("+"));
}

/** A small year whose cover has a field with this formula. */
function withFormula(formula: string, ...more: readonly Change[]): Template {
  const field = `tried: { label: Tried, type: count, is: '${formula}' }`;
  return templateOf(
    { file: "cover.yaml", old: "      signed:", by: `      ${field}\n      signed:` },
    ...more,
  );
}

const tried = (formula: string, how?: "formula" | "expanded") =>
  formulaOf(withFormula(formula), "cover.tried", how);

describe("a field", () => {
  test("is known by its key, in the order of the sheets", () => {
    const keys = [...template.fields.keys()];
    expect(keys.slice(0, 8)).toEqual([
      "cover.org_code",
      "cover.org_name",
      "cover.sha_code",
      "cover.sha_name",
      "cover.year",
      "cover.signed",
      "cover.status",
      "spend.staff[revenue]",
    ]);
    expect(keys.at(-1)).toBe("explanations.aa01[reason]");
    expect(keys).toHaveLength(7 + 8 * 4 + 1);
  });

  test("has a label that a person understands away from its place", () => {
    expect(fieldOf(template, "spend.staff[revenue]").label).toBe("100 IM&T staff, plan revenue");
    expect(fieldOf(template, "spend.other[note]").label).toBe("Other, note");
    expect(fieldOf(template, "cover.org_code").label).toBe("Code");
    expect(fieldOf(template, "explanations.aa01[reason]").label).toBe("AA01, your explanation");
  });

  test("has the bounds of its line, unless its column is text, and an answer is due unless it says otherwise", () => {
    expect(fieldOf(template, "spend.staff[revenue]")).toMatchObject({
      type: { kind: "money" },
      source: { kind: "entered", answer: "due", least: 0, most: null },
    });
    expect(fieldOf(template, "spend.income[revenue]").source).toMatchObject({ least: null, most: 0 });
    expect(fieldOf(template, "spend.staff[note]")).toMatchObject({
      type: { kind: "text", most: 250 },
      source: { kind: "entered", answer: "optional", least: null, most: null },
    });
  });

  test("has the kind of its line, where that has one, in the line's figures and totals", () => {
    expect(fieldOf(template, "spend.rate[revenue]").type).toEqual({ kind: "percent", decimals: 1 });
    expect(fieldOf(template, "spend.rate[total]").type).toEqual({ kind: "percent", decimals: 1 });
    expect(fieldOf(template, "spend.rate[note]").type).toEqual({ kind: "text", most: 250 });
    expect(fieldOf(template, "cover.status").type).toEqual({ kind: "choice", choices: ["Draft", "Final"] });
  });

  test("is closed, or a constant, where its line says so", () => {
    expect(fieldOf(template, "spend.support[capital]").source).toEqual({ kind: "closed" });
    expect(fieldOf(template, "spend.rate[capital]").source).toEqual({ kind: "constant", value: 0.001 });
    expect(fieldOf(template, "cover.year").source).toEqual({ kind: "constant", value: "2001/02" });
  });
});

describe("a formula", () => {
  test.each([
    [
      "of a line stands in each of its columns",
      "spend.uplift[capital]",
      "ROUND(spend.rate[capital]*spend.gross[capital],0)",
    ],
    [
      "of a column stands over that of a line",
      "spend.uplift[total]",
      "SUM(spend.uplift[revenue],spend.uplift[capital])",
    ],
    [
      "of a column stands over a sum of lines",
      "spend.gross[total]",
      "SUM(spend.gross[revenue],spend.gross[capital])",
    ],
    ["has 0 where a field is closed", "spend.support[total]", "SUM(spend.support[revenue],0)"],
    [
      "sums the lines that are named",
      "spend.net[capital]",
      "SUM(spend.gross[capital],spend.income[capital])",
    ],
    [
      "sums a span of lines",
      "spend.gross[revenue]",
      "SUM(spend.staff[revenue]+spend.support[revenue]+spend.other[revenue])",
    ],
    [
      "leaves a closed line out of a span",
      "spend.gross[capital]",
      "SUM(spend.staff[capital]+spend.other[capital])",
    ],
  ])("%s", (_, key, formula) => expect(formulaOf(template, key)).toBe(formula));

  test("that a text column can't have leaves its cells to be filled in", () => {
    expect(fieldOf(template, "spend.gross[note]").source.kind).toBe("entered");
  });

  test("over a whole column takes its entered fields: no totals, no closed ones, no constants", () => {
    expect(tried("=SUM(spend[capital])")).toBe(
      "SUM(spend.staff[capital]+spend.other[capital]+spend.income[capital])",
    );
    expect(tried("=MAX(spend.gross..income[revenue],1)")).toBe("MAX(spend.income[revenue],1)");
  });

  test("over cells of which none is entered takes 0", () => {
    expect(tried("=SUM(spend[total])")).toBe("SUM(0)");
    expect(tried("=COUNT(spend.support..support[capital])")).toBe("COUNT(0)");
  });

  test("in which a closed field stands alone reckons it as 0", () => {
    expect(tried("=spend.support[capital]+1")).toBe("0+1");
  });

  test("with EVERY or ANY is written out for each line with an entry", () => {
    const table = {
      file: "spend.yaml",
      old: "      note: { label: Note, type: text, answer: optional, most: 250 }\n",
      by: "",
    } as const;
    const spread = (formula: string) => formulaOf(withFormula(formula, table), "cover.tried");
    expect(spread("=IF(EVERY(spend.staff..gross,[@revenue]>=[@capital]),1,0)")).toBe(
      "IF(AND(spend.staff[revenue]>=spend.staff[capital],spend.support[revenue]>=0," +
        "spend.other[revenue]>=spend.other[capital]),1,0)",
    );
    expect(spread("=IF(ANY(spend.gross..uplift,[@total]<0),1,0)")).toBe("IF(OR(spend.income[total]<0),1,0)");
  });

  test("is worked out from entered fields alone: totals put in, constants as figures", () => {
    expect(formulaOf(template, "spend.uplift[capital]", "expanded")).toBe(
      "ROUND(0.001*SUM(spend.staff[capital]+spend.other[capital]),0)",
    );
    expect(tried('=IF(cover.year="2001/02",spend.net[capital],0)', "expanded")).toBe(
      'IF("2001/02"="2001/02",SUM(SUM(spend.staff[capital]+spend.other[capital]),spend.income[capital]),0)',
    );
  });

  test("that looks up is a choice between the rows of the year's table", () => {
    expect(formulaOf(template, "cover.sha_name")).toBe(
      'IF(cover.sha_code="Q30","North East",IF(cover.sha_code="Q36","London",""))',
    );
  });
});
