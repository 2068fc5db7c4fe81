import { toEnd } from "../in-turn";

import { templateInTurn, type ReadYear } from "./build-template";
import type { PlanningYear } from "./planning-year";
import type { DefinitionProblem } from "./source";
import type { Template } from "./template";

/**
 * What earlier versions of a year's returns asked, built when one is wanted. Where problems are gathered, all are built at once, so
 * that a definition that makes no return for one of them is refused.
 */
export function earlierVersions(
  read: ReadYear,
  problems: DefinitionProblem[] | null,
): PlanningYear["earlier"] {
  const built = new Map<string, Template>();
  const known = new Set<string>();
  for (const [role, { version, earlier = [] }] of Object.entries(read.year.roles)) {
    for (const [at, one] of earlier.entries()) {
      known.add(`${role} ${one}`);
      if (problems && (one === version || earlier.indexOf(one) !== at))
        problems.push(
          read.yearSource.problem(["roles", role, "earlier", at], `Version ${one} stands here twice.`),
        );
      else if (problems) {
        const template = toEnd(templateInTurn(role, one, read, problems))?.template;
        if (template) built.set(`${role} ${one}`, template);
      }
    }
  }
  return (role, version) => {
    const wanted = `${role} ${version}`;
    if (!known.has(wanted)) return null;
    const before = built.get(wanted);
    if (before) return before;
    const found: DefinitionProblem[] = [];
    const template = toEnd(templateInTurn(role, version, read, found))?.template;
    if (!template)
      throw new Error(
        `earlierVersions: ${wanted} can't be built: ${found.map(({ message }) => message).join(" ")}`,
      );
    built.set(wanted, template);
    return template;
  };
}
