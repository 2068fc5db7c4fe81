import { ACUTE, providerEntries } from "../support/provider-return";
import { writtenReturn } from "../support/honest";
import { nudgedReturns } from "../support/nudged-returns";
import { planningYear } from "../support/shipped";

import { agreement } from "./suite";

const year = planningYear("2007-08");
const template = year.templates.get("provider")!;

agreement({
  year,
  template,
  next: nudgedReturns(template, () => providerEntries(ACUTE), 20070402).next,
  always: [writtenReturn("honest-provider", template), new Map()],
  // A whole plan is large: each return is changed in many places, and few returns are drawn.
  wanted: { least: 3, asTheyCome: 2, batch: 5, most: 40, edges: [] },
  folder: "agreement-whole-provider",
});
