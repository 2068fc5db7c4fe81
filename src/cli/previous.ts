import {
  findingsInWords,
  readPrevious,
  returnsInWords,
  type Changes,
  type Entered,
  type Kept,
  type PreviousSummary,
  type SummaryOf,
} from "../summary";
import { USUAL_BUDGET, readWorkbook, type ReadBudget } from "../xlsx/read";

import { atMost } from "./at-most";
import { readBytes } from "./files";
import { CommandProblem } from "./problem";

/**
 * A summary has a row for every value of its returns: of ninety, which a large authority gets, a million and a half cells. So it may
 * cost more to read than a return, and still not without end.
 */
const LARGER = 5;
export const SUMMARY_BUDGET: ReadBudget = {
  ...USUAL_BUDGET,
  fileBytes: LARGER * USUAL_BUDGET.fileBytes,
  inflatedBytes: LARGER * USUAL_BUDGET.inflatedBytes,
  cells: LARGER * USUAL_BUDGET.cells,
};

/** An earlier summary of the same authority and year: what was entered in it, and what it shows. Any other file is refused. */
export function previousIn(
  path: string,
  of: SummaryOf,
): { readonly entered: Entered; readonly previous: PreviousSummary } {
  const refuse = (message: string) =>
    new CommandProblem(`The file ${path}, named by --previous, can't be used: ${message}`);
  const read = readWorkbook(readBytes(path), SUMMARY_BUDGET);
  if (read.kind === "refused") throw refuse(read.refusal.message);
  const result = readPrevious(read.workbook, of);
  if (result.kind === "refused") throw refuse(result.message);
  return result;
}

/** What became of the entries of the earlier summary, in sentences. */
export function keptInWords(path: string, kept: Kept): readonly string[] {
  const parts = [
    counted(kept.judgements, "judgement"),
    counted(kept.figures, "figure of own spend", "figures of own spend"),
    ...(kept.held === 0
      ? []
      : [counted(kept.held, "figure to hold plans against", "figures to hold plans against")]),
    counted(kept.verdicts, "verdict"),
  ];
  const lines = [`Kept from ${path}: ${parts.join(", ")}.`];
  if (kept.changed > 0)
    lines.push(
      kept.changed === 1
        ? "One verdict is on a finding that has changed since; the sheet Explanations says so beside it."
        : `${kept.changed} verdicts are on findings that have changed since; the sheet Explanations says so beside them.`,
    );
  if (kept.gone > 0)
    lines.push(
      kept.gone === 1
        ? "One verdict belongs to no finding any more; it stands at the end of the sheet Explanations."
        : `${kept.gone} verdicts belong to no finding any more; they stand at the end of the sheet Explanations.`,
    );
  if (kept.unplaced > 0)
    lines.push(
      kept.unplaced === 1
        ? "One judgement or figure belongs to no line any more; it stands at the end of the sheet Assurance."
        : `${kept.unplaced} judgements or figures belong to no line any more; they stand at the end of the sheet Assurance.`,
    );
  for (const sheet of kept.unread)
    lines.push(
      `The sheet ${sheet} holds entries that could not be read, since its headings and hidden keys are gone. Copy them into the new summary by hand.`,
    );
  return [...lines, ...atMost(kept.unfit, 10)];
}

/** What has changed since the earlier summary, in a few lines; the sheet Changes has the rest. */
export function changesInWords(changes: Changes): readonly string[] {
  const { returns, headlines, figures, findings, notCompared } = changes;
  const { come, gone } = changes.counts;
  const moved = headlines.filter(({ difference }) => difference !== null && difference !== 0);
  if (
    returns.length + moved.length + figures.length + findings.length + come + gone === 0 &&
    notCompared.length === 0
  )
    return ["Since then nothing has changed."];
  const lines = [
    `Since then: returns ${returnsInWords(changes)}; findings ${findingsInWords(changes)}; the sheet Changes says which, and what moved.`,
  ];
  for (const { label, type, then, now, difference } of moved.slice(0, MOST_FIGURES)) {
    const words = (value: number | null) => figureWords(value ?? 0, type.kind === "percent");
    const sign = (difference ?? 0) > 0 ? "+" : "";
    lines.push(`  ${label}: ${words(then)}, now ${words(now)} (${sign}${words(difference)})`);
  }
  if (notCompared.length > 0)
    lines.push("Not everything could be compared; the sheet Changes says what not.");
  return lines;
}

const MOST_FIGURES = 6;

/** "1,234.5", "3.4%" */
function figureWords(value: number, percent: boolean): string {
  const rounded = percent ? (100 * value).toFixed(1) : String(Math.round(10 * value) / 10);
  return `${rounded.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",")}${percent ? "%" : ""}`;
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
