import { writtenReturn } from "../support/honest";
import { nudgedReturns } from "../support/nudged-returns";
import { planningYear } from "../support/shipped";
import { inTurn, spendVariants } from "../support/spend-variants";

import { cellsOf } from "./samples";
import { agreement } from "./suite";

/** The years beside the first, whose returns are small. */
const YEARS = [
  ["2005-06", "2005"],
  ["2008-09", "2008"],
] as const;

for (const [id, written] of YEARS) {
  const year = planningYear(id);
  for (const [role, template] of year.templates) {
    const honest = writtenReturn(`honest-${role}-${written}`, template);
    agreement({
      year,
      template,
      next: nudgedReturns(
        template,
        inTurn(spendVariants(honest)),
        (entries) => cellsOf(template, entries),
        20050621,
      ).next,
      always: [honest, new Map()],
      wanted: { least: 2, asTheyCome: 3, batch: 1, most: 40, edges: [] },
      folder: `agreement-${id}-${role}`,
    });
  }
}
