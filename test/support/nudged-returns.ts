import type { RawValue } from "../../src/cells";
import { parts } from "../../src/formula";
import { readKeys, type Field, type FieldExpression, type Rule, type Template } from "../../src/template";

import { randomNumbers, type RandomReturns } from "./random-returns";

/** How many rules are nudged in one return, at the most. */
const MOST_RULES = 14;

/**
 * Returns in which some cells that some rules read were changed to what brings those rules near an edge: figures and days that
 * stand in the rule itself and one beside them, choices that it names, what stands in another cell that it reads, nothing at all.
 * It knows no rule by name, so it serves every definition alike.
 */
export function nudgedReturns(template: Template, from: RandomReturns["next"], seed: number): RandomReturns {
  const random = randomNumbers(seed);
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!;
  const chance = (share: number) => random() < share;
  const { rules } = template;
  const entered = (key: string) => template.fields.get(key)?.source.kind === "entered";

  const nudgeCase = (entries: Map<string, RawValue>, rule: Rule) => {
    const begun = rule.cases.filter(({ row }) => row === null || row.some((key) => entries.has(key)));
    // Now and then a row is begun in which nothing stood.
    const one = pick(begun.length > 0 && chance(0.95) ? begun : rule.cases);
    const expressions = one.when === null ? [one.holds] : [one.when, one.holds];
    const keys = [...new Set(expressions.flatMap((expression) => [...readKeys(expression)]))].filter(
      (key) => entered(key) && (isBegun(key, entries) || chance(0.02)),
    );
    const literals = expressions.flatMap(literalsOf);
    const others = keys.map((key) => entries.get(key)).filter((value) => value !== undefined);
    if (keys.length === 0) return;
    for (let times = pick([1, 1, 1, 2, 3]); times > 0; times -= 1) {
      const field = template.fields.get(pick(keys))!;
      const value = pick(nudges(field, literals, others));
      if (value === null) entries.delete(field.key);
      else entries.set(field.key, value);
    }
  };
  const isBegun = (key: string, entries: ReadonlyMap<string, RawValue>) =>
    template.fields.get(key)?.row?.some((other) => entries.has(other)) ?? true;

  return {
    next: () => {
      const entries = new Map(from());
      if (entries.size === 0) return entries;
      for (let times = Math.floor(random() * MOST_RULES); times > 0; times -= 1)
        nudgeCase(entries, pick(rules));
      return entries;
    },
  };
}

/** What may be put into a field so that a rule with these literals comes near to its edge. */
function nudges(
  field: Field,
  literals: readonly (string | number)[],
  others: readonly RawValue[],
): readonly RawValue[] {
  const { type } = field;
  const numbers = literals.filter((value) => typeof value === "number");
  const texts = literals.filter((value) => typeof value === "string" && value !== "");
  const alike = others.filter((value) => typeof value === (isWordy(field) ? "string" : "number"));
  switch (type.kind) {
    case "choice":
      return [...texts.filter((text) => type.choices.includes(String(text))), ...type.choices, null];
    case "text":
      return [
        ...alike.filter((value) => typeof value === "string" && value.length <= type.most),
        "A. Person",
        "Somebody's own",
        null,
      ];
    case "code":
      return [...alike, "X77", null];
    case "date": {
      const days = [...numbers, ...alike].filter(isDay);
      return [...days.flatMap((day) => [day, day + 1, day - 1]), 39_172, 39_539, 40_268, "soon", null];
    }
    case "percent": {
      const shares = [...numbers, ...alike].filter((value) => Number(value) >= 0 && Number(value) <= 1);
      return [...shares, 0, 0.1, 0.5, 0.9, 1, "tbc", null];
    }
    case "money":
    case "count": {
      const small = [...numbers, ...alike].filter((value) => typeof value === "number" && !isDay(value));
      const near = small.flatMap((value) => [
        Number(value),
        Number(value) + 1,
        Math.max(0, Number(value) - 1),
      ]);
      return [...near, 0, 1, 2, 50, "tbc", null];
    }
  }
}

function isDay(value: RawValue): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 38_000 && value < 42_000;
}

function isWordy({ type }: Field): boolean {
  return type.kind === "text" || type.kind === "code" || type.kind === "choice";
}

function literalsOf(expression: FieldExpression): readonly (string | number)[] {
  if (expression.kind === "number" || expression.kind === "text") return [expression.value];
  return parts(expression).flatMap(literalsOf);
}
