import type { AuthoritySummary } from "./read-summary";

/** Why an authority has no figures in a table; null where it has some. */
export function noReturnWords(summary: AuthoritySummary | null, returns: number): string | null {
  if (summary === null) return "No summary";
  return returns === 0 ? `${summary.file}: no return` : null;
}
