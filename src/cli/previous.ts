import { readPrevious, type Entered, type Kept, type SummaryOf } from "../summary";
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

/** What was entered in an earlier summary of the same authority and year; any other file is refused. */
export function enteredIn(path: string, of: SummaryOf): Entered {
  const refuse = (message: string) =>
    new CommandProblem(`The file ${path}, named by --previous, can't be used: ${message}`);
  const read = readWorkbook(readBytes(path), SUMMARY_BUDGET);
  if (read.kind === "refused") throw refuse(read.refusal.message);
  const result = readPrevious(read.workbook, of);
  if (result.kind === "refused") throw refuse(result.message);
  return result.entered;
}

/** What became of the entries of the earlier summary, in sentences. */
export function keptInWords(path: string, kept: Kept): readonly string[] {
  const parts = [
    counted(kept.judgements, "judgement"),
    counted(kept.figures, "figure of own spend", "figures of own spend"),
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

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
