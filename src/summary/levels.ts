import { columnLetters } from "../cells";
import type { SheetDraft } from "../layout";
import type { Finding } from "../return";

/** Words for the levels, with their signs, so that none is told by colour alone. */
export const LEVEL_WORDS = { fix: "✖ Put right", explain: "▲ Explain", note: "● Note" } as const;

/** What was given a reason, and what the authority made of it. */
export const EXPLAINED = "▲ Explained";
export const VERDICT_WORDS = {
  accepted: "✔ Accepted",
  queried: "▲ Queried",
  changed: "▲ Changed",
} as const;

/** What is left to do about a finding, in words: a verdict of the authority stands over the explanation. */
export function toDoWords({ level, reason, verdict }: Pick<Finding, "level" | "reason" | "verdict">): string {
  if (level !== "explain") return LEVEL_WORDS[level];
  return verdict ? VERDICT_WORDS[verdict] : reason === null ? LEVEL_WORDS.explain : EXPLAINED;
}

/** Colours the words of the levels; each begins with its sign. */
export function markLevels(
  draft: SheetDraft,
  { top, bottom, column }: { readonly top: number; readonly bottom: number; readonly column: number },
): void {
  const area = { top, bottom, left: column, right: column };
  const first = `${columnLetters(column)}${top}`;
  draft.mark(area, `LEFT(${first},1)="✖"`, "fix");
  draft.mark(area, `LEFT(${first},1)="▲"`, "explain");
}
