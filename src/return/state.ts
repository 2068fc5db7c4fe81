import type { RawValue } from "../cells";
import { evaluate, type Area, type Read } from "../formula";
import { each, toEnd, type InTurn } from "../in-turn";
import {
  entryTests,
  isFigure,
  neededKeys,
  readKeys,
  type EntryFault,
  type Field,
  type FieldExpression,
  type FieldReference,
  type Rule,
  type RuleCase,
  type Template,
} from "../template";

/** What a rule makes of a return: a cell that it reads may hold nothing that can be read, and then it waits. */
export type RuleState = "holds" | "fails" | "does_not_apply" | "waits";

/** The entries of a return by key; null is blank. */
export type Entries = (key: string) => RawValue;

export interface RuleOutcome {
  readonly rule: Rule;
  readonly state: RuleState;
  /** One state for each case of the rule, in its order. */
  readonly cases: readonly RuleState[];
}

/** Lets a formula read entries as it would read cells. */
export function reading(entries: Entries): Read<FieldReference> {
  return (reference): Area => ({ rows: reference.keys.map((key) => [entries(key)]) });
}

/** Works out every rule; those that silence others first. */
export function ruleOutcomes(template: Template, entries: Entries): ReadonlyMap<string, RuleOutcome> {
  return toEnd(outcomesInTurn(template, entries));
}

/** The same in steps. */
export function outcomesInTurn(
  template: Template,
  entries: Entries,
): InTurn<ReadonlyMap<string, RuleOutcome>> {
  return outcomes(template, entries, () => null);
}

/**
 * The same once more where little has changed since `before`: only the cases of `touched` rules that it names by their places are worked
 * out anew, and those of rules that another one silences now, or no longer does.
 */
export function ruleOutcomesAgain(
  template: Template,
  entries: Entries,
  before: ReadonlyMap<string, RuleOutcome>,
  touched: ReadonlyMap<Rule, ReadonlySet<number>>,
): ReadonlyMap<string, RuleOutcome> {
  const silencing = ({ unless }: Rule) => unless.some((code) => before.get(code)?.state === "fails");
  const again = outcomes(template, entries, (rule, silenced) => {
    const known = before.get(rule.code);
    return known && silencing(rule) === silenced ? { known, anew: touched.get(rule) ?? NONE } : null;
  });
  return toEnd(again);
}

const NONE: ReadonlySet<number> = new Set();

/** What is still known of a rule, and which of its cases have to be worked out anew; null where all have. */
type StillKnown = (
  rule: Rule,
  silenced: boolean,
) => { readonly known: RuleOutcome; readonly anew: ReadonlySet<number> } | null;

function* outcomes(
  template: Template,
  entries: Entries,
  stillKnown: StillKnown,
): InTurn<ReadonlyMap<string, RuleOutcome>> {
  const byCode = new Map(template.rules.map((rule) => [rule.code, rule]));
  const done = new Map<string, RuleOutcome>();
  const workOut = (rule: Rule): RuleOutcome => {
    const already = done.get(rule.code);
    if (already) return already;
    const silenced = rule.unless.some((code) => {
      const other = byCode.get(code);
      return other !== undefined && workOut(other).state === "fails";
    });
    const still = stillKnown(rule, silenced);
    const outcome =
      still?.anew.size === 0 ? still.known : outcomeOf(rule, silenced, template, entries, still);
    done.set(rule.code, outcome);
    return outcome;
  };
  yield* each(template.rules, workOut);
  return new Map(template.rules.map((rule) => [rule.code, workOut(rule)]));
}

function outcomeOf(
  rule: Rule,
  silenced: boolean,
  template: Template,
  entries: Entries,
  still: ReturnType<StillKnown>,
): RuleOutcome {
  const cases = rule.cases.map((one, at) => {
    const known = still && !still.anew.has(at) ? still.known.cases[at] : undefined;
    return known ?? caseState(one, silenced, template, entries);
  });
  return { rule, state: together(cases), cases };
}

function caseState(one: RuleCase, silenced: boolean, template: Template, entries: Entries): RuleState {
  const read = reading(entries);
  if (one.row?.every((key) => entries(key) === null)) return "does_not_apply";
  if (one.when) {
    if (!answered(one.when, template, entries)) return "waits";
    const applies = evaluate(one.when, read);
    if (typeof applies !== "boolean") return "waits";
    if (!applies) return "does_not_apply";
  }
  if (silenced) return "does_not_apply";
  if (!answered(one.holds, template, entries)) return "waits";
  const holds = evaluate(one.holds, read);
  if (typeof holds !== "boolean") return "waits";
  return holds ? "holds" : "fails";
}

/** A rule's state over all its lines: one that fails outweighs one that waits, and so on. */
function together(cases: readonly RuleState[]): RuleState {
  const order: readonly RuleState[] = ["fails", "waits", "holds"];
  return order.find((state) => cases.includes(state)) ?? "does_not_apply";
}

/** True where every field that the formula needs holds an answer of its kind. */
function answered(expression: FieldExpression, template: Template, entries: Entries): boolean {
  for (const key of neededKeys(expression)) {
    const field = template.fields.get(key);
    if (!field) throw new Error(`answered: no field ${key}`);
    if (!isAnswer(field, entries)) return false;
  }
  return true;
}

function isAnswer(field: Field, entries: Entries): boolean {
  const value = entries(field.key);
  // A row of a list with nothing in it owes no answer.
  if (value === null && field.row?.every((key) => entries(key) === null)) return true;
  if (value === null) return field.source.kind === "entered" && field.source.answer === "zero";
  return typeof value === (isFigure(field) ? "number" : "string");
}

/** What is wrong with the entry in one field, if anything: the first of its tests that is true. */
export function entryFault(field: Field, entries: Entries): EntryFault | null {
  const { before, filled } = entryTests(field);
  const read = reading(entries);
  const tests = entries(field.key) === null ? before : [...before, ...filled];
  const fault = tests.find(({ test }) => evaluate(test, read) === true)?.fault ?? null;
  return fault === "blank" && isNothing(field, entries) ? null : fault;
}

/** True where the field's line is blank because its sheet has nothing to report. */
function isNothing({ nothing }: Field, entries: Entries): boolean {
  return (
    nothing !== null &&
    nothing.line.every((key) => entries(key) === null) &&
    evaluate(nothing.is, reading(entries)) === true
  );
}

/** A calculated field as its entries make it; null where none of them has been filled in. */
export function workedOut(field: Field, entries: Entries): RawValue {
  if (field.source.kind !== "calculated") throw new Error(`workedOut: ${field.key} is not calculated`);
  const { expanded } = field.source;
  const keys = [...readKeys(expanded)];
  if (keys.length > 0 && keys.every((key) => entries(key) === null)) return null;
  return evaluate(expanded, reading(entries));
}
