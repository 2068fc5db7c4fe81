import { checkAmounts } from "./beside-amounts";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { BesideDefinition } from "./summary-beside-shape";
import type { SummaryBeside } from "./summary-template";
import type { Template } from "./template";

/** What is set beside a year as far as the year alone can say; the other year has to be there to make it whole. */
export interface BesideDraft {
  readonly written: BesideDefinition;
  readonly source: LocatedSource;
}

interface Reading {
  readonly source: LocatedSource;
  readonly templates: ReadonlyMap<string, Template>;
  readonly names: Set<string>;
  readonly problems: DefinitionProblem[];
}

/** Reads what a year says of the year before it; every role, line and column of its own has to exist. */
export function readBeside(
  written: BesideDefinition,
  { source, templates, names, problems }: Reading,
): BesideDraft {
  const refuse = (path: Path, message: string) => problems.push(source.problem(["beside", ...path], message));
  for (const [path, name] of [
    [["sheet"], written.sheet],
    [["by_line", "sheet"], written.by_line.sheet],
  ] as const) {
    if (names.has(name.toLowerCase())) refuse(path, `The summary has a sheet ${name} already.`);
    names.add(name.toLowerCase());
  }
  const those = Object.keys(written.roles).flatMap((role) => {
    const template = templates.get(role);
    if (!template) refuse(["roles", role], `There is no role ${role} in this year.`);
    return template ? [template] : [];
  });
  if (Object.keys(written.roles).length === 0) refuse(["roles"], "One role at least is wanted here.");
  if (Object.keys(written.columns).length === 0) refuse(["columns"], "One column at least is wanted here.");
  const { column } = written.marked;
  if (!(column in written.columns)) refuse(["marked", "column"], `There is no column ${column} above.`);
  written.organisations.forEach((line, at) => {
    if (!written.lines.includes(line)) refuse(["organisations", at], `The line ${line} is not among lines.`);
  });
  for (const part of ["lines", "organisations"] as const)
    written[part].forEach((line, at) => {
      if (written[part].indexOf(line) < at) refuse([part, at], `The line ${line} stands here twice.`);
    });
  checkAmounts(written, "now", those, refuse);
  return { written, source };
}

/** The same with what the other year is called. */
export function besideOf({ written }: BesideDraft, yearLabel: string): SummaryBeside {
  const { year, sheet, intro = null, by_line: byLine, heads, roles, table, columns, lines } = written;
  const { organisations, marked, states } = written;
  return {
    year,
    yearLabel,
    sheet,
    intro,
    byLine: { sheet: byLine.sheet, intro: byLine.intro ?? null },
    heads,
    roles: new Map(Object.entries(roles)),
    table,
    columns: Object.entries(columns).map(([id, of]) => ({ id, ...of })),
    lines,
    organisations,
    marked,
    states,
  };
}
