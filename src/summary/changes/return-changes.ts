import type { RawValue } from "../../cells";
import { foundText, isOpen, type Finding } from "../../return";

import type { Collection, SummaryRow } from "../collection";
import type { ReturnChange, ReturnState } from "./changes";
import { returnKey, type PreviousReturn, type PreviousSummary } from "./previous-summary";

/** Every return of then and now, in the register's order; those of bodies that none is expected from any more stand last. */
export function returnChanges(
  { returns: then }: PreviousSummary,
  collection: Collection,
): readonly ReturnChange[] {
  if (!then) return [];
  const expected = new Set<string>();
  const those = collection.rows.flatMap((row) => {
    const key = returnKey(row.organisation.code, row.template.role);
    expected.add(key);
    const before = then.get(key) ?? null;
    return before || row.counted ? [changeOf(row, before)] : [];
  });
  const others = [...then].filter(([key]) => !expected.has(key)).map(([, one]) => goneOf(one, collection));
  return [...those, ...others];
}

function changeOf(row: SummaryRow, before: PreviousReturn | null): ReturnChange {
  const { organisation, template, counted } = row;
  const { status } = template.identity;
  const findings = counted?.reading.findings ?? null;
  return {
    state: stateOf(before, counted?.sha256 ?? null),
    org: organisation.code,
    name: organisation.name,
    role: template.role,
    roleLabel: template.roleLabel,
    fileThen: before?.file ?? null,
    fileNow: counted?.file ?? null,
    statusThen: text(before?.values.get(status)),
    statusNow: counted ? foundText(counted.reading.found, status) : null,
    open: findings && { fix: openOf(findings, "fix"), explain: openOf(findings, "explain") },
  };
}

/** The digest tells whether it is the same file, whatever it is called. */
function stateOf(before: PreviousReturn | null, sha256: string | null): ReturnState {
  if (!before) return "new";
  if (sha256 === null) return "gone";
  return before.sha256 === sha256 ? "same" : "resubmitted";
}

function openOf(findings: readonly Finding[], level: Finding["level"]): number {
  return findings.filter((finding) => finding.level === level && isOpen(finding)).length;
}

function goneOf({ org, role, file, values }: PreviousReturn, collection: Collection): ReturnChange {
  const template = collection.templates.find((one) => one.role === role);
  return {
    state: "gone",
    org,
    name: collection.register.find(org)?.name ?? "",
    role,
    roleLabel: template?.roleLabel ?? role,
    fileThen: file,
    fileNow: null,
    statusThen: text(template && values.get(template.identity.status)),
    statusNow: null,
    open: null,
  };
}

function text(value: RawValue | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
