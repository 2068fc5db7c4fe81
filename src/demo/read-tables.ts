import type { Path } from "../template";

import type { RoleDefinition } from "./definition";
import type { Kinds } from "./kinds";
import { spelledOut, type SpelledOut } from "./spelled-out";

/** What is given for one cell of a table, and where that is said. */
export interface TableCell extends SpelledOut {
  readonly path: Path;
}

/** What organisations of a size fill in in tables that the definition gives line by line. */
export function tableCells({ tables = {} }: RoleDefinition, role: Path, kinds: Kinds): readonly TableCell[] {
  return Object.entries(tables).flatMap(([id, { columns, lines }]) =>
    Object.entries(lines).flatMap(([line, written]): TableCell[] => {
      const path = [...role, "tables", id, "lines", line];
      const own = Array.isArray(written) ? written : (kinds.own(written, path) ?? []);
      return own.flatMap((given, at) => {
        // An entry too many has no column, which is told of its key.
        const key = `${id}.${line}[${columns[at] ?? ""}]`;
        return given === null ? [] : spelledOut({ [key]: given }).map((one) => ({ ...one, path }));
      });
    }),
  );
}
