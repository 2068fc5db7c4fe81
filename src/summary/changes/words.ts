import type { Changes, FindingChange, ReturnChange, ReturnState } from "./changes";

/** Words for what became of a return; each begins with a sign. */
export const STATE_WORDS: Readonly<Record<ReturnState, string>> = {
  new: "● New",
  resubmitted: "● Sent again: the file is another",
  gone: "▲ Gone: the earlier summary had it",
  same: "The same file",
};

export const FINDING_WORDS: Readonly<Record<FindingChange["kind"], string>> = {
  come: "Has come",
  gone: "Has gone",
  more: "More cells",
  fewer: "Fewer cells",
  otherwise: "Otherwise now",
};

export function statusWords(status: string | null): string {
  return status ?? "";
}

export function openWords({ open }: ReturnChange): string {
  if (!open) return "";
  const parts = [open.fix > 0 ? `✖ ${open.fix}` : "", open.explain > 0 ? `▲ ${open.explain}` : ""];
  return parts.filter((part) => part !== "").join(" ") || "✔";
}

/** "a.xlsx", or where it was called otherwise "a.xlsx, before b.xlsx". */
export function fileWords({ fileThen, fileNow }: ReturnChange): string {
  if (fileNow === null) return fileThen ?? "";
  return fileThen === null || fileThen === fileNow ? fileNow : `${fileNow}, before ${fileThen}`;
}

/** "3 new, 1 sent again, none gone" */
export function returnsInWords({ returns }: Changes): string {
  const count = (state: ReturnState) => returns.filter((one) => one.state === state).length;
  return `${count("new")} new, ${count("resubmitted")} sent again, ${count("gone")} gone`;
}

/** "41 findings have come, 38 of them with new returns, and 7 have gone" */
export function findingsInWords({ counts }: Changes): string {
  const { come, comeWithNew, gone, goneWithGone } = counts;
  const withNew = comeWithNew > 0 ? ` (${comeWithNew} with new returns)` : "";
  const withGone = goneWithGone > 0 ? ` (${goneWithGone} with returns that are gone)` : "";
  return `${come} come${withNew}, ${gone} gone${withGone}`;
}

export function introWords(changes: Changes): string {
  const { returns, unchanged, figures, notCompared } = changes;
  const same = `${unchanged} as they were`;
  const start = `Since the summary before this one: returns ${returnsInWords(changes)}, ${same}; findings ${findingsInWords(changes)}.`;
  const moved =
    figures.length === 0
      ? ""
      : ` In returns that were there before, ${figures.length} figures have moved; a code leads to the figure among the facts.`;
  const lacking = notCompared.length === 0 ? "" : " What could not be compared is said below the returns.";
  const news = returns.some(({ state }) => state === "new")
    ? " What a new return holds and what was found in it stands on the other sheets."
    : "";
  return `${start}${moved}${news}${lacking} Notes, which ask for nothing, are left out.`;
}
