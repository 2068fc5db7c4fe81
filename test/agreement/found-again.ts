import type { RawValue, WorkbookCells } from "../../src/cells";
import { entryFault, findReturn, findingsOf, statusOf, workedOut, type Return } from "../../src/return";
import type { EntryFault, Field, PlanningYear, StandingKind } from "../../src/template";

import type { Sample } from "./samples";

/** Everything in which the return that is found in a workbook is another than the one that was put in, in words. */
export function changedReturn(
  sample: Sample,
  workbook: WorkbookCells,
  year: PlanningYear,
): readonly string[] {
  const result = findReturn(workbook, new Map([[year.id, year]]));
  if (result.kind === "refused") return [result.message];
  const { found } = result;
  const lost = found.lost.map((key) => `${key} is lost`);
  const more = [...found.fields.keys()].filter((key) => !sample.template.fields.has(key));
  const wrong = [...sample.template.fields.values()].flatMap((field) => wrongValue(sample, field, found));
  const saidNow = new Set(
    findingsOf(found, { register: null, fileName: null, day: null }).map(({ code }) => code),
  );
  const expected = expectedCodes(sample, found);
  return [
    ...lost,
    ...more.map((key) => `${key} was never there`),
    ...wrong,
    ...[...saidNow].filter((code) => !expected.has(code)).map((code) => `${code} is said`),
    ...[...expected].filter((code) => !saidNow.has(code)).map((code) => `${code} is not said`),
  ];
}

function wrongValue({ entries }: Sample, { key, source }: Field, { fields }: Return): readonly string[] {
  const there = fields.get(key);
  const wanted = entries.get(key) ?? null;
  if (wanted === null && source.kind !== "entered") return [];
  const same =
    JSON.stringify(there?.value ?? null) === JSON.stringify(wanted) ||
    isSavedAs(wanted, there?.value ?? null);
  return same ? [] : [`${key} is ${JSON.stringify(there?.value)}, not ${JSON.stringify(wanted)}`];
}

/** A program writes a figure with fifteen digits, and one far from 0 is then the same figure still. */
function isSavedAs(entered: RawValue, saved: RawValue): boolean {
  return typeof entered === "number" && near(entered, saved);
}

/** Texts of the random returns that are surely meant for a figure; k is no unit of a count. */
const FIGURES: ReadonlyMap<unknown, number> = new Map([
  ["–", 0],
  ["1,250", 1_250],
  ["(300)", -300],
  ["12 k", 12],
]);
const ANSWER = "Yes ";

/** The figure that an entry is surely meant for, where it is none. */
function meantFigure(field: Field | undefined, entry: RawValue): number | undefined {
  const kind = field?.source.kind === "entered" ? field.type.kind : null;
  return kind === "money" || (kind === "count" && entry !== "12 k") ? FIGURES.get(entry) : undefined;
}

/** What is said of an entry that is not as it should be: what is surely meant for something is told in other words. */
function saidOf(fault: EntryFault, field: Field, entry: RawValue): StandingKind {
  if (fault === "not_a_number" && meantFigure(field, entry) !== undefined) return "figure_as_text";
  // More than the whole, and no more than a hundred, is surely meant in points.
  if (fault === "above_most" && field.type.kind === "percent" && Number(entry) <= 100)
    return "percent_in_points";
  return fault === "not_in_list" && entry === ANSWER ? "choice_varies" : fault;
}

/** Whether a total shows what its cells make, and leaves out a figure that stands there as text. */
function leavesOutText(field: Field, { template, entries, cells }: Sample): boolean {
  if (field.source.kind !== "calculated" || entries.has(field.key)) return false;
  const shown = cells(field.key);
  const right = workedOut(field, (key) => meantFigure(template.fields.get(key), cells(key)) ?? cells(key));
  return (
    typeof shown === "number" &&
    typeof right === "number" &&
    near(shown, workedOut(field, cells)) &&
    !near(shown, right)
  );
}

/** Equal but for the last of fifteen digits, which programs write differently. */
function near(a: number, b: RawValue): boolean {
  return typeof b === "number" && Math.abs(a - b) <= 1e-9 * Math.abs(a);
}

/** Codes of everything that is wrong with the entries, worked out without the workbook. */
function expectedCodes(sample: Sample, found: Return): ReadonlySet<string> {
  const { template, entries, cells, states } = sample;
  const blank = statusOf(found) === "blank";
  const faults = [...template.fields.values()].flatMap((field) => {
    const fault = entryFault(field, cells);
    if (fault === null || (blank && fault === "blank")) return [];
    const kind = saidOf(fault, field, entries.get(field.key) ?? null);
    return [template.standing.get(kind)!.code];
  });
  const rules = [...states].filter(([, state]) => state === "fails").map(([code]) => code);
  const whole: StandingKind[] = blank ? ["nothing_entered"] : [];
  if ([...template.fields.values()].some((field) => leavesOutText(field, sample)))
    whole.push("total_without_text");
  return new Set([...faults, ...rules, ...whole.map((kind) => template.standing.get(kind)!.code)]);
}
