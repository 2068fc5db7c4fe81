import type { RawValue } from "../cells";
import { evaluate } from "../formula";
import {
  ENTRY_FAULTS,
  asksForEntry,
  type EntryFault,
  type Field,
  type RuleCase,
  type Rule,
  type StandingHole,
  type StandingKind,
} from "../template";

import { byLevel, type Finding } from "./finding";
import { identityFindings, type Circumstances } from "./identity";
import { foundValue, statusOf, type Return } from "./return";
import { reasonFor, standingFinding } from "./standing";
import { entryFault, reading, ruleOutcomes, workedOut, type Entries } from "./state";
import { said, shown } from "./words";

/** Everything that there is to say about a return, the gravest first. */
export function findingsOf(found: Return, circumstances: Circumstances): readonly Finding[] {
  const entries: Entries = (key) => foundValue(found, key);
  return byLevel([
    ...wholeReturn(found),
    ...identityFindings(found, circumstances),
    ...lostAndDoubled(found),
    ...entryFindings(found, entries),
    ...ruleFindings(found, entries),
  ]);
}

function wholeReturn(found: Return): readonly Finding[] {
  return statusOf(found) === "blank" ? [standingFinding(found, "nothing_entered", {}, null)] : [];
}

function lostAndDoubled(found: Return): readonly Finding[] {
  const lost = found.lost.map((key) =>
    standingFinding(found, "lost_entry", { label: found.template.fields.get(key)?.label ?? key }, key),
  );
  const doubled = found.doubled.map(({ label, first, again }): Finding => {
    const places = again.map(({ sheet, cell }) => `${sheet}, row ${cell.replace(/\D/g, "")}`).join("; ");
    const finding = standingFinding(found, "found_twice", { label, found: places }, null);
    return { ...finding, sheet: first.sheet, cells: [first.cell], labels: [label] };
  });
  return [...lost, ...doubled];
}

function entryFindings(found: Return, entries: Entries): readonly Finding[] {
  const blank = statusOf(found) === "blank";
  const findings: Finding[] = [];
  for (const field of found.template.fields.values()) {
    const there = found.fields.get(field.key);
    // What is not in the workbook was said to be lost; a formula that was never worked out shows nothing wrong.
    if (!there || (field.source.kind === "calculated" && there.formula !== null && there.value === null))
      continue;
    const fault = entryFault(field, entries);
    if (fault === null || (blank && fault === "blank")) continue;
    if (fault === "typed_over" && there.formula !== null && isRightResult(field, there.value, entries))
      continue;
    const kind: StandingKind = fault === "typed_over" && there.formula !== null ? "wrong_total" : fault;
    findings.push(standingFinding(found, kind, factsOf(field, there.value, fault, entries), field.key));
  }
  return findings.sort((a, b) => orderOf(found, a) - orderOf(found, b));
}

/**
 * Programs write the last of fifteen digits differently, so a result that is out by no more than that was only saved again;
 * and a total that is what its entries make is right, whatever the totals that it adds up show.
 */
function isRightResult(field: Field, value: RawValue, entries: Entries): boolean {
  if (field.source.kind !== "calculated") return false;
  const shownAbove = evaluate(field.source.formula, reading(entries));
  return [shownAbove, workedOut(field, entries)].some(
    (right) =>
      right === value ||
      (typeof right === "number" &&
        typeof value === "number" &&
        Math.abs(right - value) <= 1e-9 * Math.abs(right)),
  );
}

function orderOf(found: Return, finding: Finding): number {
  return ENTRY_FAULTS.findIndex((fault) => found.template.standing.get(fault)?.code === finding.code);
}

function factsOf(
  field: Field,
  value: RawValue,
  fault: EntryFault,
  entries: Entries,
): Partial<Record<StandingHole, string>> {
  const { type, source } = field;
  const bound = (limit: number | null) => (limit === null ? "" : shown(limit, field));
  const facts = {
    label: field.label,
    found: fault === "too_long" ? String(typeof value === "string" ? value.length : 0) : shown(value, field),
  };
  switch (source.kind) {
    case "entered":
      return {
        ...facts,
        least: bound(source.least),
        most: type.kind === "text" ? String(type.most) : bound(source.most),
        decimals: decimalsWanted(field),
        choices: type.kind === "choice" ? type.choices.join(", ") : "",
      };
    case "calculated":
      return { ...facts, right: shown(workedOut(field, entries) ?? 0, field) };
    case "constant":
      return { ...facts, right: shown(source.value, field) };
    case "closed":
      return facts;
  }
}

function decimalsWanted({ type }: Field): string {
  if (type.kind !== "count" || type.decimals === 0) return "only whole figures fit here";
  return type.decimals === 1 ? "one decimal is enough" : `${type.decimals} decimals are enough`;
}

function ruleFindings(found: Return, entries: Entries): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, cases } of ruleOutcomes(found.template, entries).values()) {
    cases.forEach((state, at) => {
      const one = rule.cases[at];
      if (state === "fails" && one) findings.push(ruleFinding(found, rule, one, entries));
    });
  }
  return findings;
}

function ruleFinding(found: Return, rule: Rule, one: RuleCase, entries: Entries): Finding {
  const blank = one.at.filter((key) => !asksForEntry(one, key) || entries(key) === null);
  const at = blank.length > 0 ? blank : one.at;
  const places = at.flatMap((key) => found.fields.get(key)?.place ?? []);
  const sheet = places[0]?.sheet ?? rule.sheet;
  const there = at.filter((key) => found.fields.get(key)?.place.sheet === sheet);
  return {
    code: rule.code,
    level: rule.level,
    title: rule.title,
    sheet,
    cells: there.flatMap((key) => found.fields.get(key)?.place.cell ?? []),
    labels: there.flatMap((key) => found.template.fields.get(key)?.label ?? []),
    message: said(one.says, entries),
    fix: rule.fix,
    source: rule.source,
    reason: rule.level === "explain" ? reasonFor(found, rule.code) : null,
  };
}
