import { grouped, type Finding } from "../../return";

import type { Collection, SummaryRow } from "../collection";
import { verdictKey } from "../entered/blocks";
import type { EntryRow } from "../entered/entry-row";
import { textIn } from "../entered/entry-row";
import { fingerprint } from "../entered/fingerprint";

/** One thing that a return explains or has to explain: everything found under one code, since one reason stands for all of it. */
export interface Explained {
  /** As verdicts are known by. */
  readonly key: string;
  readonly row: SummaryRow;
  readonly code: string;
  readonly found: string;
  readonly reason: string | null;
  /** A mark of everything that was found, longer than what is quoted. */
  readonly mark: string;
}

/** What the returns that count explain or have to explain, return by return, checks that show only beside other returns among it. */
export function explainedIn(collection: Collection): readonly Explained[] {
  return collection.rows.flatMap((row) => {
    const byCode = new Map<string, Finding[]>();
    for (const finding of row.counted?.reading.findings ?? [])
      if (finding.level === "explain")
        byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
    return [...byCode].map(([code, findings]): Explained => {
      const { organisation, template } = row;
      return {
        key: verdictKey(organisation.code, template.role, code),
        row,
        code,
        found: grouped(findings.map((one) => ({ ...one, sheet: "" })))
          .map(({ message }) => message)
          .join(" "),
        reason: findings.find(({ reason }) => reason !== null)?.reason ?? null,
        mark: fingerprint(JSON.stringify(findings.map(({ message, reason }) => [message, reason]))),
      };
    });
  });
}

/** True where something else is found, or another reason given, than when the verdict was entered. */
export function changedSince(verdict: EntryRow, now: Pick<Explained, "mark" | "found">): boolean {
  if (verdict.about !== null) return verdict.about !== now.mark;
  const then = textIn(verdict, "found");
  return then !== null && then !== now.found;
}
