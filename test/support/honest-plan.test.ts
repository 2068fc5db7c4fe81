import type { RawValue } from "../../src/cells";
import { findingsOf, ruleOutcomes } from "../../src/return";
import { commissionerEntries } from "./commissioner-return";
import { enteredReturn } from "./entered-return";
import { planEntries } from "./honest-plan";
import { ACUTE, providerEntries, type ProviderFigures } from "./provider-return";
import { planningYear } from "./shipped";

const templates = planningYear("2007-08").templates;

/** So little money that every cost of the plan has to be made smaller. */
const SMALL: ProviderFigures = {
  type: "Acute trust",
  turnover: [61_000, 63_000],
  programme: [2_100, 2_200],
  forecast: { revenue: 900, capital: 190, recharges: -10 },
  plan: { revenue: 950, capital: 220, recharges: -10 },
  income: [57_000, 59_000],
  pbr: [31_000, 32_000],
};

const MENTAL_HEALTH: ProviderFigures = {
  type: "Mental health/LD/community trust",
  turnover: [91_000, 93_500],
  programme: [1_500, 1_600],
  forecast: { revenue: 1_260, capital: 150, recharges: 0 },
  plan: { revenue: 1_340, capital: 160, recharges: 0 },
  income: [86_000, 88_000],
  pbr: [0, 0],
};

const RETURNS: readonly (readonly [name: string, role: string, entries: ReadonlyMap<string, RawValue>])[] = [
  ["a trust", "provider", providerEntries(ACUTE)],
  ["a small trust", "provider", providerEntries(SMALL)],
  ["a mental health trust", "provider", providerEntries(MENTAL_HEALTH)],
  ["an ambulance trust", "provider", providerEntries({ ...MENTAL_HEALTH, type: "Ambulance trust" })],
  ["a PCT as commissioner", "commissioner", commissionerEntries()],
];

describe.each(RETURNS)("the plan that tests give to %s", (_, role, entries) => {
  const template = templates.get(role)!;

  test("leaves nothing to find, and no rule that waits", () => {
    const found = findingsOf(enteredReturn(template, entries), { register: null, fileName: null, day: null });
    expect(found.map(({ code, cells, message }) => [code, cells, message])).toEqual([]);
    const outcomes = ruleOutcomes(template, (key) => entries.get(key) ?? null).values();
    const unsettled = [...outcomes].filter(({ cases }) => cases.some((state) => state === "waits"));
    expect(unsettled.map(({ rule }) => rule.code)).toEqual([]);
  });

  test("gives no reasons", () => {
    expect([...entries.keys()].filter((key) => key.startsWith("explanations."))).toEqual([]);
  });
});

test("a plan holds every sheet of the honest return that it comes from, lists with rows among them", () => {
  const blocks = (role: string) => {
    const keys = planEntries(role, { revenue: 100, capital: 50, net: 1_000 }).keys();
    return [...new Set([...keys].map((key) => key.split(".")[0]!))].sort();
  };
  for (const [role, wanted] of [
    ["provider", ["systems", "deployments", "benefits", "workforce", "value", "risks", "requirements"]],
    ["commissioner", ["plans", "deployments", "benefits", "workforce", "programme", "practice_it", "risks"]],
  ] as const)
    expect(blocks(role)).toEqual(expect.arrayContaining([...wanted]));
});
