import { FUNCTIONS, parts } from "../formula";

import type { Field, FieldExpression, RuleCase } from "./template";

/** Keys of the entered fields that a formula needs an answer in; what it only asks about (ISBLANK and the like) is left out. */
export function neededKeys(expression: FieldExpression): ReadonlySet<string> {
  const keys = new Set<string>();
  gather(expression, keys, true);
  return keys;
}

/** Keys of every field that a formula looks at. */
export function readKeys(expression: FieldExpression): ReadonlySet<string> {
  const keys = new Set<string>();
  gather(expression, keys, false);
  return keys;
}

/** True where a rule only asks whether a cell of its own is blank: while something stands there, the cell is not at fault. */
export function asksForEntry(one: RuleCase, key: string): boolean {
  return readKeys(one.holds).has(key) && !neededKeys(one.holds).has(key);
}

function gather(expression: FieldExpression, keys: Set<string>, needed: boolean): void {
  if (expression.kind === "reference") for (const key of expression.to.keys) keys.add(key);
  const known = expression.kind === "call" ? FUNCTIONS.get(expression.name) : undefined;
  if (needed && known?.tolerant) return;
  parts(expression).forEach((part, at) => {
    if (!(needed && at < (known?.searches ?? 0))) gather(part, keys, needed);
  });
}

/** True for a field whose answer is a number; false where it is words. */
export function isFigure(field: Field): boolean {
  return !["text", "code", "choice"].includes(field.type.kind);
}
