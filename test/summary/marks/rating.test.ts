import { collect, layoutSummary } from "../../../src/summary";
import { sheetOf } from "../../support/layout-cells";
import { planningYear } from "../../support/shipped";
import { sentFirst, year } from "../first-part";
import { REGISTER, SMALL } from "../returns";
import { rowsOf, tableBelow, values } from "../sheets";

const ALL = "0.1% of all 2007/08 income at tariff uplift (£000)";
const PBR = "0.1% of 2007/08 payment by results income only (£000)";

/** The shipped sheet alone, over returns of the first part. */
const { sheets } = planningYear("2007-08").summary!;
const summary = {
  ...year.summary!,
  ...{ sheets: sheets.filter(({ name }) => name === "Tariff"), figures: [], assurance: null },
};
const plans = (revenue: number) => ({ figures: { ...SMALL, plan: { ...SMALL.plan, revenue } } });
/** Net spend of 2006/07 is 1,590; the uplift is 96 on all income, 54 on payment by results, and half of them 48 and 27. */
const FILES = [
  // 1,686: a rise of 96.
  sentFirst("X01", "X01.xlsx", {}, plans(1_596)),
  // 1,685: a rise of 95.
  sentFirst("X02", "X02.xlsx", {}, plans(1_595)),
  // 1,638: a rise of 48.
  sentFirst("X03", "X03.xlsx", {}, plans(1_548)),
  // 1,637: a rise of 47, and nothing under payment by results.
  sentFirst("X05", "X05.xlsx", {}, { figures: { ...plans(1_547).figures, pbr: [0, 0] } }),
];
const { layout } = layoutSummary(collect(FILES, REGISTER, "Q30", year), summary);
/** The last two columns of a table of the sheet: the share and its grade. */
const graded = (title: string, code: string) =>
  values(tableBelow(layout, "Tariff", title).rows.get(code)!).slice(9, 11);

describe("the grades of the tariff", () => {
  test("go by the rise as a share of the uplift, on each base by itself", () => {
    const near = (share: number) => expect.closeTo(share, 10) as number;
    expect(["X01", "X02", "X03", "X05"].map((code) => graded(ALL, code))).toEqual([
      [near(96 / 96), "G"],
      [near(95 / 96), "A"],
      [near(48 / 96), "A"],
      [near(47 / 96), "R"],
    ]);
    expect(["X01", "X02", "X03"].map((code) => graded(PBR, code))).toEqual([
      [near(96 / 54), "G"],
      [near(95 / 54), "G"],
      [near(48 / 54), "A"],
    ]);
  });

  test("are none where there is no such income, and for who has sent nothing", () => {
    expect(graded(PBR, "X05")).toEqual(["", "–"]);
    expect(graded(ALL, "X04")).toEqual([null, null]);
  });

  test("have their rule on the sheet: its words and its shares, which the grades are worked out from", () => {
    const rows = rowsOf(layout, "Tariff");
    const head = rows.findIndex((row) => row[0]?.value === "Sign");
    expect(rows.slice(head + 1, head + 5).map((row) => values(row).slice(0, 5))).toEqual([
      ["G", "Green: the rise is 100% of the uplift or more", 1, 1, 2],
      ["A", "Amber: 50% of the uplift or more, and less than green", 0.5, 2, 1],
      ["R", "Red: less than amber asks for, or spend falls", null, 1, 0],
      ["–", "No grade: no such income, so the test does not apply", null, 0, 1],
    ]);
    const { formula } = tableBelow(layout, "Tariff", ALL).rows.get("X02")![10]!;
    for (const row of [head + 2, head + 3]) expect(formula).toContain(`>=$C$${row}`);
  });

  test("stand under the total too, and are coloured by their letters", () => {
    const { total } = tableBelow(layout, "Tariff", ALL);
    // Rises of 96, 95, 48 and 47 against four uplifts of 96.
    expect(values(total).slice(9, 11)).toEqual([expect.closeTo(286 / 384, 10), "A"]);
    const { conditional } = sheetOf(layout, "Tariff");
    const looks = new Set(
      conditional.map(({ formula, look }) => `${/="(.)"/.exec(formula)?.[1] ?? ""} ${look}`),
    );
    for (const one of ["G green", "A amber", "R red"]) expect(looks).toContain(one);
  });
});
