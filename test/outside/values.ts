import { stringify } from "csv-stringify/sync";

import { ACUTE, LINES, spendEntries } from "../support/provider-return";
import { randomNumbers } from "../support/random-returns";

export type Role = "provider" | "commissioner";

export function seedOf(role: string, code: string): number {
  return [...`${role}${code}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
}

/** Values of a body's whole return as a CSV of keys, different for each body and the same each time. */
export function valuesFor(role: Role, code: string): string {
  const random = randomNumbers(seedOf(role, code));
  const size = 0.4 + 2 * random();
  const scaled = [...spendEntries(ACUTE)].filter(([key]) => !/^(cover\.|filing\.)/.test(key));
  const provider = scaled.map(([key, value]): [string, string | number] => {
    const figure = typeof value === "number" ? value : 0;
    return [key, key.startsWith("context.wte") ? figure : Math.round(figure * size)];
  });
  const filing: readonly [string, string | number][] = [
    ["filing.status", "Draft"],
    ["filing.submission", 1 + Math.floor(random() * 3)],
  ];
  const rows = role === "provider" ? provider : commissioner(provider, random);
  return stringify([["key", "value"], ...filing, ...rows]);
}

/** A PCT's own spend, and a community of three. */
function commissioner(
  provider: readonly (readonly [string, string | number])[],
  random: () => number,
): readonly (readonly [string, string | number])[] {
  const own = provider.filter(([key]) => /^(spend|context)\./.test(key));
  const practices = LINES.slice(0, 4).map((_, at) => {
    const column = ["forecast_revenue", "forecast_capital", "plan_revenue", "plan_capital"][at] ?? "";
    return [`spend.practices[${column}]`, Math.round(400 * random())] as const;
  });
  const rows = ["r01", "r02", "r03"].flatMap((row) => {
    const amount = () => Math.round(3_000 * random());
    const texts = [
      ["name", `Provider ${row}`],
      ["code", `Z${row.slice(1)}`],
      ["in_contract", "Yes"],
      ["agreed", "Yes"],
    ] as const;
    const figures = ["forecast_revenue", "forecast_capital", "plan_revenue", "plan_capital", "uplift"];
    return [
      ...texts.map(([column, text]) => [`community.${row}[${column}]`, text] as const),
      ...figures.map((column) => [`community.${row}[${column}]`, amount()] as const),
      [`community.${row}[commitments]`, 0] as const,
      [`community.${row}[merger_costs]`, 0] as const,
    ];
  });
  return [...own, ...practices, ["mergers.costs", 0], ...rows];
}
