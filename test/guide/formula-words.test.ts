import { formulaWords } from "../../src/guide/formula-words";
import { blockNamed } from "../../src/guide/anchors";
import { parseDefinitionFormula } from "../../src/template";
import { TWO_ROLES, templateIn, yearOf } from "../template/small-year";

const DATES = {
  file: "year.yaml",
  old: "draft: Draft\n",
  by: "draft: Draft\ndates: { close: 2002-06-30 }\n",
} as const;
const template = templateIn(yearOf(TWO_ROLES, DATES), "payer");

function words(formula: string, block: string | null = null): string {
  const parsed = parseDefinitionFormula(formula);
  if (parsed.kind === "refused") throw new Error(parsed.message);
  return formulaWords(parsed.expression, {
    template,
    block: block === null ? null : blockNamed(block, template),
  });
}

describe("a formula in words", () => {
  test.each([
    ['=cover.status="Final"', "‘Status’ is “Final”"],
    ['=cover.status<>""', "‘Status’ is filled in"],
    ['=cover.status=""', "‘Status’ is blank"],
    ["=NOT(ISBLANK(cover.signed))", "‘Signed’ is filled in"],
    ["=ISBLANK(cover.signed)", "‘Signed’ is blank"],
    ['=NOT(cover.status="Final")', "it is not so that ‘Status’ is “Final”"],
    ["=cover.signed<=dates.close", "‘Signed’ is by 30 Jun 2002"],
    ["=cover.signed>dates.close", "‘Signed’ is after 30 Jun 2002"],
    ["=cover.signed>0", "‘Signed’ is filled in"],
    ["=cover.signed=0", "‘Signed’ is blank"],
    ["=spend.net[total]>0", "‘220 Net spend, plan total’ is above 0"],
    [
      "=SUMSAME(bodies[spent],bodies[code],cover.org_code)",
      "the sum of ‘Plan spent’ of Bodies that we pay where ‘Code’ stands in ‘Code’ of Bodies that we pay",
    ],
    [
      "=MIN(cover.signed,dates.close)<dates.close",
      "the earliest of ‘Signed’ and 30 Jun 2002 is before 30 Jun 2002",
    ],
    [
      "=spend.net[total]>=0.1*spend.gross[total]",
      "‘220 Net spend, plan total’ is at least 0.1 × ‘200 Gross spend, plan total’",
    ],
    ["=spend.net[total]<-5", "‘220 Net spend, plan total’ is below −5"],
    ["=SUM(spend[revenue])>0", "the sum of ‘Plan revenue’ of Spend by kind is above 0"],
    [
      "=SUM(spend.staff..other[revenue])",
      "the sum of ‘Plan revenue’ of the lines ‘100 IM&T staff’ to ‘Other’",
    ],
    [
      "=EVERY(spend.staff..other,[@revenue]>0)",
      "for each of the lines ‘100 IM&T staff’ to ‘Other’: ‘Plan revenue’ is above 0",
    ],
    [
      "=ANY(spend.staff..other,[@revenue]>0)",
      "for one of the lines ‘100 IM&T staff’ to ‘Other’ at least: ‘Plan revenue’ is above 0",
    ],
    [
      "=COUNTROWS(bodies,[@spent]>5)>0",
      "the number of rows of Bodies that we pay with (‘Plan spent’ is above 5) is above 0",
    ],
    [
      '=SUMROWS(bodies[spent],[@code]="X1")',
      "the sum of ‘Plan spent’ of Bodies that we pay over the rows with (‘Code’ is “X1”)",
    ],
    ["=COUNTSAME(bodies[code],cover.org_code)", "how often ‘Code’ stands in ‘Code’ of Bodies that we pay"],
    ["=COUNTA(bodies[name])", "the number of entries in ‘Name’ of Bodies that we pay"],
    ["=ROUND(spend.net[total]/3,0)", "‘220 Net spend, plan total’ ÷ 3"],
    ["=ABS(spend.net[total]-1)", "the size of ‘220 Net spend, plan total’ − 1"],
    ['=IF(cover.status="Final",1,0)', "1 where ‘Status’ is “Final”, else 0"],
  ])("%s", (formula, says) => {
    expect(words(formula)).toBe(says);
  });

  test("keeps apart what belongs together", () => {
    expect(words('=AND(cover.status="Final",OR(spend.net[total]=1,spend.net[total]=2))')).toBe(
      "‘Status’ is “Final” and (‘220 Net spend, plan total’ is 1 or ‘220 Net spend, plan total’ is 2)",
    );
    expect(words('=OR(AND(cover.status="Final",spend.net[total]=1),spend.net[total]=2)')).toBe(
      "(‘Status’ is “Final” and ‘220 Net spend, plan total’ is 1) or ‘220 Net spend, plan total’ is 2",
    );
    expect(words("=2*(spend.net[total]-1)")).toBe("2 × (‘220 Net spend, plan total’ − 1)");
    expect(words("=5-(spend.net[total]-1)")).toBe("5 − (‘220 Net spend, plan total’ − 1)");
  });

  test("names columns of its own line by the block that it stands for", () => {
    expect(words("=[@capital]>0", "spend")).toBe("‘Plan capital’ is above 0");
    expect(words("=NOT(ISBLANK([@code]))", "bodies")).toBe("‘Code’ is filled in");
  });
});
