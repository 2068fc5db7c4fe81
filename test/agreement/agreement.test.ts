import type { RawValue } from "../../src/cells";
import { ACUTE, spendEntries } from "../support/provider-return";
import { randomReturns } from "../support/random-returns";
import { firstPart } from "../support/shipped";

import { agreement } from "./suite";

const year = firstPart();
const template = year.templates.get("provider")!;

agreement({
  year,
  template,
  next: randomReturns(template, 20_070_331).next,
  always: [
    // Shares of a turnover of nothing, while the rule that would be first to say so waits.
    new Map<string, RawValue>([
      ...[...spendEntries(ACUTE)].filter(([key]) => template.fields.has(key)),
      ["context.turnover[forecast]", "tbc"],
      ["context.turnover[plan]", 0],
    ]),
  ],
  wanted: { least: 5, asTheyCome: 20, edges: [{ rule: "TF01", difference: "test.plan_all[difference]" }] },
  folder: "agreement",
  simulated: 50,
});
