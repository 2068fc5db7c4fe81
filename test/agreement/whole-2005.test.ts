import { writtenReturn } from "../support/honest";
import { nudgedReturns } from "../support/nudged-returns";
import { planningYear } from "../support/shipped";

import { cellsOf } from "./samples";
import { agreement } from "./suite";

const year = planningYear("2005-06");

for (const [role, template] of year.templates) {
  const honest = writtenReturn(`honest-${role}-2005`, template);
  agreement({
    year,
    template,
    next: nudgedReturns(
      template,
      () => honest,
      (entries) => cellsOf(template, entries),
      20050621,
    ).next,
    always: [honest, new Map()],
    wanted: { least: 3, asTheyCome: 4, batch: 1, most: 60, edges: [] },
    folder: `agreement-2005-${role}`,
  });
}
