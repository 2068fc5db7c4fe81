import type { Organisation } from "../register";

import { csvText } from "./csv";

const HEADINGS = ["code", "name", "type", "sha", "lhc", "ft", "predecessors", "contact", "email"] as const;

/** The demo's register as people keep one: the SHA's own line, then its organisations. */
export function registerCsv(
  sha: { readonly code: string; readonly name: string; readonly type: string },
  organisations: readonly Organisation[],
): string {
  return csvText([
    HEADINGS,
    [sha.code, sha.name, sha.type, sha.code, "", "", "", "", ""],
    ...organisations.map((one) => [
      one.code,
      one.name,
      one.type,
      one.sha ?? "",
      one.lhc ?? "",
      one.foundationTrust === true ? "yes" : "no",
      (one.predecessors ?? []).join("; "),
      one.contact ?? "",
      one.email ?? "",
    ]),
  ]);
}
