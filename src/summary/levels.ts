import { columnLetters } from "../cells";
import type { SheetDraft } from "../layout";

/** Words for the levels, with their signs, so that none is told by colour alone. */
export const LEVEL_WORDS = { fix: "✖ Put right", explain: "▲ Explain", note: "● Note" } as const;

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
