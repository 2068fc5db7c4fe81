import { isoDay } from "../../cells";
import { countedValue, type Return } from "../../return";
import type { Template } from "../../template";

import { dayWords } from "../day-words";
import type { LastReturn } from "../entered/last-returns";
import { statusOfFile, submissionOf, type ReturnFile } from "../returned-file";

/** What a file is held against to tell whether it was changed after it was final. */
export interface HeldAgainstBefore {
  /** Other files of the same organisation and role. */
  readonly others: readonly ReturnFile[];
  /** The return that counted in the earlier summary. */
  readonly last: LastReturn | undefined;
  /** Keys of the days of sign-off. */
  readonly signedOff: readonly string[];
}

/**
 * Whether a final return was changed after it was final, in words that begin with a sign. A workbook keeps no copy of what was signed:
 * another final file of the same submission tells it, the earlier summary does, and the day on which the workbook was last saved hints.
 */
export function changedAfterFinal(file: ReturnFile, { others, last, signedOff }: HeldAgainstBefore): string {
  if (statusOfFile(file) !== "final") return "● Not final";
  const { found } = file.reading;
  const submission = submissionOf(found);
  const rival = others.find(
    (other) =>
      statusOfFile(other) === "final" &&
      other.sha256 !== file.sha256 &&
      submissionOf(other.reading.found) === submission,
  );
  if (rival) return `▲ Yes: ${rival.file} is final under the same submission number and holds something else`;
  if (last?.sha256 === file.sha256) return "✔ No: it is the file of the last summary";
  if (last && wasFinal(last, found.template, submission))
    return `▲ Yes: in the last summary it was final under the same submission number, as another file (${last.file})`;
  const day = lastSignature(found, signedOff);
  const saved = file.modified?.slice(0, 10) ?? null;
  if (saved === null) return "● Can't be told: the workbook doesn't say when it was last saved";
  if (day === null)
    return "● Can't be told: the cover has no day of sign-off to hold the last saving against";
  const words = `last saved on ${dayWords(saved)}, signed off on ${dayWords(day)}`;
  return saved > day ? `▲ Perhaps: ${words}` : `✔ No sign of it: ${words}`;
}

function wasFinal({ values }: LastReturn, { identity, states }: Template, submission: number): boolean {
  const status = values.get(identity.status);
  const number = identity.submission === null ? null : values.get(identity.submission);
  return (
    typeof status === "string" &&
    status.trim().toLowerCase() === states.final.toLowerCase() &&
    (typeof number === "number" ? number : 0) === submission
  );
}

/** The later of the days on which the return was signed off, as an ISO day; null where none is entered. */
function lastSignature(found: Return, keys: readonly string[]): string | null {
  const days = keys.flatMap((key) => {
    const value = countedValue(found, key);
    return typeof value === "number" ? [value] : [];
  });
  return days.length === 0 ? null : (isoDay(Math.max(...days)) ?? null);
}
