import { ACUTE, providerEntries } from "../support/provider-return";
import { writtenReturn } from "../support/honest";
import { nudgedReturns } from "../support/nudged-returns";
import { planningYear } from "../support/shipped";
import { inTurn, spendVariants } from "../support/spend-variants";

import { cellsOf } from "./samples";
import { agreement } from "./suite";

const year = planningYear("2007-08");
const template = year.templates.get("provider")!;

const returns = [
  ...spendVariants(providerEntries(ACUTE)),
  providerEntries({ ...ACUTE, outturn: { revenue: 2_700, capital: 600, recharges: 0 } }),
];

agreement({
  year,
  template,
  next: nudgedReturns(template, inTurn(returns), (entries) => cellsOf(template, entries), 20070402).next,
  always: [writtenReturn("honest-provider", template), new Map()],
  // A whole plan is large: each return is changed in many places, and few returns are drawn.
  wanted: { least: 2, asTheyCome: 2, batch: 1, most: 40, edges: [] },
  folder: "agreement-whole-provider",
});
