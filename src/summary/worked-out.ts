import type { RawValue } from "../cells";
import { evaluate } from "../formula";
import { countedValue, type Return } from "../return";
import { formulaOverReturn, readKeys, type FieldExpression, type Template } from "../template";

/** A list of a returned workbook may be longer than its template's, so a formula is read for each; the same one comes again in every row. */
const known = new WeakMap<Template, Map<string, FieldExpression>>();

/** A formula of the summary over one return. */
export function expressionIn({ template }: Pick<Return, "template">, formula: string): FieldExpression {
  const ofTemplate = known.get(template) ?? new Map<string, FieldExpression>();
  known.set(template, ofTemplate);
  const before = ofTemplate.get(formula);
  if (before) return before;
  const read = formulaOverReturn(formula, template);
  if (read.kind === "refused") throw new Error(`expressionIn: ${formula}: ${read.message}`);
  ofTemplate.set(formula, read.expression);
  return read.expression;
}

/** What a formula makes of what counts in a return; null where nothing that it reads was entered. */
export function workedOutIn(found: Return, formula: string): RawValue {
  return workedOutFrom(expressionIn(found, formula), (key) => countedValue(found, key));
}

/** The same of values that are given by their keys. */
export function workedOutFrom(expression: FieldExpression, entry: (key: string) => RawValue): RawValue {
  const keys = [...readKeys(expression)];
  if (keys.length > 0 && keys.every((key) => entry(key) === null)) return null;
  return evaluate(expression, ({ keys: of }) => ({ rows: of.map((key) => [entry(key)]) }));
}
