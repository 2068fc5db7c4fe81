import type { RawValue } from "../../src/cells";
import type { Field, Template } from "../../src/template";
import { spendEntries, type ProviderFigures } from "./provider-return";

/** A small generator of numbers with a fixed seed (mulberry32), so that a failure can be looked at again. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomReturns {
  readonly next: () => Map<string, RawValue>;
}

const TYPES = [
  "Acute trust",
  "Ambulance trust",
  "Mental health/LD/community trust",
  "PCT",
  "Care trust (PCT)",
];

/** Provider returns from right to wrong in every way: whole tables out of line, and single cells that hold what nobody should enter. */
export function randomReturns(template: Template, seed: number): RandomReturns {
  const random = randomNumbers(seed);
  const between = (least: number, most: number) => Math.round(least + random() * (most - least));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const chance = (share: number) => random() < share;
  const entered = [...template.fields.values()].filter((field) => field.source.kind === "entered");

  const figures = (): ProviderFigures => {
    const turnover = pick([40_000, 95_000, 185_000, 400_000, between(20_000, 1_100_000)]);
    const share = pick([0.0003, 0.005, 0.008, 0.018, 0.03, 0.035, 0.07, 1.2]);
    const revenue = Math.round(turnover * share) + pick([-1, 0, 0, 1]);
    const capital = pick([0, Math.round(revenue * 0.2), Math.round(revenue * 1.5), revenue * 2]);
    const programme = pick([capital * 5, Math.round(capital / 0.4), capital - 1, capital * 60, 0, 8_000]);
    const income = pick([Math.round(turnover * 0.9), 0, turnover]);
    const last = pick([0.4, 0.63, 0.8, 0.95, 1, 1.11, 1.34]);
    const forecast = {
      revenue: Math.round(revenue * last),
      capital: Math.round(capital * last),
      recharges: -between(0, 200),
    };
    const plan = pick([
      { revenue, capital, recharges: -between(0, 200) },
      {
        revenue: forecast.revenue + Math.round(income * 0.001) + pick([-1, 0, 1]),
        capital: forecast.capital,
        recharges: forecast.recharges,
      },
      { ...forecast },
      { revenue: forecast.capital, capital: forecast.revenue, recharges: forecast.recharges },
    ]);
    const outturn = {
      revenue: forecast.revenue - Math.round(income * 0.003) + pick([-1, 0, 1]),
      capital: forecast.capital,
      recharges: forecast.recharges,
    };
    return {
      type: pick(TYPES),
      turnover: [turnover, turnover],
      programme: [programme, Math.max(programme, 0)],
      forecast,
      plan,
      income: [income, income],
      pbr: pick([
        [0, 0] as const,
        [Math.round(income * 0.6), Math.round(income * 0.6)] as const,
        [income + 1, income] as const,
      ]),
      ...(chance(0.4) ? { outturn } : {}),
    };
  };

  // No empty text among them: LibreOffice takes one for a blank as soon as it opens the file.
  const oddValue = (field: Field, entries: ReadonlyMap<string, RawValue>): RawValue => {
    const now = entries.get(field.key);
    const number = typeof now === "number" ? now : 100;
    switch (field.type.kind) {
      case "money":
      case "count":
      case "percent":
        return pick<RawValue>([
          null,
          null,
          0,
          -5,
          7.5,
          number + 1,
          number - 1,
          number * 1_000,
          number * 600,
          "12 k",
          "–",
        ]);
      case "date":
        return pick<RawValue>([null, 39_172, 39_172.5, 5, "31 March", 99_999]);
      case "choice":
        return pick<RawValue>([null, ...field.type.choices, "Something else", 3]);
      case "text":
        return pick<RawValue>([
          null,
          "A. Person",
          "B. Person",
          "x".repeat(field.type.most),
          "x".repeat(field.type.most + 1),
          5,
        ]);
      case "code":
        return pick<RawValue>([null, "X02", 50, "Q31", "nobody"]);
    }
  };

  const next = (): Map<string, RawValue> => {
    const entries = chance(0.04) ? new Map<string, RawValue>() : spendEntries(figures());
    if (chance(0.5)) {
      entries.set("filing.status", "Final").set("filing.fd_name", "A. Person").set("filing.fd_date", 39_172);
      entries.set("filing.ce_name", pick(["A. Person", "B. Person"])).set("filing.ce_date", 39_173);
    }
    if (chance(0.3)) {
      entries.set("spend.other[plan_revenue]", between(0, 3_000));
      if (chance(0.4)) entries.set("spend.other[note]", "A project that fits no other line.");
    }
    if (chance(0.05)) {
      for (const key of entries.keys()) if (/^(spend|purposes)\./.test(key)) entries.set(key, 0);
    }
    if (chance(0.3)) {
      const line = pick(["staff", "agency", "hardware", "software"]);
      for (const kind of ["revenue", "capital"]) {
        const planned = entries.get(`spend.${line}[plan_${kind}]`);
        entries.set(
          `spend.${line}[memo_${kind}]`,
          typeof planned === "number" ? Math.max(0, planned + pick([-1, 0, 1])) : 0,
        );
      }
    }
    if (chance(0.25)) {
      const line = pick(["staff", "hardware", "software"]);
      for (const kind of ["revenue", "capital"]) {
        const key = `spend.${line}[plan_${kind}]`;
        const forecast = entries.get(`spend.${line}[forecast_${kind}]`);
        if (typeof forecast === "number" && chance(0.7))
          entries.set(key, forecast * pick([499, 500, 1_000, 2_000, 2_001]));
      }
    }
    for (let odd = chance(0.35) ? 0 : between(1, 3); odd > 0; odd -= 1) {
      const field = pick(entered);
      const value = oddValue(field, entries);
      if (value === null) entries.delete(field.key);
      else entries.set(field.key, value);
    }
    if (chance(0.15)) {
      const closed = pick([...template.fields.values()].filter((field) => field.source.kind === "closed"));
      entries.set(closed.key, 4);
    }
    if (chance(0.2)) {
      const total = pick(
        [...template.fields.values()].filter(
          (field) => field.source.kind === "calculated" && field.type.kind === "money",
        ),
      );
      entries.set(total.key, between(1, 5_000));
    }
    if (chance(0.3)) {
      const reason = pick(entered.filter((field) => field.block === "explanations"));
      entries.set(reason.key, "It is right: see the board's paper.");
    }
    for (const key of entries.keys()) if (!template.fields.has(key)) entries.delete(key);
    return entries;
  };
  return { next };
}
