import type { Collection, SummaryRow } from "../collection";
import { verdictKey } from "../entered/blocks";
import { textIn } from "../entered/entry-row";

/** What the authority wrote beside its verdict on what was found under a code in a return; null where it wrote nothing. */
export function authoritySaid(collection: Collection, row: SummaryRow, code: string): string | null {
  const { organisation, template } = row;
  const verdict = collection.entered.verdicts.get(verdictKey(organisation.code, template.role, code));
  return verdict ? textIn(verdict, "comment") : null;
}
