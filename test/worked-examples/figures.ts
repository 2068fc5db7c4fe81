import { serialOfDay, type RawValue } from "../../src/cells";
import { ACUTE, providerEntries, type ProviderFigures } from "../support/provider-return";

/** Examples 2 and 3; no figure is given for the capital programme, so it is one with which no other rule fires. */
export const SMALL_ACUTE: ProviderFigures = {
  type: "Acute trust",
  turnover: [97_300, 99_900],
  programme: [2_400, 2_600],
  forecast: { revenue: 1_390, capital: 250, recharges: 0 },
  plan: { revenue: 1_440, capital: 260, recharges: 0 },
  income: [93_000, 96_000],
  pbr: [52_000, 54_000],
};

/** Example 4. */
export const MENTAL_HEALTH: ProviderFigures = {
  type: "Mental health/LD/community trust",
  turnover: [91_000, 93_500],
  programme: [1_500, 1_600],
  forecast: { revenue: 1_260, capital: 150, recharges: 0 },
  plan: { revenue: 1_340, capital: 160, recharges: 0 },
  income: [86_000, 88_000],
  pbr: [0, 0],
};

/** Example 5. */
export const IN_POUNDS: ProviderFigures = {
  ...ACUTE,
  forecast: { revenue: 2_960_000, capital: 610_000, recharges: 0 },
  plan: { revenue: 3_180_000, capital: 700_000, recharges: 0 },
};

/** The entries of these figures after some changes; null leaves a cell blank. */
export function changed(figures: ProviderFigures, entries: Readonly<Record<string, RawValue>>) {
  const all = providerEntries(figures);
  for (const [key, value] of Object.entries(entries)) {
    if (value === null) all.delete(key);
    else all.set(key, value);
  }
  return all;
}

/** Staff of 1,720 forecast and 1,850 planned; the services line takes the rest, so that line 200 stays as in example 1. */
export const STAFF_LINE = {
  "spend.staff[forecast_revenue]": 1_720,
  "spend.services[forecast_revenue]": 2_960 - 1_720 - 148 - 148 - 296 - 296 - 177 - 59 - 59,
  "spend.staff[plan_revenue]": 1_850,
  "spend.services[plan_revenue]": 3_180 - 1_850 - 159 - 159 - 318 - 318 - 190 - 63 - 63,
};

/** Example 14: what 2005/06 came to. */
export const OUTTURN = { revenue: 2_560, capital: 520, recharges: 0 };

/** Example 8: nothing is planned for what is to be deployed in 2008/09, and line 345 takes what was. */
export const NOTHING_FOR_330 = {
  "purposes.starting[plan_revenue]": 0,
  "purposes.starting[plan_capital]": 0,
  "purposes.business[plan_revenue]": 3_180 - 4 * 318,
  "purposes.business[plan_capital]": 700 - 4 * 70,
};

/** Patient administration, the one deployment of 2008/09: when it starts, with nothing of its cost in 2007/08. */
export const startsOn = (day: string) => ({
  "deployments.r08[start]": serialOfDay(day) ?? null,
  "deployments.r08[revenue_y1]": 0,
  "deployments.r08[capital_y1]": 0,
});

/** Example 11: the day on which PACS is live, in the area of this authority and of its local service provider. */
export function pacsLive(sha: string, lsp: string, day: string): Readonly<Record<string, RawValue>> {
  const live = serialOfDay(day) ?? null;
  const fromLsp = ["r01", "r04", "r08", "r09", "r10", "r11"];
  return {
    "cover.sha_code": sha,
    ...Object.fromEntries(fromLsp.map((row) => [`deployments.${row}[supplier]`, lsp])),
    "deployments.r01[go_live]": live,
    // The checklist has the same day; film is bought until the end of March 2008 at the latest.
    "checklist.k6_1[due]": live,
    "benefits.r01[by]": serialOfDay("2008-03-31") ?? null,
  };
}
