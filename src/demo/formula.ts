import { isCellError, type RawValue } from "../cells";
import { evaluate, parseFormula, type Expression, type ReferenceReading } from "../formula";
import { workedOut } from "../return";
import { fieldKey, readKeys, type Field, type Template } from "../template";

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
  /** A list's row as the definition names it → as the return does: what.name → what.r03. */
  readonly rows: ReadonlyMap<string, string>;
  /** The row in which the formula stands, as the return names it. */
  readonly row: string | null;
}

/** The key of a field as the return has it. Rows of lists may go by their names, and a column alone is the row's own. */
export function keyOf(written: string, { rows, row }: Pick<Scope, "rows" | "row">): string {
  const [, start = "", column = ""] = /^(.*)\[@?(\w+)\]$/.exec(written) ?? [];
  if (column === "") return written;
  if (start === "" && row !== null) return `${row}[${column}]`;
  return `${rows.get(start) ?? start}[${column}]`;
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

function understandReference(text: string, scope: Scope): ReferenceReading<DemoReference> {
  const { template, names, later } = scope;
  const refused = (message: string) => ({ kind: "refused", message }) as const;
  if (names.has(text)) return { kind: "reference", to: { kind: "name", name: text } };
  const field = template.fields.get(keyOf(text, scope));
  const column = field ? [] : columnOf(text, template);
  if (column.length > 0) {
    const missing = column.find(({ key }) => later.has(key));
    if (missing) return refused(`${missing.key} is filled in further down; it can't be read yet.`);
    return { kind: "reference", to: { kind: "column", fields: column } };
  }
  if (!field && /^[a-z_]+$/.test(text))
    return refused(`There is no draw or figure ${text} that every size of organisation has.`);
  if (!field) return refused(`There is no ${text} in this return.`);
  if (field.source.kind === "closed") return refused(`${text} is closed: nothing stands there.`);
  const missing = [...keysBehind(field)].find((key) => later.has(key));
  if (missing !== undefined) return refused(`${missing} is filled in further down; it can't be read yet.`);
  return { kind: "reference", to: { kind: "field", field } };
}

/** Every row's cell of a list's column, for list[column]. */
function columnOf(text: string, { sheets, fields }: Template): readonly Field[] {
  const [, id, column = ""] = /^(\w+)\[(\w+)\]$/.exec(text) ?? [];
  const list = sheets.flatMap((sheet) => sheet.blocks).find((one) => one.kind === "list" && one.id === id);
  if (list?.kind !== "list") return [];
  return list.lines.flatMap((line) => fields.get(fieldKey(list, line.id, column)) ?? []);
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
  const value = evaluate(formula, (to) => {
    if (to.kind === "column") return { rows: to.fields.map((field) => [valueOf(field, entry)]) };
    return { rows: [[to.kind === "name" ? (names.get(to.name) ?? null) : valueOf(to.field, entry)]] };
  });
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
