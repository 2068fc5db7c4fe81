import { isCellError, type RawValue } from "../cells";
import { evaluate, parseFormula, type Expression, type ReferenceReading } from "../formula";
import { workedOut } from "../return";
import { readKeys, type Field, type Template } from "../template";

import type { DemoReference } from "./script";

/** The name that a typed-over total's formula has for what would be right there. */
export const RIGHT = "right";

/** What a formula may refer to where it stands. */
export interface Scope {
  readonly template: Template;
  /** Draws and figures. */
  readonly names: ReadonlySet<string>;
  /** Keys that are filled in only further down, and so can't be read yet. */
  readonly later: ReadonlySet<string>;
}

/** A formula as a tree; undefined, with one sentence told, where it can't be understood. */
export function understood(
  text: string,
  scope: Scope,
  tell: (message: string) => void,
): Expression<DemoReference> | undefined {
  const parsed = parseFormula(text, (reference) => understandReference(reference, scope));
  if (parsed.kind === "formula") return parsed.expression;
  tell(parsed.message);
  return undefined;
}

function understandReference(
  text: string,
  { template, names, later }: Scope,
): ReferenceReading<DemoReference> {
  const refused = (message: string) => ({ kind: "refused", message }) as const;
  if (names.has(text)) return { kind: "reference", to: { kind: "name", name: text } };
  const field = template.fields.get(text);
  if (!field && /^[a-z_]+$/.test(text))
    return refused(`There is no draw or figure ${text} that every size of organisation has.`);
  if (!field) return refused(`There is no ${text} in this return.`);
  if (field.source.kind === "closed") return refused(`${text} is closed: nothing stands there.`);
  const missing = [...keysBehind(field)].find((key) => later.has(key));
  if (missing !== undefined) return refused(`${missing} is filled in further down; it can't be read yet.`);
  return { kind: "reference", to: { kind: "field", field } };
}

/** The entries that a field's value comes from. */
function keysBehind(field: Field): ReadonlySet<string> {
  if (field.source.kind === "calculated") return readKeys(field.source.expanded);
  return new Set(field.source.kind === "entered" ? [field.key] : []);
}

/** The result of a formula; undefined, with one sentence told, where it is an error. */
export function result(
  formula: Expression<DemoReference>,
  names: ReadonlyMap<string, RawValue>,
  entries: ReadonlyMap<string, RawValue>,
  tell: (message: string) => void,
): RawValue | undefined {
  const entry = (key: string) => entries.get(key) ?? null;
  const value = evaluate(formula, (to) => ({
    rows: [[to.kind === "name" ? (names.get(to.name) ?? null) : valueOf(to.field, entry)]],
  }));
  if (!isCellError(value)) return value;
  tell(`The formula gives ${value.error}.`);
  return undefined;
}

function valueOf(field: Field, entry: (key: string) => RawValue): RawValue {
  switch (field.source.kind) {
    case "entered":
      return entry(field.key);
    case "calculated":
      return workedOut(field, entry);
    case "constant":
      return field.source.value;
    case "closed":
      return null;
  }
}

/** What the entries make under a key that is worked out; null elsewhere. */
export function rightValue(
  template: Template,
  key: string,
  entries: ReadonlyMap<string, RawValue>,
): RawValue {
  const field = template.fields.get(key);
  return field?.source.kind === "calculated" ? valueOf(field, (other) => entries.get(other) ?? null) : null;
}
