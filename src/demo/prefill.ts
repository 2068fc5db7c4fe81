import type { Filling } from "../layout";
import type { Organisation } from "../register";
import { entriesFor } from "../return";
import type { Template } from "../template";

/** What a workbook is made with for an organisation: who it is, and nothing else yet. */
export function prefilled(template: Template, organisation: Organisation): Filling {
  const entries = entriesFor(template, organisation);
  return {
    entries,
    prefilled: new Set(entries.keys()),
    organisation: `${organisation.code} ${organisation.name}`,
  };
}
