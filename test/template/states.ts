import type { RawValue } from "../../src/cells";
import { entryFault } from "../../src/return";
import type { EntryFault, Field } from "../../src/template";

/** What is wrong with the entry of a field among these entries. */
export function foundStates(field: Field, entries: Readonly<Record<string, RawValue>>): EntryFault | null {
  return entryFault(field, (key) => entries[key] ?? null);
}
