import { checkAmounts, tableIn, type Side } from "./beside-amounts";
import type { PlanningYear } from "./planning-year";
import type { DefinitionProblem, Path } from "./source";
import { besideOf, type BesideDraft } from "./summary-beside";
import type { BesideDefinition } from "./summary-beside-shape";
import { fieldKey, type Template } from "./template";

/** A planning year as it was read alone, and what of it another year has to make whole. */
export interface YearRead {
  readonly year: PlanningYear;
  readonly beside: BesideDraft | null;
}

export type YearsResult =
  | { readonly kind: "years"; readonly years: ReadonlyMap<string, PlanningYear> }
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/** Years by their names, each with the year that its summary sets beside it. What the other year does not have is refused by file and line. */
export function linkedYears(read: readonly YearRead[]): YearsResult {
  const known = new Map(read.map(({ year }) => [year.id, year]));
  const problems: DefinitionProblem[] = [];
  const years = new Map(known);
  for (const { year, beside } of read) {
    if (!beside || !year.summary) continue;
    const earlier = known.get(beside.written.year);
    checkLink(beside, year, earlier, problems);
    if (earlier)
      years.set(year.id, {
        ...year,
        summary: { ...year.summary, beside: besideOf(beside, earlier.label) },
      });
  }
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "years", years };
}

function checkLink(
  { written, source }: BesideDraft,
  year: PlanningYear,
  earlier: PlanningYear | undefined,
  problems: DefinitionProblem[],
): void {
  const refuse = (path: Path, message: string) => problems.push(source.problem(["beside", ...path], message));
  if (!earlier) {
    refuse(
      ["year"],
      `The planning year ${written.year} is not among the definitions. Put its folder beside this one, or take “beside” away.`,
    );
    return;
  }
  if (earlier === year) {
    refuse(["year"], "A year can't be set beside itself.");
    return;
  }
  const those = Object.keys(written.roles).flatMap((role) => {
    const template = earlier.templates.get(role);
    if (!template) refuse(["roles", role], `There is no role ${role} in ${earlier.label}.`);
    return template ? [template] : [];
  });
  const has = (role: string, line: string) => {
    const template = year.templates.get(role);
    return template !== undefined && hasLine(template, written.table, line);
  };
  const before = problems.length;
  checkAmounts(written, "earlier", those, refuse, has);
  if (problems.length > before) return;
  for (const then of those) {
    const now = year.templates.get(then.role);
    if (now) checkAlike(written, then, now, refuse);
  }
}

/** A figure is closed in both years or in none, and of the same type. */
function checkAlike(
  written: BesideDefinition,
  then: Template,
  now: Template,
  refuse: (path: Path, message: string) => void,
): void {
  for (const line of written.lines) {
    if (!hasLine(now, written.table, line)) continue;
    for (const [id, of] of Object.entries(written.columns)) {
      const [before, after] = [kindOf(then, written, line, of.earlier), kindOf(now, written, line, of.now)];
      const side: Side = "earlier";
      if (before !== after)
        refuse(
          ["columns", id, side],
          `In the line ${line} of the ${then.roleLabel} return, ${of.earlier} of ${then.yearLabel} is ${before} and ${of.now} of ${now.yearLabel} is ${after}.`,
        );
    }
  }
}

function hasLine(template: Template, table: string, line: string): boolean {
  return tableIn(template, table)?.lines.some(({ id }) => id === line) ?? false;
}

function kindOf(template: Template, { table }: BesideDefinition, line: string, column: string): string {
  const field = template.fields.get(fieldKey({ kind: "table", id: table }, line, column));
  if (!field || field.source.kind === "closed") return "closed";
  return `of type ${field.type.kind}`;
}
