import { layoutSummary } from "../../../src/summary";
import { sheetOf, wordsOf } from "../../support/layout-cells";
import { commissionerSent, figure, providerSent, rows, sum, type ListRow } from "../assurance/by-hand";
import { summary } from "../returns";
import { asCommissioner, asProvider, collected } from "../two-roles";
import { chartOn, drawnIn, messageOf } from "./drawn";

/** What is otherwise in each return, so that no figure is right by chance. */
const PROVIDERS = {
  X01: { "workforce.r01[needed]": 9, "purposes.starting[plan_revenue]": 7 },
  X02: {
    "workforce.r01[in_post]": 8.5,
    "maturity.acute[goal]": "V",
    "imaging.planned[mar]": 0.97,
    "benefits.r01[cash_full]": 321,
  },
  X03: { "maturity.acute[now]": "Below I", "imaging.planned[sep]": 0.11 },
} as const;
const COMMISSIONERS = {
  X50: { "booking.planned[mar]": 0.7, "eps.r1_planned[mar]": 0.2, "maturity.gp[goal]": "IV" },
  X51: { "practice_it.practices": 20, "booking.planned[may]": 0.66 },
} as const;
const providers = Object.entries(PROVIDERS).map(([code, changes]) => providerSent(code, changes));
const pcts = Object.entries(COMMISSIONERS).map(([code, changes]) => commissionerSent(code, changes));
const all = [...providers, ...pcts];
const { layout } = layoutSummary(
  collected([
    ...Object.entries(PROVIDERS).map(([code, changes]) => asProvider(code, changes)),
    ...Object.entries(COMMISSIONERS).map(([code, changes]) => asCommissioner(code, undefined, changes)),
  ]),
  summary,
);
const MONTHS = ["apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar"];

const drawn = (sheet: string, words: string) => drawnIn(layout, chartOn(layout, sheet, words));
const says = (sheet: string, words: string) => messageOf(layout, chartOn(layout, sheet, words));
const close = (found: readonly unknown[] | undefined, wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((one, at) => {
    expect(found![at]).toBeCloseTo(one, 8);
  });
};

/** Rows put together by a word, the greatest by one of their figures first. */
function grouped(
  list: readonly ListRow[],
  wordIn: (row: ListRow) => string,
  figuresOf: (row: ListRow) => readonly number[],
  by: (sums: readonly number[]) => number,
): readonly (readonly [string, readonly number[]])[] {
  const sums = new Map<string, readonly number[]>();
  for (const row of list) {
    const figures = figuresOf(row);
    const before = sums.get(wordIn(row));
    sums.set(wordIn(row), before ? before.map((one, at) => one + figures[at]!) : figures);
  }
  return [...sums].filter(([, of]) => by(of) > 0).sort((a, b) => by(b[1]) - by(a[1]));
}

describe("Workforce", () => {
  const list = rows(all, "workforce", "role");
  const roles = grouped(
    list,
    (row) => wordsOf(row.get("role") ?? null),
    (row) => {
      const [needed, inPost] = [figure(row, "needed"), figure(row, "in_post")];
      return [needed, inPost, Math.max(needed - inPost, 0), Math.max(inPost - needed, 0)];
    },
    ([needed = 0]) => needed,
  );

  test("draws the roles of which most are needed, beside who is in post", () => {
    const { points, figures } = drawn("Workforce", "Plans need");
    const most = roles.slice(0, 6);
    close(
      figures["Needed, WTE"],
      most.map(([, [needed = 0]]) => needed),
    );
    const byRole = new Map(roles);
    close(
      figures["In post, WTE"],
      points.map((role) => byRole.get(wordsOf(role))![1]!),
    );
  });

  test("draws what is lacking, and how much of it could be pooled", () => {
    const lacking = roles.filter(([, [, , gap = 0]]) => gap > 0);
    expect(lacking.length).toBeGreaterThan(0);
    const { points, figures } = drawn("Workforce", "Pooling could cover");
    expect([...points].sort()).toEqual(lacking.map(([role]) => role).sort());
    const byRole = new Map(lacking);
    const of = (role: unknown) => byRole.get(wordsOf(role as string))!;
    const pooled = points.map((role) => Math.min(of(role)[2]!, of(role)[3]!));
    expect(Math.max(...pooled)).toBeGreaterThan(0);
    close(figures["Pooling could cover, WTE"], pooled);
    close(
      figures["Left to be found, WTE"],
      points.map((role, at) => of(role)[2]! - pooled[at]!),
    );
  });
});

