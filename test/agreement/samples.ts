import type { RawValue } from "../../src/cells";
import { evaluate } from "../../src/formula";
import { layoutTemplate, planTemplate, type Layout, type Plan } from "../../src/layout";
import { ruleOutcomes, type Entries, type RuleState } from "../../src/return";
import {
  neededKeys,
  readKeys,
  rowNumber,
  widened,
  type FieldExpression,
  type Rule,
  type Template,
} from "../../src/template";
import type { WantedState } from "../support/nudged-returns";

/** A random return, the template that it is drawn with, and what the engine makes of its rules. */
export interface Sample {
  readonly template: Template;
  readonly plan: Plan;
  readonly entries: ReadonlyMap<string, RawValue>;
  /** What the workbook will hold under every key. */
  readonly cells: Entries;
  readonly states: ReadonlyMap<string, RuleState>;
  /** The states of each rule's cases, one for each line that it stands for. */
  readonly cases: ReadonlyMap<string, readonly RuleState[]>;
}

export interface Samples {
  readonly chosen: readonly Sample[];
  /** How often a rule is in a state, by "TF01 holds": a line is counted by itself, but few lines of one return. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A rule that asks for "at least", and the figure that is 0 where it just holds. */
export interface Edge {
  readonly rule: string;
  readonly difference: string;
}

export interface Wanted {
  /** How often a rule is to be in each state that it can have. */
  readonly least: number;
  /** So many returns are taken as they come, and beyond them only those that bring states that are still wanted. */
  readonly asTheyCome: number;
  /** Of so many returns, the one that brings most of the states that are still wanted is taken. */
  readonly batch?: number;
  /** No more returns than these are taken, even if a state is still wanted. */
  readonly most?: number;
  /** Rules that are to just hold, as often as they are to hold. */
  readonly edges: readonly Edge[];
}

/** Gives another return; it may look at the states that are still wanted, or leave them to chance. */
export type NextReturn = (wanted: readonly WantedState[]) => ReadonlyMap<string, RawValue>;

const BATCH = 16;
const MOST_BATCHES = 400;

/** These returns, and enough random ones for every rule to reach each of its states often enough, and few more. */
export function samplesOf(
  template: Template,
  always: readonly ReadonlyMap<string, RawValue>[],
  next: NextReturn,
  { least, asTheyCome, edges, batch: size = BATCH, most = Infinity }: Wanted,
): Samples {
  const counts = new Map<string, number>();
  const names = (sample: Sample) => [
    ...[...sample.cases].flatMap(([code, cases]) => counted(cases).map((state) => `${code} ${state}`)),
    ...edges.flatMap((edge) => (justHolds(sample, edge) ? edgeName(edge) : [])),
  ];
  const states = template.rules.flatMap((rule) =>
    possibleStates(rule).map((state): WantedState => ({ rule: rule.code, state })),
  );
  const isRare = (name: string) => (counts.get(name) ?? 0) < least;
  const rare = () => states.filter(({ rule, state }) => isRare(`${rule} ${state}`));
  const isShort = () => rare().length > 0 || edges.map(edgeName).some(isRare);
  // States that are furthest behind weigh most.
  const wanted = (sample: Sample) =>
    names(sample).reduce((sum, name) => sum + Math.max(0, least - (counts.get(name) ?? 0)) ** 2, 0);
  const make = sampleMaker(template);
  const chosen: Sample[] = [];
  const choose = (sample: Sample) => {
    chosen.push(sample);
    for (const name of names(sample)) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const entries of always) choose(make(entries));
  while (chosen.length < asTheyCome) choose(make(next(rare())));
  for (let batch = 0; batch < MOST_BATCHES && chosen.length < most && isShort(); batch += 1) {
    const made = Array.from({ length: size }, () => make(next(rare())));
    const best = made.reduce((one, other) => (wanted(other) > wanted(one) ? other : one));
    if (wanted(best) > 0) choose(best);
  }
  return { chosen, counts };
}

/** So many lines of one return count for a state of a rule: many alike lines prove little more than few. */
const MOST_LINES = 3;

function counted(cases: readonly RuleState[]): readonly RuleState[] {
  return [...new Set(cases)].flatMap((state) =>
    cases.filter((other) => other === state).slice(0, MOST_LINES),
  );
}

/** How it is counted that a rule just holds. */
export function edgeName({ rule }: Edge): string {
  return `${rule} just_holds`;
}

export function justHolds({ states, cells }: Sample, { rule, difference }: Edge): boolean {
  return states.get(rule) === "holds" && cells(difference) === 0;
}

function sampleMaker(template: Template): (entries: ReadonlyMap<string, RawValue>) => Sample {
  const drawn = drawnFor(template);
  return (entries) => {
    const own = drawn(entries);
    const cells = cellsOf(own.template, entries);
    const outcomes = ruleOutcomes(own.template, cells);
    return {
      ...own,
      entries,
      cells,
      states: new Map([...outcomes].map(([code, { state }]) => [code, state])),
      cases: new Map([...outcomes].map(([code, { cases }]) => [code, cases])),
    };
  };
}

type Drawn = Pick<Sample, "template" | "plan">;

/** The template with its lists as long as the entries need them; one that was drawn so before is taken again. */
function drawnFor(template: Template): (entries: ReadonlyMap<string, RawValue>) => Drawn {
  const known = new Map<string, Drawn>();
  const lists = template.sheets.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === "list");
  return (entries) => {
    const lengths = lists.map(({ id }) => highestRow(id, entries));
    const name = lengths.join(" ");
    const before = known.get(name);
    if (before) return before;
    const long = lists.reduce((so, { id }, at) => widened(so, id, lengths[at]!), template);
    const made = { template: long, plan: planTemplate(long) };
    known.set(name, made);
    return made;
  };
}

