import { isCellError, type RawValue } from "../cells";
import { evaluate, textOf } from "../formula";
import {
  ENTRY_FAULTS,
  readKeys,
  type EntryFault,
  type Field,
  type StandingHole,
  type StandingKind,
} from "../template";

import type { Finding } from "./finding";
import { formulaNow } from "./kept-formula";
import { countedValue, foundValue, statusOf, type FoundField, type Return } from "./return";
import { standingFinding } from "./standing";
import { reading, workedOut, type Entries } from "./state";
import { shown } from "./words";
import type { Worked } from "./worked";

/** What is wrong with single entries and totals, in the order in which such faults are listed. `told` are keys told of already. */
export function entryFindings(
  found: Return,
  entries: Entries,
  told: ReadonlySet<string>,
  { faults, changedFormulas: changed }: Worked,
): readonly Finding[] {
  const blank = statusOf(found) === "blank";
  const findings: { readonly fault: EntryFault; readonly finding: Finding }[] = [];
  for (const field of found.template.fields.values()) {
    const there = found.fields.get(field.key);
    // What is not in the workbook was said to be lost; a formula that was never worked out shows nothing wrong.
    if (!there || told.has(field.key)) continue;
    if (there.value === null && there.formula !== null) continue;
    const fault = faults.get(field.key);
    if (fault === undefined || (blank && fault === "blank")) continue;
    if (fault === "typed_over" && there.formula !== null && isRightResult(found, field, there.value, entries))
      continue;
    const wrong = kindOf(fault, field, there);
    const kind = wrong === "wrong_total" && needsLost(field, found) ? "total_of_lost" : wrong;
    const finding = standingFinding(found, kind, factsOf(found, field, there, fault), field.key);
    findings.push({ fault, finding });
  }
  const inOrder = ENTRY_FAULTS.flatMap((fault) => findings.filter((one) => one.fault === fault));
  return [
    ...inOrder.map(({ finding }) => finding),
    ...totalsWithoutText(found, entries),
    ...changedFormulas(found, changed),
  ];
}

/** True where a total adds up what is no longer there; a row that was taken out of a list is none of it any more. */
function needsLost({ source }: Field, { fields, lost, template }: Return): boolean {
  if (source.kind !== "calculated") return false;
  return [...readKeys(source.expanded)].some(
    (key) => !fields.has(key) && (template.fields.get(key)?.row === null || lost.includes(key)),
  );
}

/** An entry that could be read all the same is said to be untidy; a total with a formula was not typed over. */
function kindOf(fault: EntryFault, field: Field, there: FoundField): StandingKind {
  if (fault === "typed_over") return there.formula === null ? fault : "wrong_total";
  if (there.counts === there.value || field.source.kind !== "entered") return fault;
  switch (field.type.kind) {
    case "money":
    case "count":
      return "figure_as_text";
    case "percent":
      return typeof there.value === "number" ? "percent_in_points" : "figure_as_text";
    case "date":
      return "date_as_text";
    case "choice":
      return "choice_varies";
    case "text":
    case "code":
      return fault;
  }
}

/**
 * Programs write the last of fifteen digits differently, so a result that is out by no more than that was only saved again;
 * and a total that is what its entries make is right, whatever the totals that it adds up show.
 */
function isRightResult(found: Return, field: Field, value: RawValue, entries: Entries): boolean {
  if (field.source.kind !== "calculated") return false;
  const shownAbove = evaluate(field.source.formula, reading(entries));
  const counted = workedOut(field, (key) => countedValue(found, key));
  return [shownAbove, workedOut(field, entries), counted].some((right) => isNearly(right, value));
}

function isNearly(right: RawValue, value: RawValue): boolean {
  if (typeof right !== "number" || typeof value !== "number") return right === value;
  return Math.abs(right - value) <= 1e-9 * Math.abs(right);
}

function factsOf(
  found: Return,
  field: Field,
  { value, counts }: FoundField,
  fault: EntryFault,
): Partial<Record<StandingHole, string>> {
  const { type, source } = field;
  const bound = (limit: number | null) => (limit === null ? "" : shown(limit, field));
  const facts = {
    label: field.label,
    found: fault === "too_long" ? String(typeof value === "string" ? value.length : 0) : quoted(value, field),
  };
  switch (source.kind) {
    case "entered":
      return {
        ...facts,
        right: shown(counts, field),
        least: bound(source.least),
        most: type.kind === "text" ? String(type.most) : bound(source.most),
        decimals: decimalsWanted(field),
        choices: type.kind === "choice" ? type.choices.join(", ") : "",
        expected: columnNamed(source.among, found),
        count: String(entriesIn(source.excludes ?? [], found)),
      };
    case "calculated":
      return { ...facts, right: shown(workedOut(field, (key) => countedValue(found, key)) ?? 0, field) };
    case "constant":
      return { ...facts, right: shown(source.value, field) };
    case "closed":
      return facts;
  }
}

function entriesIn(columns: readonly (readonly string[])[], found: Return): number {
  return columns.flat().filter((key) => foundValue(found, key) !== null).length;
}

/** "Deployment on the sheet Deployments": where the entries stand that this one has to be one of. */
function columnNamed(among: readonly string[] | null, { template }: Return): string {
  const first = template.fields.get(among?.[0] ?? "");
  if (!first) return "";
  const block = template.sheets.flatMap(({ blocks }) => blocks).find(({ id }) => id === first.block);
  const column = block?.kind === "list" ? block.columns.find(({ id }) => id === first.column) : undefined;
  return `${column?.label ?? ""} on the sheet ${first.sheet}`;
}

/** A percentage that was entered in points is quoted as the number it is. */
function quoted(value: RawValue, field: Field): string {
  if (field.type.kind === "percent" && field.source.kind === "entered" && typeof value === "number")
    return textOf(value);
  return isCellError(value) ? value.error : shown(value, field);
}

function decimalsWanted({ type }: Field): string {
  if (type.kind !== "count" || type.decimals === 0) return "only whole figures fit here";
  return type.decimals === 1 ? "one decimal is enough" : `${type.decimals} decimals are enough`;
}

/** Totals that are right by what the workbook can add up, and leave out a figure that stands there as text. */
function totalsWithoutText(found: Return, entries: Entries): readonly Finding[] {
  if ([...found.fields.values()].every(({ value, counts }) => value === counts)) return [];
  const findings: Finding[] = [];
  for (const [key, { value, formula }] of found.fields) {
    const field = found.template.fields.get(key);
    if (field?.source.kind !== "calculated" || formula === null || field.type.kind !== "money") continue;
    const counts = workedOut(field, (other) => countedValue(found, other));
    const leavesOut = typeof value === "number" && typeof counts === "number" && !isNearly(counts, value);
    if (!leavesOut || !isNearly(workedOut(field, entries), value)) continue;
    const facts = { label: field.label, found: shown(value, field), right: shown(counts, field) };
    findings.push(standingFinding(found, "total_without_text", facts, key));
  }
  return findings;
}

/** Totals with a formula of another meaning than the template's: right today perhaps, but not when an entry changes. */
function changedFormulas(found: Return, changed: ReadonlySet<string>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [key, there] of found.fields) {
    const field = found.template.fields.get(key);
    if (!changed.has(key) || field?.source.kind !== "calculated") continue;
    const facts = {
      label: field.label,
      found: `=${there.formula}`,
      expected: formulaNow(found, field.source.formula, there.place.sheet),
      right: shown(workedOut(field, (other) => countedValue(found, other)) ?? 0, field),
    };
    findings.push(standingFinding(found, "formula_changed", facts, key));
  }
  return findings;
}
