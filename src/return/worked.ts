import { each, part, toEnd, type InTurn } from "../in-turn";
import { entryTests, readKeys, type EntryFault, type Field, type Rule, type Template } from "../template";

import { fieldsByCell, keepsFormula } from "./kept-formula";
import { foundValue, type Return } from "./return";
import { entryFault, outcomesInTurn, ruleOutcomesAgain, type RuleOutcome } from "./state";

/** What was worked out of a return: the costly part of checking it. */
export interface Worked {
  readonly outcomes: ReadonlyMap<string, RuleOutcome>;
  /** Key of a field that is there → the first thing that its entry has wrong with it. */
  readonly faults: ReadonlyMap<string, EntryFault>;
  /** Keys of totals whose formula in the workbook is not the template's. */
  readonly changedFormulas: ReadonlySet<string>;
}

/** Works everything out. */
export function worked(found: Return): Worked {
  return toEnd(workedInTurn(found));
}

/** The same in steps. */
export function* workedInTurn(found: Return): InTurn<Worked> {
  const entries = (key: string) => foundValue(found, key);
  const { template, fields } = found;
  const faults = new Map<string, EntryFault>();
  const test = (field: Field) => {
    const fault = fields.has(field.key) ? entryFault(field, entries) : null;
    if (fault !== null) faults.set(field.key, fault);
  };
  // About as long as each takes.
  yield* part(each(template.fields.values(), test), 0, 0.6);
  const outcomes = yield* part(outcomesInTurn(template, entries), 0.6, 0.8);
  return { outcomes, faults, changedFormulas: yield* part(changedFormulas(found), 0.8, 1) };
}

/** The same after the values under these keys have changed, and nothing else of the return: only what reads them is worked out anew. */
export function workedAgain(found: Return, before: Worked, changed: ReadonlySet<string>): Worked {
  const entries = (key: string) => foundValue(found, key);
  const { template, fields } = found;
  const { rules, tested } = readers(template);
  const touched = new Map<Rule, Set<number>>();
  const again = new Set<Field>();
  for (const key of changed) {
    for (const { rule, at } of rules.get(key) ?? []) {
      const cases = touched.get(rule) ?? new Set<number>();
      touched.set(rule, cases.add(at));
    }
    for (const field of tested.get(key) ?? []) again.add(field);
  }
  const faults = new Map(before.faults);
  for (const field of again) {
    const fault = fields.has(field.key) ? entryFault(field, entries) : null;
    if (fault === null) faults.delete(field.key);
    else faults.set(field.key, fault);
  }
  return {
    outcomes: ruleOutcomesAgain(template, entries, before.outcomes, touched),
    faults,
    changedFormulas: before.changedFormulas,
  };
}

function* changedFormulas(found: Return): InTurn<ReadonlySet<string>> {
  const byCell = fieldsByCell(found);
  const changed = new Set<string>();
  yield* each(found.fields, ([key, there]) => {
    const source = found.template.fields.get(key)?.source;
    if (source?.kind !== "calculated" || there.formula === null) return;
    if (!keepsFormula(found, there, source.formula, byCell)) changed.add(key);
  });
  return changed;
}

/** What of a template reads each key. */
interface Readers {
  readonly rules: ReadonlyMap<string, readonly { readonly rule: Rule; readonly at: number }[]>;
  /** Fields whose tests read it. */
  readonly tested: ReadonlyMap<string, readonly Field[]>;
}

const known = new WeakMap<Template, Readers>();

function readers(template: Template): Readers {
  const before = known.get(template);
  if (before) return before;
  const rules = new Map<string, { readonly rule: Rule; readonly at: number }[]>();
  for (const rule of template.rules) {
    rule.cases.forEach((one, at) => {
      const keys = new Set([
        ...(one.row ?? []),
        ...(one.when ? withRows(readKeys(one.when), template) : []),
        ...withRows(readKeys(one.holds), template),
      ]);
      for (const key of keys) added(rules, key, { rule, at });
    });
  }
  const tested = new Map<string, Field[]>();
  for (const field of template.fields.values()) {
    const { before: first, filled } = entryTests(field);
    const keys = new Set([
      field.key,
      ...[...first, ...filled].flatMap(({ test }) => [...readKeys(test)]),
      ...(field.nothing ? [...readKeys(field.nothing.is), ...field.nothing.line] : []),
    ]);
    for (const key of keys) added(tested, key, field);
  }
  const now = { rules, tested };
  known.set(template, now);
  return now;
}

/** Whether a row of a list owes an answer is seen from everything that is entered in it. */
function withRows(keys: ReadonlySet<string>, template: Template): readonly string[] {
  return [...keys].flatMap((key) => [key, ...(template.fields.get(key)?.row ?? [])]);
}

function added<T>(to: Map<string, T[]>, key: string, one: T): void {
  const there = to.get(key);
  if (there) there.push(one);
  else to.set(key, [one]);
}
