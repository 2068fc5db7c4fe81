import type { RawValue } from "../../src/cells";

import { planEntries, type Setting } from "./honest-plan";

export type EntryMap = ReadonlyMap<string, RawValue>;

/** Revenue, capital and recharges of one year, £000. */
export interface YearFigures {
  readonly revenue: number;
  readonly capital: number;
  readonly recharges: number;
}

export interface ProviderFigures {
  readonly type: string;
  readonly turnover: readonly [number, number];
  readonly programme: readonly [number, number];
  readonly forecast: YearFigures;
  readonly plan: YearFigures;
  readonly income: readonly [number, number];
  readonly pbr: readonly [number, number];
  readonly outturn?: YearFigures;
}

/** The ten lines of spend that are entered. */
export const LINES = [
  "staff",
  "agency",
  "hardware",
  "software",
  "maintenance",
  "telecoms",
  "services",
  "training",
  "implementation",
  "other",
];
const REVENUE_SHARES = [0.55, 0.05, 0.05, 0.1, 0.1, 0.06, 0.04, 0.02, 0.02];
const CAPITAL_SHARES: Readonly<Record<string, number>> = { hardware: 0.5, software: 0.3, telecoms: 0.1 };

/** Splits an amount over the ten lines; the last line takes what is left, so the lines add up to the amount exactly. */
function overLines(
  amount: number,
  share: (line: string, at: number) => number,
  last: string,
): ReadonlyMap<string, number> {
  const parts = new Map(
    LINES.map((line, at) => [line, line === last ? 0 : Math.floor(amount * share(line, at))]),
  );
  const used = [...parts.values()].reduce((sum, part) => sum + part, 0);
  return parts.set(last, amount - used);
}

/** The care setting that is usual for a type of organisation. */
function settingOf(type: string): Setting {
  if (type === "Ambulance trust") return "Ambulance";
  if (["Mental health/LD/community trust", "Care trust (mental health)"].includes(type))
    return "Mental health";
  return "Acute and community";
}

/** All entries of a provider's 2007/08 return that has nothing wrong with it by itself. */
export function providerEntries(figures: ProviderFigures): Map<string, RawValue> {
  const { plan } = figures;
  const room = {
    revenue: Math.floor(plan.revenue / 10),
    capital: Math.floor(plan.capital / 10),
    net: plan.revenue + plan.capital + plan.recharges,
  };
  return new Map([...planEntries("provider", room, settingOf(figures.type)), ...spendEntries(figures)]);
}

/** The same without the plan: what the return held while it was spend and tariff alone. */
export function spendEntries(figures: ProviderFigures): Map<string, RawValue> {
  const entries = new Map<string, RawValue>([
    ["cover.org_code", "X01"],
    ["cover.org_name", "Example Hospital NHS Trust"],
    ["cover.org_type", figures.type],
    ["cover.sha_code", "Q30"],
    ["filing.status", "Draft"],
    ["filing.submission", 1],
  ]);
  for (const [year, of] of [["forecast", figures.forecast] as const, ["plan", figures.plan] as const]) {
    const revenue = overLines(of.revenue, (_, at) => REVENUE_SHARES[at] ?? 0, "services");
    const capital = overLines(of.capital, (line) => CAPITAL_SHARES[line] ?? 0, "implementation");
    for (const line of LINES) {
      entries.set(`spend.${line}[${year}_revenue]`, revenue.get(line) ?? 0);
      if (line !== "maintenance" && line !== "training")
        entries.set(`spend.${line}[${year}_capital]`, capital.get(line) ?? 0);
    }
    entries.set(`spend.recharges[${year}_revenue]`, of.recharges);
    entries.set(`spend.recharges[${year}_capital]`, 0);
  }
  const purposes = ["completing", "deploying", "expectations", "starting", "benefits"];
  for (const [column, amount] of [
    ["plan_revenue", figures.plan.revenue] as const,
    ["plan_capital", figures.plan.capital] as const,
  ]) {
    for (const purpose of purposes) entries.set(`purposes.${purpose}[${column}]`, Math.floor(amount / 10));
    entries.set(`purposes.business[${column}]`, amount - 5 * Math.floor(amount / 10));
  }
  const pairs: readonly (readonly [string, readonly [number, number]])[] = [
    ["context.turnover", figures.turnover],
    ["context.programme", figures.programme],
    ["context.wte", [40, 41.5]],
  ];
  for (const [key, [last, next]] of pairs) entries.set(`${key}[forecast]`, last).set(`${key}[plan]`, next);
  entries.set("tariff.income[y2006]", figures.income[0]).set("tariff.income[y2007]", figures.income[1]);
  entries.set("tariff.pbr[y2006]", figures.pbr[0]).set("tariff.pbr[y2007]", figures.pbr[1]);
  if (figures.outturn) {
    entries
      .set("outturn.gross[revenue]", figures.outturn.revenue)
      .set("outturn.gross[capital]", figures.outturn.capital);
    entries.set("outturn.recharges[revenue]", figures.outturn.recharges).set("outturn.recharges[capital]", 0);
  }
  return entries;
}

/** Worked example 1: an acute trust whose plan shows the uplift. */
export const ACUTE: ProviderFigures = {
  type: "Acute trust",
  turnover: [178_400, 185_200],
  programme: [7_900, 8_200],
  forecast: { revenue: 2_960, capital: 610, recharges: 0 },
  plan: { revenue: 3_180, capital: 700, recharges: 0 },
  income: [165_000, 171_900],
  pbr: [98_000, 104_000],
};
