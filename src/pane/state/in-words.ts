import type { Counts, FindingGroup, Reading } from "../reading";

import type { StartState } from "./state";

const LEVELS = { fix: "to put right", explain: "to explain", note: "to note" } as const;

/** "3 to put right, 2 to explain": what is said to those who do not look at the pane. */
export function countsInWords({ fix, explain }: Counts): string {
  if (fix + explain === 0) return "Nothing left to put right or to explain.";
  const parts = [fix > 0 ? `${fix} ${LEVELS.fix}` : "", explain > 0 ? `${explain} ${LEVELS.explain}` : ""];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}

/** The findings that are shown as plain text, to be pasted into a mail. */
export function listAsText(
  { title, organisation, counts }: Reading,
  groups: readonly FindingGroup[],
): string {
  const heads = [[organisation, title].filter((part) => part !== null).join(" · "), countsInWords(counts)];
  const lines = groups.flatMap((group) => [
    "",
    `${LEVELS[group.level].toUpperCase()} · ${group.sheet} · ${group.title}`,
    ...group.places.map(({ where, message }) => `- ${where === "" ? "" : `${where}: `}${message}`),
    group.explanation?.text == null ? `  ${group.fix}` : `  Explained: ${group.explanation.text}`,
  ]);
  return [...heads, ...lines, ""].join("\n");
}

/** Why no sheets were put in, and what to do. Missing entries are said beside their fields. */
export function refusalInWords({ refusal }: Pick<StartState, "refusal">): string | null {
  switch (refusal?.kind) {
    case "taken": {
      const names = refusal.names.map((name) => `“${name}”`).join(", ");
      const [sheets, them] = refusal.names.length === 1 ? ["a sheet", "it"] : ["sheets", "them"];
      return `This workbook has ${sheets} called ${names} already, so nothing was put in. Rename ${them}, or open a new workbook, and try again.`;
    }
    case "closed":
      return "This workbook takes no new sheets: its structure is protected, or it is open for reading only. Open a new workbook, and try again.";
    default:
      return null;
  }
}
