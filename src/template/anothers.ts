import { readKeys } from "./reads";
import type { Field } from "./template";

/** True for a figure of another organisation, and for what is worked out from one: neither is part of a total over organisations. */
export function isAnothers(field: Field, fields: ReadonlyMap<string, Field>): boolean {
  if (field.anothers) return true;
  if (field.source.kind !== "calculated") return false;
  return [...readKeys(field.source.expanded)].some((key) => fields.get(key)?.anothers === true);
}
