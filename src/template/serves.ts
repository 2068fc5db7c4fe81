import * as v from "valibot";

import type { DefinitionProblem, LocatedSource, Path } from "./source";

/** Every obligation that a definition says it serves has to be one of the year's. */
export function checkServes(
  source: LocatedSource,
  obligations: ReadonlyMap<string, unknown>,
  problems: DefinitionProblem[],
): void {
  for (const { id, path } of servesIn(source.as(v.unknown(), problems), [])) {
    if (obligations.has(id)) continue;
    problems.push(source.problem(path, `There is no obligation ${id} in this year.`));
  }
}

interface Serving {
  readonly id: string;
  readonly path: Path;
}

/** Each id in a `serves:` of the definition, with where it stands; what is said by role among them. */
function servesIn(part: unknown, path: Path): readonly Serving[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    const at: Path = [...path, Array.isArray(part) ? Number(name) : name];
    // A field may be called so too; what serves is a list of texts, or one for each role.
    const lists = name === "serves" ? idLists(value as unknown, at) : [];
    return lists.length > 0 ? lists : servesIn(value, at);
  });
}

function idLists(value: unknown, path: Path): readonly Serving[] {
  if (Array.isArray(value))
    return value.flatMap((id: unknown, at) => (typeof id === "string" ? [{ id, path: [...path, at] }] : []));
  const byRole = v.safeParse(v.looseObject({ by_role: v.record(v.string(), v.unknown()) }), value);
  if (!byRole.success) return [];
  return Object.entries(byRole.output.by_role).flatMap(([role, ids]) =>
    idLists(ids, [...path, "by_role", role]),
  );
}
