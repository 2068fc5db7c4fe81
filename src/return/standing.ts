import { fieldKey, type StandingHole, type StandingKind, type Template } from "../template";

import type { Finding } from "./finding";
import { foundText, type Return } from "./return";
import { standingSaid } from "./words";

/** A finding of a check that is not a rule: its words are data, its facts were found in code. */
export function standingFinding(
  found: Return,
  kind: StandingKind,
  facts: Partial<Record<StandingHole, string>>,
  key: string | null,
): Finding {
  const check = found.template.standing.get(kind);
  if (!check) throw new Error(`standingFinding: no check ${kind}`);
  const field = key === null ? undefined : found.template.fields.get(key);
  const place = key === null ? undefined : found.fields.get(key)?.place;
  return {
    code: check.code,
    level: check.level,
    title: check.title,
    sheet: place?.sheet ?? field?.sheet ?? found.template.sheets[0]?.name ?? "",
    cells: place ? [place.cell] : [],
    labels: field ? [field.label] : [],
    message: standingSaid(check, facts),
    fix: check.fix,
    source: check.source,
    reason: check.level === "explain" ? reasonFor(found, check.code) : null,
  };
}

/** The explanation that the return gives for a code, where it has a place for one. */
export function reasonFor(found: Return, code: string): string | null {
  return foundText(found, explanationKey(found.template, code));
}

/** The key of the entry in which a return explains what a rule finds; null where it has no place for that. */
export function explanationKey(template: Template, code: string): string | null {
  for (const { blocks } of template.sheets) {
    for (const block of blocks) {
      if (block.kind !== "explanations") continue;
      const line = block.lines.find(({ about }) => about === code);
      const column = block.columns.find(({ shows }) => shows === "fields");
      if (line && column) return fieldKey(block, line.id, column.id);
    }
  }
  return null;
}
