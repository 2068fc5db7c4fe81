import { readYaml } from "../template";
import type { DefinitionFile, DefinitionProblem, PlanningYear } from "../template";

import { readCommon, withCommon, type DemoSource } from "./common";
import { demoDefinition, type DemoDefinition } from "./definition";
import { readOrganisation } from "./organisation";
import { tellOddPairs } from "./pairs";
import { readExtract } from "./read-extract";
import { readRole, type ReadRole } from "./read-role";
import type { Script } from "./script";

/** A demo's definition and where it stands in its file, so that what turns out wrong later can be told by line too. */
export interface ReadDemo {
  readonly script: Script;
  readonly source: DemoSource;
}

/**
 * Reads the definition of a demo, with what it has in common with those of other years; undefined where anything in it is wrong,
 * which is told by line.
 */
export function readDemo(
  file: DefinitionFile,
  commonFile: DefinitionFile | null,
  year: PlanningYear,
  problems: DefinitionProblem[],
): ReadDemo | undefined {
  const own = readYaml(file, problems);
  const ownWritten = own?.as(demoDefinition, problems);
  const common = commonFile && readCommon(commonFile, problems);
  if (!own || !ownWritten || common === undefined) return undefined;
  const read = withCommon(ownWritten, own, common, problems);
  if (!read) return undefined;
  const { written, source } = read;
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
  const templateOf = (role: string) => roles.get(role)?.script.template;
  for (const [list, between] of Object.entries(written.between ?? {}))
    tellOddPairs(list, between, { templateOf, filing, source, problems });
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

function tellTwice(written: DemoDefinition, source: DemoSource, problems: DefinitionProblem[]): void {
  const codes = [written.sha.code, ...written.organisations.map(({ code }) => code)];
  written.organisations.forEach(({ code }, at) => {
    if (codes.indexOf(code) > at) return;
    problems.push(source.problem(["organisations", at, "code"], `The code ${code} is used twice.`));
  });
}
