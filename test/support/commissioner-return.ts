import type { RawValue } from "../../src/cells";

import { planEntries } from "./honest-plan";

/** What a PCT says of one provider of its community, £000; amounts are revenue and capital. */
export interface CommunityRow {
  readonly code: string;
  readonly name: string;
  readonly forecast: readonly [number, number];
  readonly plan: readonly [number, number];
  readonly uplift: number;
  readonly commitments: number;
}

/** Plans that rise by 310, 110 and 50 against uplifts of 172, 60 and 20: by 470 against 252 together. */
export const COMMUNITY: readonly CommunityRow[] = [
  {
    code: "X01",
    name: "Example Hospital NHS Trust",
    forecast: [2_960, 610],
    plan: [3_180, 700],
    uplift: 172,
    commitments: 150,
  },
  {
    code: "X02",
    name: "Lowmoor NHS Trust",
    forecast: [1_400, 300],
    plan: [1_470, 340],
    uplift: 60,
    commitments: 0,
  },
  {
    code: "X03",
    name: "Third Acre Ambulance Service NHS Trust",
    forecast: [520, 80],
    plan: [560, 90],
    uplift: 20,
    commitments: 30,
  },
];

/** Forecast and planned revenue, then forecast and planned capital, of each line: 1,000 and 1,060, 200 and 220 together. */
const OWN: Readonly<Record<string, readonly [number, number, number, number] | readonly [number, number]>> = {
  staff: [420, 440, 0, 0],
  agency: [20, 20, 0, 0],
  hardware: [60, 65, 90, 100],
  software: [80, 85, 40, 40],
  maintenance: [70, 75],
  telecoms: [50, 50, 10, 15],
  services: [90, 95, 0, 0],
  training: [20, 20],
  implementation: [30, 40, 0, 0],
  practices: [150, 160, 60, 65],
  other: [10, 10, 0, 0],
  recharges: [0, 0, 0, 0],
};

/** All entries of a commissioner's 2007/08 return that has nothing wrong with it, with these providers in its community. */
export function commissionerEntries(community: readonly CommunityRow[] = COMMUNITY): Map<string, RawValue> {
  const entries = new Map<string, RawValue>([
    ...withoutPlansOf(planEntries("commissioner", { revenue: 0, capital: 0, net: 1_280 })),
    ...communityEntries(community),
  ]);
  community.forEach((provider, at) => {
    for (const [column, value] of planRow(provider))
      entries.set(`plans.r${rowNumber(at + 1)}[${column}]`, value);
  });
  return entries;
}

/** The same without the plan: what the return held while it was own spend and the community alone. */
export function communityEntries(community: readonly CommunityRow[] = COMMUNITY): Map<string, RawValue> {
  const entries = new Map<string, RawValue>([
    ["cover.org_code", "X50"],
    ["cover.org_name", "Example Primary Care Trust"],
    ["cover.org_type", "PCT"],
    ["cover.sha_code", "Q30"],
    ["filing.status", "Draft"],
    ["filing.submission", 1],
    ["mergers.costs", 0],
    ["context.turnover[forecast]", 12_000],
    ["context.turnover[plan]", 12_400],
    ["context.programme[forecast]", 900],
    ["context.programme[plan]", 1_000],
    ["context.wte[forecast]", 11],
    ["context.wte[plan]", 11.5],
  ]);
  for (const [line, figures] of Object.entries(OWN)) {
    const columns = ["forecast_revenue", "plan_revenue", "forecast_capital", "plan_capital"];
    figures.forEach((figure, at) => entries.set(`spend.${line}[${columns[at]}]`, figure));
  }
  community.forEach((provider, at) => {
    for (const [column, value] of communityRow(provider)) entries.set(communityKey(at + 1, column), value);
  });
  return entries;
}

/** The written return looks at the plans of providers of its own. */
function withoutPlansOf(entries: ReadonlyMap<string, RawValue>): readonly (readonly [string, RawValue])[] {
  return [...entries].filter(([key]) => !key.startsWith("plans."));
}

/** What a PCT says of the plan of a provider with which it has no quarrel. */
function planRow({ code, name }: CommunityRow): readonly (readonly [string, RawValue])[] {
  const known = ["guarantee", "cleansing", "pas_known", "pas_contract", "pacs_known", "pacs_contract"];
  return [
    ["name", name],
    ["code", code],
    ["board_date", 39_163],
    ["qa_date", 39_170],
    ["rating", "Green"],
    ["aligned", "Yes"],
    ...[...known, "other_known", "other_contract"].map((column) => [column, "Yes"] as const),
  ];
}

function rowNumber(row: number): string {
  return String(row).padStart(2, "0");
}

/** The key of a cell of the community: its row counts from 1. */
export function communityKey(row: number, column: string): string {
  return `community.r${rowNumber(row)}[${column}]`;
}

/** What is entered in the row of a provider, by column. */
export function communityRow(provider: CommunityRow): ReadonlyMap<string, RawValue> {
  return new Map<string, RawValue>([
    ["name", provider.name],
    ["code", provider.code],
    ["forecast_revenue", provider.forecast[0]],
    ["forecast_capital", provider.forecast[1]],
    ["plan_revenue", provider.plan[0]],
    ["plan_capital", provider.plan[1]],
    ["uplift", provider.uplift],
    ["commitments", provider.commitments],
    ["in_contract", "Yes"],
    ["agreed", "Yes"],
    ["merger_costs", 0],
  ]);
}
