import type { FieldDraft } from "./blocks";
import { listColumn, Unresolved, type Known } from "./resolve";
import type { DefinitionProblem } from "./source";

/** The entries of which this one has to be one: a whole column of words of a list. */
export function amongOf(
  draft: FieldDraft,
  known: Known,
  problems: DefinitionProblem[],
): readonly string[] | null {
  const { names, type } = draft.properties;
  if (names === undefined) return null;
  const refuse = (message: string) => {
    problems.push(draft.source.problem([...draft.path, "names"], message));
    return null;
  };
  const [, id = "", column = ""] = /^([a-z][a-z0-9_]*)\[([a-z][a-z0-9_]*)\]$/.exec(names) ?? [];
  const block = known.blocks.get(id);
  if (block?.kind !== "list") return refuse(`There is no list column ${names} in this return.`);
  if (type !== "text") return refuse("Only a text can be one of a column's entries.");
  try {
    return listColumn(block, column, known);
  } catch (problem) {
    if (!(problem instanceof Unresolved)) throw problem;
    return refuse(problem.message);
  }
}
