import { readMessage } from "./message";
import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { checkReference, type SummaryGround } from "./summary-ground";
import { inSummary } from "./summary-references";
import type { SummaryWords } from "./summary-template";

/** Excel refuses a longer text inside a formula. */
const LONGEST_TEXT = 255;

/** Reads "… {net.plan_total|#,##0} …": figures are given their format, texts none. */
export function readWords(
  text: string,
  path: Path,
  {
    source,
    ground,
    problems,
  }: {
    readonly source: LocatedSource;
    readonly ground: SummaryGround;
    readonly problems: DefinitionProblem[];
  },
): readonly SummaryWords[] {
  try {
    return readMessage(text).map((part): SummaryWords => {
      if (part.kind === "line") throw new Unresolved("{line} stands only in a rule for each line.");
      if (part.kind === "value") {
        const expression = inSummary(part.expression, (reference) => {
          checkReference(reference, ground);
        });
        return { ...part, expression };
      }
      if (part.text.length > LONGEST_TEXT)
        throw new Unresolved(
          `A stretch of these words has ${part.text.length} characters; Excel takes ${LONGEST_TEXT} in a formula.`,
        );
      return part;
    });
  } catch (problem) {
    if (!(problem instanceof Unresolved)) throw problem;
    problems.push(source.problem(path, problem.message));
    return [];
  }
}
