import { isoDay } from "../cells";

import { DATES, holesIn, lettersDefinition, type LettersDefinition } from "./letters-shape";
import type { DefinitionProblem, LocatedSource, Path } from "./source";

/** The words of an authority's letters about the returns of a year; what stands in braces is filled in for each letter. */
export interface LettersTemplate {
  readonly words: LettersDefinition;
  /** The ISO day by which an answer is wanted. */
  readonly replyBy: string;
  /** ISO days of the year by what stands for them in braces. */
  readonly days: ReadonlyMap<string, string>;
}

/** The file of the words; like a sheet's, it may stand among what several years have in common. */
export const LETTERS = "letters";

/** Reads the words of letters; every day that they name has to be one of the year's. */
export function readLetters(
  source: LocatedSource,
  dates: ReadonlyMap<string, number>,
  problems: DefinitionProblem[],
): LettersTemplate | undefined {
  const written = source.as(lettersDefinition, problems);
  if (!written) return undefined;
  const before = problems.length;
  const noDay = (path: Path, name: string) =>
    problems.push(source.problem(path, `There is no day ${name} among the year's dates.`));
  const { before: named, days } = written.reply;
  const last = dates.get(named);
  if (last === undefined) noDay(["reply", "before"], named);
  eachText(written, [], (text, path) => {
    for (const hole of holesIn(text))
      if (hole.startsWith(DATES) && !dates.has(hole.slice(DATES.length)))
        noDay(path, hole.slice(DATES.length));
  });
  if (last === undefined || problems.length > before) return undefined;
  return {
    words: written,
    replyBy: isoDay(last - days) ?? "",
    days: new Map([...dates].map(([name, day]) => [`${DATES}${name}`, isoDay(day) ?? ""])),
  };
}

function eachText(part: unknown, path: Path, tell: (text: string, path: Path) => void): void {
  if (typeof part === "string") tell(part, path);
  else if (typeof part === "object" && part !== null)
    for (const [name, inside] of Object.entries(part))
      eachText(inside, [...path, Array.isArray(part) ? Number(name) : name], tell);
}
