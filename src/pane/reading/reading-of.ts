import { foundText, statusOf, type Finding, type Return } from "../../return";
import type { PlanningYear } from "../../template";

import { comparisonsOf } from "./comparisons";
import { countsOf } from "./counts";
import { deadlinesOf } from "./deadlines";
import { groupsOf } from "./groups";
import { measuresOf, type SheetMeasure } from "./measure";
import type { Deadline, Reading, SheetReading, Standing } from "./reading";

/** Everything that the pane shows of a return. `sheetNames` are those of the workbook, in their order; `others` are of another return. */
export function readingOf(
  found: Return,
  findings: readonly Finding[],
  year: PlanningYear,
  sheetNames: readonly string[],
  others: readonly string[] = [],
): Reading {
  const { template } = found;
  const organisation = [template.identity.code, template.identity.name]
    .flatMap((key) => foundText(found, key) ?? [])
    .join(" ");
  const measures = measuresOf(found);
  return {
    title: `${template.title} ${template.yearLabel}`,
    role: template.roleLabel,
    organisation: organisation === "" ? null : organisation,
    standing: standingOf(found),
    sheets: template.sheets.map(({ name }) => sheetOf(name, measures.get(name), findings, sheetNames)),
    counts: countsOf(findings),
    groups: groupsOf(found, findings, sheetNames),
    deadlines: deadlines(year, found),
    comparisons: comparisonsOf(found),
    others,
  };
}

function sheetOf(
  drawn: string,
  measured: SheetMeasure | undefined,
  findings: readonly Finding[],
  sheetNames: readonly string[],
): SheetReading {
  const name = measured?.name ?? drawn;
  const counts = countsOf(findings.filter(({ sheet }) => sheet === name));
  // A sheet without entries, such as the list of checks, is found by its name; its column A is hidden.
  const top = sheetNames.includes(name) ? { sheet: name, cell: "B1" } : null;
  return { name, measure: measured?.measure ?? { kind: "no_entries" }, counts, go: measured?.go ?? top };
}

function standingOf(found: Return): Standing {
  const { template, fields } = found;
  const { status } = template.identity;
  return {
    kind: statusOf(found),
    final: template.states.final,
    place: fields.get(status)?.place ?? null,
    label: template.fields.get(status)?.label ?? "",
  };
}

const known = new WeakMap<PlanningYear, readonly Deadline[]>();

/** Nothing in a workbook changes them. */
function deadlines(year: PlanningYear, { template }: Return): readonly Deadline[] {
  const before = known.get(year);
  if (before) return before;
  const now = deadlinesOf(year, year.templates.get(template.role) ?? template);
  known.set(year, now);
  return now;
}
