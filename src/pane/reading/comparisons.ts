import { evaluate } from "../../formula";
import { foundValue, ruleOutcomes, type Entries, type Return } from "../../return";
import type { FieldExpression } from "../../template";

import type { Comparison } from "./reading";
import { withSilencers } from "./with-silencers";

/** The pairs of figures that rules compare, where these rules apply and have what they need. */
export function comparisonsOf(found: Return): readonly Comparison[] {
  const { template } = found;
  const comparing = template.rules.filter(({ compares }) => compares !== null);
  if (comparing.length === 0) return [];
  const entries: Entries = (key) => foundValue(found, key);
  const outcomes = ruleOutcomes(withSilencers(comparing, template), entries);
  return comparing.flatMap((rule): readonly Comparison[] => {
    const state = outcomes.get(rule.code)?.state;
    if (!rule.compares || (state !== "holds" && state !== "fails")) return [];
    const expected = figure(rule.compares.expected, entries);
    const planned = figure(rule.compares.planned, entries);
    if (expected === null || planned === null) return [];
    const go = found.fields.get(rule.cases[0]?.at[0] ?? "")?.place ?? null;
    return [{ title: rule.title, expected, planned, holds: state === "holds", go }];
  });
}

function figure(expression: FieldExpression, entries: Entries): number | null {
  const value = evaluate(expression, ({ keys }) => ({ rows: keys.map((key) => [entries(key)]) }));
  return typeof value === "number" ? value : null;
}
