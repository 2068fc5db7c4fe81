import type { RawValue } from "../cells";
import { evaluate } from "../formula";
import type { Field, Template } from "../template";

import { countsAs } from "./read-fields";
import type { FoundField, Place, Return } from "./return";
import { reading } from "./state";

/**
 * The return that is read from a workbook in which these entries stand where its template has their fields, and nothing else was
 * done to it. A value under the key of a total was typed over it.
 */
export function returnWith(
  template: Template,
  entries: ReadonlyMap<string, RawValue>,
  placeOf: (key: string) => Place,
): Return {
  const entry = (key: string) => entries.get(key) ?? null;
  const valueOf = ({ key, source }: Field): RawValue => {
    if (source.kind === "constant") return source.value;
    const typed = entry(key);
    // A cell with a formula shows 0 for a blank.
    return source.kind === "calculated" ? (typed ?? evaluate(source.expanded, reading(entry)) ?? 0) : typed;
  };
  const fields = [...template.fields.values()].map((field): readonly [string, FoundField] => {
    const value = valueOf(field);
    const counts = field.source.kind === "entered" ? countsAs(value, field) : value;
    return [field.key, { place: placeOf(field.key), raw: value, value, formula: null, counts }];
  });
  return {
    template,
    version: template.version,
    current: template.version,
    fields: new Map(fields),
    lost: [],
    added: new Set(),
    noticed: [],
  };
}
