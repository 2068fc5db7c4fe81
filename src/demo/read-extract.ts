import type { DefinitionProblem, Path, Template, ValueBlock } from "../template";

import type { DemoSource } from "./common";
import type { ExtractDefinition } from "./definition";
import type { ExtractColumn, ExtractScript } from "./script";

/** An extract as its columns are understood; what no return has is a problem. */
export function readExtract(
  { list, where = {}, filled = [], columns, differs = [], more = [] }: ExtractDefinition,
  path: Path,
  templates: readonly Template[],
  source: DemoSource,
  problems: DefinitionProblem[],
): ExtractScript {
  const tell = (at: Path, message: string) => void problems.push(source.problem([...path, ...at], message));
  const lists = templates.flatMap((template) =>
    template.sheets
      .flatMap((sheet) => sheet.blocks)
      .filter((block): block is ValueBlock => block.kind === "list" && block.id === list),
  );
  if (lists.length === 0) tell(["list"], `There is no list ${list} in this year.`);
  const known = (column: string, at: Path) => {
    const isKnown = lists.every((block) => block.columns.some(({ id }) => id === column));
    if (!isKnown) tell(at, `There is no column ${column} in ${list}.`);
  };
  for (const column of Object.keys(where)) known(column, ["where", column]);
  filled.forEach((column, at) => {
    known(column, ["filled", at]);
  });
  const days = new Set(
    templates.flatMap((template) =>
      [...template.fields.values()].flatMap(({ block, column, type }) =>
        block === list && type.kind === "date" ? [column] : [],
      ),
    ),
  );
  const read = Object.entries(columns).map(([head, written]): readonly [string, ExtractColumn] => {
    const at = ["columns", head];
    if (typeof written === "string") {
      known(written, at);
      return [head, { kind: "column", of: written, day: days.has(written) }];
    }
    if ("organisation" in written) return [head, { kind: "organisation" }];
    if ("number_of" in written) return [head, { kind: "number" }];
    known(written.quarter_of, at);
    return [head, { kind: "quarter", of: written.quarter_of }];
  });
  const heads = new Set(Object.keys(columns));
  const headed = (row: Readonly<Record<string, unknown>>, at: Path) => {
    for (const head of Object.keys(row))
      if (!heads.has(head)) tell([...at, head], `There is no column ${head} in this extract.`);
  };
  more.forEach((row, at) => {
    headed(row, ["more", at]);
  });
  return {
    list,
    where: new Map(Object.entries(where)),
    filled,
    columns: new Map(read),
    differs: differs.map((one, at) => {
      headed(one.row, ["differs", at, "row"]);
      const holds = "holds" in one ? one.holds : null;
      headed(holds ?? {}, ["differs", at, "holds"]);
      return { row: one.row, holds, path: [...path, "differs", at] };
    }),
    more,
  };
}
