import { commissionerEntries } from "../support/commissioner-return";
import { writtenReturn } from "../support/honest";
import { nudgedReturns } from "../support/nudged-returns";
import { planningYear } from "../support/shipped";

import { agreement } from "./suite";

const year = planningYear("2007-08");
const template = year.templates.get("commissioner")!;

agreement({
  year,
  template,
  next: nudgedReturns(template, () => commissionerEntries(), 20070403).next,
  always: [writtenReturn("honest-commissioner", template), new Map()],
  // A whole plan is large: each return is changed in many places, and few returns are drawn.
  wanted: { least: 3, asTheyCome: 2, batch: 5, most: 40, edges: [] },
  folder: "agreement-whole-commissioner",
});
