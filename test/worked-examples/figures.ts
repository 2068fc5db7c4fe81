import type { RawValue } from "../../src/cells";
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
