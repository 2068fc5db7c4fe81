import type { SummaryBeside } from "../../template";

import type { Collection } from "../collection";
import type { Earlier } from "./earlier";

/** What stands at the head of the sheet: what it shows, what a sign means, and what is beside nothing. */
export function besideIntro(beside: SummaryBeside, { earlier, rows }: Collection): string {
  const { intro, yearLabel } = beside;
  const parts = intro === null ? [] : [intro];
  if (!earlier || earlier.bodies.size === 0) {
    parts.push(
      earlier && earlier.strays.length > 0
        ? `None of the returns for ${yearLabel} among the files is of an organisation that is expected now.`
        : `None of the files was a return for ${yearLabel}: give those as well, and they stand here beside the returns of now.`,
    );
  } else {
    parts.push(
      "Totals are like for like, of the organisations with whole figures of both years, and part of no other total.",
      markedWords(beside),
      "Codes lead to the figures on the sheet Facts.",
    );
    if (rows.some(({ organisation: { predecessors } }) => (predecessors ?? []).length > 0))
      parts.push(
        "An organisation that was made of others stands beside their figures added up; each of them has to be there, unless it returned under its own code already.",
      );
  }
  if (earlier && earlier.strays.length > 0) parts.push(strayWords(earlier));
  return parts.join(" ");
}

/** "▲ marks what is more than 10% and at least 50 from the plan: …" */
function markedWords({ marked: { percent, least, column }, columns }: SummaryBeside): string {
  const label = columns.find(({ id }) => id === column)?.label.toLowerCase() ?? column;
  return `▲ marks a ${label} that is at least ${least} and more than ${percent}% away from the earlier one: something to ask about, no fault of a return.`;
}

/** How many returns of the earlier year stand beside nothing. */
function strayWords({ strays, yearLabel }: Earlier): string {
  const count =
    strays.length === 1
      ? `One return for ${yearLabel} stands`
      : `${strays.length} returns for ${yearLabel} stand`;
  return `${count} beside nothing; the sheet Returns says why.`;
}
