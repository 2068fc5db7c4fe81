import type { RawValue } from "../../src/cells";
import { ruleOutcomes, type Entries, type RuleState } from "../../src/return";
import type { Rule, RuleCase, Template } from "../../src/template";

import { randomNumbers } from "./random-returns";
import { changesOf, type Changes } from "./rule-changes";

/** How many rules are nudged in one return without looking at what comes of it, at the most. */
const MOST_RULES = 6;
/** How often it is tried to bring a rule into a state by single cells, and then by whole lines and columns too. */
const NARROW_TRIES = 15;
const MOST_TRIES = 120;

/** A state that a rule is to come into. */
export interface WantedState {
  readonly rule: string;
  readonly state: RuleState;
}

export interface NudgedReturns {
  readonly next: (wanted: readonly WantedState[]) => Map<string, RawValue>;
}

/**
 * Returns in which cells that rules read were changed to what brings those rules near an edge: figures and days that stand in the rule
 * itself and one beside them, choices that it names, what stands in another cell that it reads, nothing at all. A change that brings a
 * rule into a state that is wanted of it is kept, another is taken back. It knows no rule by name, so it serves every definition alike.
 */
export function nudgedReturns(
  template: Template,
  from: () => ReadonlyMap<string, RawValue>,
  cellsOf: (entries: ReadonlyMap<string, RawValue>) => Entries,
  seed: number,
): NudgedReturns {
  const random = randomNumbers(seed);
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!;
  const chance = (share: number) => random() < share;
  const { rules } = template;
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));

  const aCase = (entries: ReadonlyMap<string, RawValue>, rule: Rule): RuleCase => {
    const begun = rule.cases.filter(({ row }) => row === null || row.some((key) => entries.has(key)));
    // Now and then a row is begun in which nothing stood.
    return pick(begun.length > 0 && chance(0.95) ? begun : rule.cases);
  };
  const put = (entries: Map<string, RawValue>, changes: Changes): Changes => {
    const before = changes.map(([key]): Changes[number] => [key, entries.get(key) ?? null]);
    for (const [key, value] of changes) {
      if (value === null) entries.delete(key);
      else entries.set(key, value);
    }
    return before.reverse();
  };
  const { narrow, wide } = changesOf(template, random);

  /** The lines for which rules fail that silence another. */
  const failingOf = (entries: Map<string, RawValue>, silencing: readonly Rule[]): readonly RuleCase[] =>
    silencing.length === 0
      ? []
      : [...ruleOutcomes({ ...template, rules: silencing }, cellsOf(entries)).values()].flatMap(
          ({ rule, cases }) => rule.cases.filter((_, at) => cases[at] === "fails"),
        );

  /** Brings the rule into that state for a line that it stands for, and leaves the entries as they were where no try led there. */
  const bring = (entries: Map<string, RawValue>, { rule: code, state }: WantedState) => {
    const rule = byCode.get(code);
    if (!rule) throw new Error(`bring: there is no rule ${code}`);
    const silencing = silencedBy(rule, byCode);
    const stateOf = (one: RuleCase) => {
      const rules = [...silencing, { ...rule, cases: [one] }];
      return ruleOutcomes({ ...template, rules }, cellsOf(entries)).get(code)!.state;
    };
    if (stateOf(aCase(entries, rule)) === state) return;
    const back: Changes[] = [];
    const goBack = () => {
      while (back.length > 0) put(entries, back.pop()!);
    };
    let one = aCase(entries, rule);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      // Where one step is not enough, two or three may be.
      if (back.length > 2 || chance(0.4)) {
        goBack();
        one = aCase(entries, rule);
      }
      const change = tries >= NARROW_TRIES && chance(0.7) ? wide : narrow;
      const failing = chance(0.3) ? failingOf(entries, silencing) : [];
      back.push(put(entries, change(entries, failing.length > 0 ? pick(failing) : one)));
      if (stateOf(one) === state) return;
    }
    goBack();
  };

  return {
    next: (wanted) => {
      const entries = new Map(from());
      for (let times = Math.floor(random() * MOST_RULES); times > 0; times -= 1)
        put(entries, narrow(entries, aCase(entries, pick(rules))));
      // One state of each rule, in an order of its own for each return: what one change brings, another may take away.
      const byRule = new Map<string, WantedState[]>();
      for (const one of wanted) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
      const states = [...byRule.values()].map((all) => ({ one: pick(all), at: random() }));
      for (const { one } of states.sort((a, b) => a.at - b.at)) bring(entries, one);
      return entries;
    },
  };
}

/** The rules that silence this one, and those that silence them. */
function silencedBy({ unless }: Rule, byCode: ReadonlyMap<string, Rule>): readonly Rule[] {
  const found = new Set(unless.flatMap((code) => byCode.get(code) ?? []));
  for (const other of found)
    for (const more of other.unless.flatMap((code) => byCode.get(code) ?? [])) found.add(more);
  return [...found];
}
