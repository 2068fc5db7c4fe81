import { evaluate } from "../../formula";
import { ruleOutcomes, type Entries } from "../../return";
import { asksForEntry, levelInWorkbook, type Rule, type RuleCase, type Template } from "../../template";

import { withSilencers } from "./with-silencers";

/**
 * Keys of answers that are due because of others: a rule that has to be put right asks for them now, or would if they were blank. Their
 * own definition leaves them open, as the months of imaging are that only some bodies fill in.
 */
export function askedByRules(template: Template, entries: Entries): ReadonlySet<string> {
  const { rules, asking } = askingRules(template);
  const outcomes = ruleOutcomes(asking, entries);
  const asked = new Set<string>();
  for (const rule of rules) {
    outcomes.get(rule.code)?.cases.forEach((state, at) => {
      const one = rule.cases[at];
      if (!one || (state !== "fails" && state !== "holds")) return;
      for (const key of openKeys(one, template)) {
        const isBlank = entries(key) === null;
        if (isBlank ? state === "fails" : wouldFail(one, key, entries)) asked.add(key);
      }
    });
  }
  return asked;
}

function wouldFail({ holds }: RuleCase, blank: string, entries: Entries): boolean {
  const without = (key: string) => (key === blank ? null : entries(key));
  return evaluate(holds, ({ keys }) => ({ rows: keys.map((key) => [without(key)]) })) === false;
}

/** Entries at which a rule stands that it only asks for. */
function openKeys(one: RuleCase, template: Template): readonly string[] {
  return one.at.filter((key) => {
    const source = template.fields.get(key)?.source;
    return source?.kind === "entered" && source.answer !== "due" && asksForEntry(one, key);
  });
}

interface AskingRules {
  readonly rules: readonly Rule[];
  readonly asking: Template;
}

const known = new WeakMap<Template, AskingRules>();

/** What is only noted or may be explained makes nothing due. */
function askingRules(template: Template): AskingRules {
  const before = known.get(template);
  if (before) return before;
  const rules = template.rules.filter(
    (rule) => levelInWorkbook(rule) === "fix" && rule.cases.some((one) => openKeys(one, template).length > 0),
  );
  const now = { rules, asking: withSilencers(rules, template) };
  known.set(template, now);
  return now;
}
