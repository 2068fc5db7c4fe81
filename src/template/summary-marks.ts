import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { RatingDefinition, StatesDefinition } from "./summary-marks-shape";

/** How a marked cell looks. The sign in it says the same. */
export type MarkLook = "green" | "amber" | "red" | "note" | "quiet";

/** What stands in a table's cell for an answer of the returns. */
export interface SummaryState {
  /** The answer; null for no answer, or one that is none of the others. */
  readonly is: string | null;
  readonly sign: string;
  readonly says: string;
  readonly look: MarkLook;
}

export interface SummaryGrade {
  readonly sign: string;
  readonly word: string;
  readonly look: MarkLook;
  /** The least share that gets it; null for the last grade, which takes what is below the others. */
  readonly least: number | null;
  /** The words before and after the share. */
  readonly says: readonly string[];
}

/** The rule by which a sheet rates figures, as it is shown above its tables. */
export interface SummaryRating {
  readonly title: string;
  readonly intro: string | null;
  readonly grades: readonly SummaryGrade[];
  readonly none: { readonly sign: string; readonly word: string; readonly says: string };
}

/** Where a definition is read, and what is wrong with it. */
interface Reading {
  readonly source: LocatedSource;
  readonly problems: DefinitionProblem[];
}

/** Reads which sign stands for which answer: one for each, and one for none. */
export function readStates(
  written: StatesDefinition,
  path: Path,
  { source, problems }: Reading,
): readonly SummaryState[] {
  const refuse = (at: Path, message: string) => problems.push(source.problem([...path, ...at], message));
  written.forEach(({ is, sign }, at) => {
    const before = written.slice(0, at);
    if (before.some((one) => one.sign === sign)) refuse([at, "sign"], `The sign ${sign} stands here twice.`);
    if (before.some((one) => one.is === is))
      refuse(
        [at],
        is === undefined ? "One sign alone is for no answer." : `The answer ${is} stands here twice.`,
      );
  });
  if (written.every(({ is }) => is !== undefined))
    refuse([], "One of these, without “is”, is for no answer.");
  return written.map(({ is = null, sign, says, look }) => ({
    is,
    sign,
    says: says ?? is ?? "No answer",
    look,
  }));
}

/** Reads a rule of grades: each begins below the one before, and the last takes the rest. */
export function readRating(
  written: RatingDefinition,
  path: Path,
  { source, problems }: Reading,
): SummaryRating {
  const { title, intro = null, grades, none } = written;
  const last = grades.length - 1;
  grades.forEach(({ least, says }, at) => {
    const refuse = (part: string, message: string) =>
      problems.push(source.problem([...path, "grades", at, part], message));
    const before = grades[at - 1]?.least;
    if (at === last && least !== undefined) refuse("least", "The last grade takes what is below the others.");
    if (at < last && least === undefined)
      refuse("sign", "Say from which share on this grade is given: least.");
    if (least !== undefined && before !== undefined && least >= before)
      refuse("least", "Grades stand from the highest share to the lowest.");
    if (says.includes("{least}") && least === undefined) refuse("says", "There is no {least} in this grade.");
  });
  return {
    title,
    intro,
    grades: grades.map(({ least = null, says, ...grade }) => ({
      ...grade,
      least,
      says: says.split("{least}"),
    })),
    none,
  };
}
