import { commissionerEntries } from "../support/commissioner-return";
import { writtenReturn } from "../support/honest";
import { nudgedReturns } from "../support/nudged-returns";
import { planningYear } from "../support/shipped";
import { inTurn, spendVariants } from "../support/spend-variants";

import { cellsOf } from "./samples";
import { agreement } from "./suite";

const year = planningYear("2007-08");
const template = year.templates.get("commissioner")!;

agreement({
  year,
  template,
  next: nudgedReturns(
    template,
    inTurn(spendVariants(commissionerEntries())),
    (entries) => cellsOf(template, entries),
    20070403,
  ).next,
  always: [writtenReturn("honest-commissioner", template), new Map()],
  // A whole plan is large: each return is changed in many places, and few returns are drawn.
  wanted: { least: 2, asTheyCome: 2, batch: 1, most: 40, edges: [] },
  folder: "agreement-whole-commissioner",
});
