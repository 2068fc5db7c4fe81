import { isOpen, type Finding } from "../../return";

import type { Counts } from "./reading";

/** How many findings of each level there are; one that was explained is none that is left to explain. */
export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { fix: 0, explain: 0, note: 0, explained: 0 };
  for (const finding of findings) {
    if (finding.level === "explain" && !isOpen(finding)) counts.explained += 1;
    else counts[finding.level] += 1;
  }
  return counts;
}
