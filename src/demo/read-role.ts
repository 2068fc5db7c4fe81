import type { DefinitionProblem, Path, Template } from "../template";

import type { DemoSource } from "./common";
import type { RoleDefinition } from "./definition";
import { Kinds } from "./kinds";
import { COMMUNITY, PEOPLE } from "./people";
import { readSize, type ReadSize } from "./read-size";
import type { RoleScript } from "./script";

/** What everyone does in a role, and what is known for reading what one organisation does. */
export interface ReadRole {
  readonly script: RoleScript;
  readonly written: RoleDefinition;
  /** What is drawn for every organisation. */
  readonly draws: ReadonlySet<string>;
  readonly sizes: ReadonlyMap<string, ReadSize>;
}

/** What is said of everyone who files in a role, read once for each size of organisation. */
export function readRole(
  written: RoleDefinition,
  path: Path,
  of: {
    readonly source: DemoSource;
    readonly problems: DefinitionProblem[];
    readonly template: Template;
  },
): ReadRole {
  const draws = new Set(namesOfDraws(written));
  const { source, problems, template } = of;
  for (const [kind, sizes] of Object.entries(written.kinds ?? {}))
    sizes.forEach((size, at) => {
      if (Object.hasOwn(written.sizes, size)) return;
      problems.push(source.problem([...path, "kinds", kind, at], `There is no size ${size} in this role.`));
    });
  const sizes = Object.keys(written.sizes).map((size): readonly [string, ReadSize] => [
    size,
    readSize(written, path, new Kinds(written, size, source, problems), {
      ...of,
      drawn: new Set([...PEOPLE, COMMUNITY, ...draws]),
    }),
  ]);
  const script: RoleScript = { template, arrives: written.arrives };
  return { script, written, draws, sizes: new Map(sizes) };
}

/** Draws that every organisation has, whatever its size. */
function namesOfDraws({ draws, sizes }: RoleDefinition): readonly string[] {
  const [first = {}, ...others] = Object.values(sizes);
  const everywhere = Object.keys(first).filter((name) => others.every((size) => Object.hasOwn(size, name)));
  return [...Object.keys(draws), ...everywhere];
}
