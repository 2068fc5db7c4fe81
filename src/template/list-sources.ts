import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { Template, ValueBlock } from "./template";

/** A list whose rows are put in from other returns, and where that is written. */
export interface TakingList {
  readonly template: Template;
  readonly block: ValueBlock;
  readonly source: LocatedSource;
  readonly path: Path;
}

/** What a list takes from other returns, or is held against, has to be there and to be of the kind that its column takes. */
export function checkListSources(
  lists: readonly TakingList[],
  templates: ReadonlyMap<string, Template>,
  roles: ReadonlySet<string>,
  problems: DefinitionProblem[],
): void {
  for (const { template, block, source, path } of lists) {
    if (!block.takes) continue;
    const { role, keys, agrees, vouches } = block.takes;
    const from = templates.get(role);
    // A role that is defined and was not built has been told of already.
    if (!from && roles.has(role)) continue;
    if (!from) {
      problems.push(source.problem([...path, "from", "role"], `There is no role ${role} in this year.`));
      continue;
    }
    const own = (column: string) =>
      [...template.fields.values()].find((one) => one.block === block.id && one.column === column);
    for (const [part, taken] of [["from", keys] as const, ["agrees_with", agrees] as const]) {
      for (const [column, key] of taken) {
        const there = from.fields.get(key);
        const field = own(column);
        const at = [...path, "columns", column, part];
        if (!there) problems.push(source.problem(at, `There is no ${key} in the ${from.roleLabel} return.`));
        else if (field && field.type.kind !== there.type.kind)
          problems.push(
            source.problem(at, `${key} is of another type (${there.type.kind}) than this column.`),
          );
      }
    }
    for (const column of agrees.keys())
      if (keys.has(column)) {
        const message = "What is put in from a key is held against it already: leave one of the two.";
        problems.push(source.problem([...path, "columns", column, "agrees_with"], message));
      }
    for (const [column, answers] of vouches) {
      const type = own(column)?.type;
      const choices = type?.kind === "choice" ? type.choices : [];
      for (const answer of answers)
        if (!choices.includes(answer))
          problems.push(
            source.problem(
              [...path, "columns", column, "vouches"],
              `“${answer}” is not among the choices of this column.`,
            ),
          );
    }
  }
}
