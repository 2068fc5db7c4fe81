import type { RawValue } from "../cells";
import type { Organisation } from "../register";
import type { Template } from "../template";

/** What a register knows of an organisation, as entries of the return's own fields; what it does not know is left to be entered. */
export function entriesFor(template: Template, organisation: Organisation): ReadonlyMap<string, RawValue> {
  const { code, name, type, sha, predecessors } = template.identity;
  const entries = new Map<string, RawValue>([
    [code, organisation.code],
    [name, organisation.name],
  ]);
  if (type !== null) entries.set(type, organisation.type);
  if (sha !== null && organisation.sha !== null) entries.set(sha, organisation.sha);
  if (predecessors !== null && organisation.predecessors !== null && organisation.predecessors.length > 0) {
    entries.set(predecessors, organisation.predecessors.join(", "));
  }
  return entries;
}
