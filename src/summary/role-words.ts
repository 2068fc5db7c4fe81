import type { Template } from "../template";

import { rolesFiled, type Collection, type SummaryRow } from "./collection";

/**
 * The codes of rows in a line: "X01, X02", or where organisations file in several roles "provider X01, X02; commissioner X02".
 */
export function codesByRole(collection: Collection, rows: readonly SummaryRow[]): string {
  const roles = rolesFiled(collection);
  return roles
    .flatMap((template) => {
      const codes = codesOf(rows, template);
      if (codes.length === 0) return [];
      return [roles.length === 1 ? codes.join(", ") : `${template.roleLabel} ${codes.join(", ")}`];
    })
    .join("; ");
}

/** The same of no more than so many rows: "X01, X02 and 12 more". */
export function someCodesByRole(collection: Collection, rows: readonly SummaryRow[], most: number): string {
  // To say that there is one more takes the room of its code.
  if (rows.length <= most + 1) return codesByRole(collection, rows);
  return `${codesByRole(collection, rows.slice(0, most))} and ${rows.length - most} more`;
}

function codesOf(rows: readonly SummaryRow[], template: Template): readonly string[] {
  const codes = rows.filter((row) => row.template === template).map(({ organisation }) => organisation.code);
  return [...new Set(codes)];
}
