import { isCellError, isoDay, type RawValue } from "../cells";
import type { Field } from "../template";

import { countedValue, type Place, type Return } from "./return";
import { workedOut } from "./state";

/** One value of a return that counts: an entry as it stands, a total as its entries make it. */
export interface ReturnValue {
  readonly key: string;
  readonly field: Field;
  readonly value: RawValue;
  readonly place: Place | null;
}

/** Every value of a return in the template's order. A total that was typed over is here what its entries make. */
export function valuesOf(found: Return): readonly ReturnValue[] {
  const values: ReturnValue[] = [];
  for (const field of found.template.fields.values()) {
    const place = found.fields.get(field.key)?.place ?? null;
    const value = valueOf(found, field);
    if (field.source.kind !== "closed") values.push({ key: field.key, field, value, place });
  }
  return values;
}

/** What counts under a key; null for a blank, and for a total of nothing but blanks. */
export function valueOf(found: Return, field: Field): RawValue {
  switch (field.source.kind) {
    case "entered":
      return countedValue(found, field.key);
    case "calculated":
      return workedOut(field, (key) => countedValue(found, key));
    case "constant":
      return field.source.value;
    case "closed":
      return null;
  }
}

/** A value for lists and files: dates as ISO text, errors as their own text. */
export function plainValue({ value, field }: Pick<ReturnValue, "value" | "field">): number | string | null {
  if (value === null) return null;
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (field.type.kind === "date" && typeof value === "number") return isoDay(value) ?? value;
  return value;
}
