import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { Template, ValueBlock } from "./template";

/** A list whose rows are put in from other returns, and where that is written. */
export interface TakingList {
  readonly template: Template;
  readonly block: ValueBlock;
  readonly source: LocatedSource;
  readonly path: Path;
}

/** What a list takes from other returns has to be there, and to be of the kind that its column takes. */
export function checkListSources(
  lists: readonly TakingList[],
  templates: ReadonlyMap<string, Template>,
  roles: ReadonlySet<string>,
  problems: DefinitionProblem[],
): void {
  for (const { template, block, source, path } of lists) {
    if (!block.takes) continue;
    const { role, keys } = block.takes;
    const from = templates.get(role);
    // A role that is defined and was not built has been told of already.
    if (!from && roles.has(role)) continue;
    if (!from) {
      problems.push(source.problem([...path, "from", "role"], `There is no role ${role} in this year.`));
      continue;
    }
    for (const [column, key] of keys) {
      const there = from.fields.get(key);
      const own = [...template.fields.values()].find(
        (one) => one.block === block.id && one.column === column,
      );
      const at = [...path, "columns", column, "from"];
      if (!there) problems.push(source.problem(at, `There is no ${key} in the ${from.roleLabel} return.`));
      else if (own && own.type.kind !== there.type.kind)
        problems.push(source.problem(at, `${key} is of another type (${there.type.kind}) than this column.`));
    }
  }
}
