import type { Place } from "./blocks";
import type { TableDefinition } from "./definition";
import type { DefinitionProblem } from "./source";

/** Lines and columns that a table names in its own definition have to be there: a misspelt one would say nothing of any cell. */
export function checkTableNames(
  definition: TableDefinition,
  { source, path }: Place,
  problems: DefinitionProblem[],
): void {
  const check = (kind: "columns" | "lines", id: string, part: string, names: readonly string[]) => {
    const other = kind === "columns" ? "lines" : "columns";
    for (const name of names) {
      if (Object.hasOwn(definition[other], name)) continue;
      const what = other === "columns" ? "column" : "line";
      problems.push(
        source.problem([...path, kind, id, part, name], `There is no ${what} ${name} in this table.`),
      );
    }
  };
  for (const [id, line] of Object.entries(definition.lines)) {
    check("lines", id, "closed", line.closed ?? []);
    check("lines", id, "constant", Object.keys(line.constant ?? {}));
    check("lines", id, "is", typeof line.is === "object" ? Object.keys(line.is) : []);
  }
  for (const [id, column] of Object.entries(definition.columns)) {
    check("columns", id, "is", typeof column.is === "object" ? Object.keys(column.is) : []);
  }
}
