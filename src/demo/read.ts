import { readYaml } from "../template";
import type { DefinitionFile, DefinitionProblem, LocatedSource, PlanningYear } from "../template";

import { demoDefinition, type DemoDefinition } from "./definition";
import { readOrganisation } from "./organisation";
import { readExtract } from "./read-extract";
import { readRole, type ReadRole } from "./read-role";
import type { Script } from "./script";

/** A demo's definition and where it stands in its file, so that what turns out wrong later can be told by line too. */
export interface ReadDemo {
  readonly script: Script;
  readonly source: LocatedSource;
}

/** Reads the definition of a demo; undefined where anything in it is wrong, which is told by line. */
export function readDemo(
  file: DefinitionFile,
  year: PlanningYear,
  problems: DefinitionProblem[],
): ReadDemo | undefined {
  const source = readYaml(file, problems);
  const written = source?.as(demoDefinition, problems);
  if (!source || !written) return undefined;
  const roles = new Map<string, ReadRole>();
  for (const [role, definition] of Object.entries(written.roles)) {
    const path = ["roles", role];
    const template = year.templates.get(role);
    if (template) roles.set(role, readRole(definition, path, { source, problems, template }));
    else problems.push(source.problem(path, `There is no role ${role} in this year.`));
  }
  // Without its role every return would be told to be wrong.
  if (roles.size < Object.keys(written.roles).length) return undefined;
  const filing = new Map(written.organisations.map(({ code, type }) => [code, rolesOf(type, roles)]));
  const organisations = written.organisations.map((organisation, at) =>
    readOrganisation(organisation, ["organisations", at], { written, roles, filing, source, problems }),
  );
  const templates = [...roles.values()].map(({ script }) => script.template);
  const extracts = Object.entries(written.extracts ?? {}).map(
    ([name, one]) => [name, readExtract(one, ["extracts", name], templates, source, problems)] as const,
  );
  tellTwice(written, source, problems);
  if (problems.length > 0) return undefined;
  const { sha, seed, due } = written;
  const scripts = new Map([...roles].map(([role, { script }]) => [role, script]));
  return { script: { sha, seed, due, roles: scripts, extracts: new Map(extracts), organisations }, source };
}

/** In which roles of the demo organisations of this type file. */
function rolesOf(type: string, roles: ReadonlyMap<string, ReadRole>): ReadonlySet<string> {
  return new Set(
    [...roles].flatMap(([role, { script }]) => (script.template.files.includes(type) ? [role] : [])),
  );
}

function tellTwice(written: DemoDefinition, source: LocatedSource, problems: DefinitionProblem[]): void {
  const codes = [written.sha.code, ...written.organisations.map(({ code }) => code)];
  written.organisations.forEach(({ code }, at) => {
    if (codes.indexOf(code) > at) return;
    problems.push(source.problem(["organisations", at, "code"], `The code ${code} is used twice.`));
  });
}
