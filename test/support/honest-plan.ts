import { serialOfDay, type RawValue } from "../../src/cells";
import type { Template } from "../../src/template";

import { writtenReturn } from "./honest";
import { planningYear } from "./shipped";

/** Blocks that a return had before it was a whole plan: tests fill these in with figures of their own. */
const OWN_BLOCKS: readonly string[] = [
  ...["cover", "filing", "mergers", "spend", "purposes", "context", "tariff", "outturn", "community"],
];

/** What a written return holds that is not quite as expected, put straight, by role: nothing is left to explain. Null takes it away. */
const PUT_STRAIGHT: Readonly<Record<string, Readonly<Record<string, RawValue>>>> = {
  provider: {
    // The pharmacy's contract reaches beyond 7 June 2010, when prescribing goes live.
    "systems.r09[contract_end]": serialOfDay("2011-03-31") ?? null,
    "deployments.r01[previous_go_live]": null,
    "deployments.r04[wte_secured]": 6,
    "deployments.r08[wte_secured]": 9,
    "requirements.r01[priority]": "Medium",
  },
  commissioner: {
    "deployments.r02[wte_secured]": 3,
    "plans.r02[aligned]": "Yes",
  },
};

/** Where reasons stand for what is left to explain. */
const REASONS = "explanations";

const YEARS = ["y1", "y2", "y3", "y4"] as const;

/** What the purposes of a return hold for the deployments, benefits and posts of its plan, £000. */
export interface Room {
  /** For each purpose, in revenue and in capital. */
  readonly revenue: number;
  readonly capital: number;
  /** Net planned spend of the year, which the funding has to add up to. */
  readonly net: number;
}

/** The care setting of the written provider, and the settings that another may work in. */
const ACUTE_SETTING = "Acute and community";
const LINES_OF_MATURITY = {
  [ACUTE_SETTING]: "acute",
  "Mental health": "mental_health",
  Ambulance: "ambulance",
};
export type Setting = keyof typeof LINES_OF_MATURITY;

/** The sheets of a plan of this role, so that nothing is wrong with them where purposes have this room. */
export function planEntries(
  role: string,
  room: Room,
  setting: Setting = ACUTE_SETTING,
): Map<string, RawValue> {
  const template = planningYear("2007-08").templates.get(role)!;
  const entries = new Map(
    [...writtenReturn(`honest-${role}`, template)].filter(
      ([key]) => ![...OWN_BLOCKS, REASONS].includes(template.fields.get(key)!.block),
    ),
  );
  for (const [key, value] of Object.entries(PUT_STRAIGHT[role] ?? {})) {
    // A key that the written return no longer has would be put straight for nothing.
    if (!entries.has(key)) throw new Error(`planEntries: ${key} is not in the written return`);
    if (value === null) entries.delete(key);
    else entries.set(key, value);
  }
  if (role === "provider") {
    if (setting !== ACUTE_SETTING) moveTo(setting, entries);
    fitCosts(entries, template, room);
  }
  fitFunding(entries, room.net);
  return entries;
}

/** The same systems, deployments and levels in another care setting. */
function moveTo(setting: Setting, entries: Map<string, RawValue>): void {
  for (const [key, value] of entries)
    if (key.endsWith("[setting]") && value === ACUTE_SETTING) entries.set(key, setting);
  const [from, to] = [LINES_OF_MATURITY[ACUTE_SETTING], LINES_OF_MATURITY[setting]];
  for (const column of ["now", "step", "goal"]) {
    const [left, right] = [from, to].map((line) => `maturity.${line}[${column}]`) as [string, string];
    const [level, none] = [entries.get(left) ?? null, entries.get(right) ?? null];
    entries.set(left, none).set(right, level);
  }
}

/** The costs that a purpose has to cover, made as much smaller as it takes. */
function fitCosts(entries: Map<string, RawValue>, template: Template, room: Room): void {
  const states = [...entries].filter(([key]) => /^deployments\..*\[state\]$/.test(key));
  for (const state of new Set(states.map(([, value]) => value))) {
    const rows = states.filter(([, value]) => value === state).map(([key]) => key.replace("[state]", ""));
    fit(
      entries,
      rows.map((row) => `${row}[revenue_y1]`),
      room.revenue,
    );
    fit(
      entries,
      rows.map((row) => `${row}[capital_y1]`),
      room.capital,
    );
  }
  const paidFrom = (purpose: string) =>
    [...entries].flatMap(([key, value]) =>
      /^workforce\..*\[funded_from\]$/.test(key) && typeof value === "string" && value.startsWith(purpose)
        ? [key.replace("funded_from", "cost_y1")]
        : [],
    );
  const costs = (block: string) =>
    [...template.fields.values()].flatMap(({ key, block: of, column }) =>
      of === block && column === "cost_y1" && entries.has(key) ? [key] : [],
    );
  fit(entries, [...costs("benefits"), ...paidFrom("340")], room.revenue);
  fit(entries, [...costs("checklist"), ...paidFrom("320")], room.revenue);
}

/** Makes these amounts smaller, each by the same share, until they are no more than the room there is. */
function fit(entries: Map<string, RawValue>, keys: readonly string[], room: number): void {
  const sum = keys.reduce((all, key) => all + Number(entries.get(key)), 0);
  if (sum <= room) return;
  for (const key of keys) entries.set(key, Math.floor((Number(entries.get(key)) * room) / sum));
}

/** All of it from one recurrent source, and as much in the years after. */
function fitFunding(entries: Map<string, RawValue>, net: number): void {
  for (const [key] of entries) if (key.startsWith("funding.")) entries.set(key, 0);
  for (const year of YEARS)
    entries.set(`funding.tariff[recurrent_${year}]`, year === "y1" ? net : Math.max(net, 9_000));
}
