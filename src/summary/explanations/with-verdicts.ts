import type { Finding, Verdict } from "../../return";

import type { Collection, SummaryRow } from "../collection";
import { VERDICTS, verdictKey } from "../entered/blocks";
import type { Entered } from "../entered/entered";
import { textIn, type EntryRow } from "../entered/entry-row";
import { changedSince, explainedIn } from "./explained";

/**
 * The collection with what the authority made of the explanations: what it accepted is settled, what it queries is open, and so is
 * what it accepted while something else was found.
 */
export function withEntered(collection: Collection, entered: Entered): Collection {
  const now = new Map(explainedIn(collection).map((one) => [one.key, one]));
  const verdictOn = (key: string): Verdict | null => {
    const row = entered.verdicts.get(key);
    const verdict = row ? verdictOf(row) : null;
    const there = now.get(key);
    return verdict === "accepted" && row && there && changedSince(row, there) ? "changed" : verdict;
  };
  return {
    ...collection,
    entered,
    rows: collection.rows.map((row): SummaryRow => {
      const { counted, organisation, template } = row;
      if (!counted) return row;
      const { reading } = counted;
      const findings = reading.findings.map((finding): Finding => {
        const key = verdictKey(organisation.code, template.role, finding.code);
        const verdict = finding.level === "explain" ? verdictOn(key) : null;
        return verdict ? { ...finding, verdict } : finding;
      });
      return { ...row, counted: { ...counted, reading: { ...reading, findings } } };
    }),
  };
}

/** What was entered as a verdict; null where it is none of the choices. */
export function verdictOf(row: EntryRow): Exclude<Verdict, "changed"> | null {
  switch (textIn(row, "verdict")) {
    case VERDICTS.accepted:
      return "accepted";
    case VERDICTS.queried:
      return "queried";
    default:
      return null;
  }
}