test("Benefits draws the cash of a full year by type of deployment", () => {
  const solutions = new Map(
    all.map(({ code, entries }) => [
      code,
      new Map(
        rows([{ code, entries }], "deployments", "name").map((row) => [row.get("name"), row.get("solution")]),
      ),
    ]),
  );
  const types = new Map<string, number[]>();
  for (const one of all)
    for (const row of rows([one], "benefits", "measure")) {
      const type = wordsOf(solutions.get(one.code)!.get(row.get("deployment") ?? null) ?? null);
      const sums = types.get(type) ?? [0, 0];
      sums[row.get("kind") === "Cash-releasing" ? 0 : 1]! += figure(row, "cash_full");
      types.set(type, sums);
    }
  const wanted = [...types].filter(([, [cash = 0, other = 0]]) => cash + other > 0);
  expect(wanted.length).toBeGreaterThan(0);
  const { points, figures } = drawn("Benefits", "Benefits release");
  expect([...points].sort()).toEqual(wanted.map(([type]) => type).sort());
  close(
    figures["Cash-releasing (£000)"],
    points.map((type) => types.get(wordsOf(type))![0]!),
  );
  close(
    figures["Cash of other kinds (£000)"],
    points.map((type) => types.get(wordsOf(type))![1]!),
  );
});

test("Purposes draws what is planned for each beside what is needed, but for business as usual", () => {
  const { points, figures } = drawn("Purposes", "less for a purpose");
  expect(points.map((point) => wordsOf(point).slice(0, 3))).toEqual(["300", "310", "320", "330", "340"]);
  const purposes = ["completing", "deploying", "expectations", "starting", "benefits"];
  close(
    figures["Planned (£000)"],
    purposes.map((id) => sum(providers, `purposes.${id}[plan_revenue]`, `purposes.${id}[plan_capital]`)),
  );
  const begun = rows(providers, "deployments", "name").filter((row) => row.get("state") === "Begun 2006/07");
  const needed = begun.reduce((so, row) => so + figure(row, "revenue_y1") + figure(row, "capital_y1"), 0);
  expect(figures["Needed by the plan sheets (£000)"]![0]).toBe(needed);
});

describe("Months", () => {
  const planned = (sent: typeof all, line: string, month: string) =>
    sent.flatMap(({ entries }) => {
      const value = entries.get(`${line}[${month}]`);
      return typeof value === "number" ? [{ value, weight: figure(entries, "practice_it.practices") }] : [];
    });

  test("draws the mean of providers' digital images, the lowest and what is to be reached", () => {
    const { figures } = drawn("Months", "images digital");
    const of = MONTHS.map((month) => planned(all, "imaging.planned", month).map(({ value }) => value));
    expect(of[0]!.length).toBeGreaterThan(1);
    close(
      figures["Mean of providers"],
      of.map((values) => values.reduce((a, b) => a + b, 0) / values.length),
    );
    close(
      figures["Lowest of any provider"],
      of.map((values) => Math.min(...values)),
    );
    close(
      figures["To be reached, from January 2008"],
      MONTHS.map(() => 1),
    );
  });

  test.each([
    ["booking.planned", "GP referrals"],
    ["eps.r1_planned", "Prescriptions"],
  ])("draws the mean of %s, weighted by practices, and the lowest", (line, words) => {
    const { points, figures } = drawn("Months", words);
    expect([points[0], points[11]]).toEqual(["Apr 07", "Mar 08"]);
    const of = MONTHS.map((month) => planned(pcts, line, month));
    close(
      figures["Mean, weighted by practices"],
      of.map(
        (those) =>
          those.reduce((so, { value, weight }) => so + value * weight, 0) /
          those.reduce((so, { weight }) => so + weight, 0),
      ),
    );
    close(
      figures["Lowest of any PCT"],
      of.map((those) => Math.min(...those.map(({ value }) => value))),
    );
  });
});

test("Maturity draws how many are where, and says how many stay below level VI", () => {
  const { points, figures } = drawn("Maturity", "below level VI");
  const keys = ["acute[now]", "acute[step]", "acute[goal]", "gp[now]", "gp[step]", "gp[goal]"];
  const at = (key: string, levels: readonly string[]) =>
    all.filter(({ entries }) => levels.includes(wordsOf(entries.get(`maturity.${key}`) ?? null))).length;
  expect(points).toHaveLength(keys.length);
  for (const [series, levels] of [
    ["Below level I", ["Below I"]],
    ["Levels I to III", ["I", "II", "III"]],
    ["Levels IV and V", ["IV", "V"]],
    ["Level VI", ["VI"]],
  ] as const)
    expect([series, figures[series]]).toEqual([series, keys.map((key) => at(key, levels))]);
  const acute = at("acute[goal]", ["Below I", "I", "II", "III", "IV", "V", "VI"]);
  expect(says("Maturity", "below level VI")).toBe(
    `In March 2011 1 of ${acute} acute and community plans stay below level VI, and 1 of 2 for general practice`,
  );
});

test("no chart lies over a table, and each says its message to those who do not see it", () => {
  for (const sheet of ["Workforce", "Benefits", "Purposes", "Months", "Maturity"]) {
    const { charts, pageBreaks } = sheetOf(layout, sheet);
    expect(charts.length).toBeGreaterThan(0);
    for (const { says: words, area } of charts) {
      expect(words.length).toBeGreaterThan(40);
      expect(pageBreaks.filter((row) => row > area.top && row <= area.bottom)).toEqual([]);
    }
  }
});