function highestRow(list: string, entries: ReadonlyMap<string, RawValue>): number {
  const rows = [...entries.keys()].flatMap((key) => {
    const [block, row] = key.split(/[.[]/);
    return block === list ? (rowNumber(row ?? "") ?? 0) : [];
  });
  return Math.max(0, ...rows);
}

/** What the workbook will hold under every key: entries as given, totals as the sheet shows them unless typed over. */
export function cellsOf(template: Template, entries: ReadonlyMap<string, RawValue>): Entries {
  const known = new Map<string, RawValue>();
  const worked = (key: string): RawValue => {
    const source = template.fields.get(key)?.source;
    const given = entries.get(key);
    if (given !== undefined || !source) return given ?? null;
    if (source.kind === "constant") return source.value;
    if (source.kind !== "calculated") return null;
    return evaluate(source.formula, ({ keys }) => ({ rows: keys.map((other) => [cell(other)]) }));
  };
  const cell: Entries = (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = worked(key);
    known.set(key, now);
    return now;
  };
  return cell;
}

export function layoutOf({ template, entries }: Sample): Layout {
  return layoutTemplate(template, { entries, prefilled: new Set(), organisation: null });
}

/** The states that a rule can have by what it asks: one that always applies, or that needs no entry, lacks one. */
export function possibleStates(rule: Rule): readonly RuleState[] {
  const always =
    rule.unless.length === 0 && rule.cases.every(({ when, row }) => when === null && row === null);
  const needs = rule.cases.some(({ when, holds }) => {
    if (when !== null && neededKeys(when).size > 0) return true;
    const counted = when === null ? new Set<string>() : allCounted(when);
    return [...neededKeys(holds)].some((key) => !counted.has(key));
  });
  return [
    "holds",
    "fails",
    ...(always ? [] : (["does_not_apply"] as const)),
    ...(needs ? (["waits"] as const) : []),
  ];
}

/** The keys that hold figures wherever this is true, because it counts them: COUNT(a,b)=2. What needs no others never waits. */
function allCounted(when: FieldExpression): ReadonlySet<string> {
  if (when.kind !== "binary" || when.operator !== "=" || when.right.kind !== "number") return new Set();
  const { left, right } = when;
  const keys = left.kind === "call" && left.name === "COUNT" ? readKeys(left) : new Set<string>();
  return keys.size === right.value ? keys : new Set();
}
