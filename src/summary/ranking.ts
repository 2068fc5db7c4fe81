import type { ReturnStatus } from "../return";

import { statusOfFile, submissionOf, type ReturnFile } from "./returned-file";

const RANK: Readonly<Record<ReturnStatus, number>> = { final: 2, draft: 1, blank: 0 };
const STATUS_WORDS: Readonly<Record<ReturnStatus, string>> = {
  final: "a final return",
  draft: "a draft",
  blank: "one with nothing in it",
};

/** Final before draft, then the submission number, then when the workbook was saved, then its digest, so that the order never depends on names. */
export function outranks(a: ReturnFile, b: ReturnFile): number {
  return (
    RANK[statusOfFile(b)] - RANK[statusOfFile(a)] ||
    submissionOf(b.reading.found) - submissionOf(a.reading.found) ||
    compare(b.modified ?? "", a.modified ?? "") ||
    compare(a.sha256, b.sha256) ||
    // "return.xlsx" before "return (1).xlsx".
    a.file.length - b.file.length ||
    compare(a.file, b.file)
  );
}

/** Why the first of two returns of an organisation counts and not the other, in a sentence. */
export function whyFirst(first: ReturnFile, other: ReturnFile): string {
  if (first.sha256 === other.sha256) return "The same file, sent twice.";
  const [status, others] = [statusOfFile(first), statusOfFile(other)];
  if (status !== others) return `${capital(STATUS_WORDS[status])} counts before ${STATUS_WORDS[others]}.`;
  const [number, lower] = [submissionOf(first.reading.found), submissionOf(other.reading.found)];
  if (number !== lower)
    return `Submission ${number} counts before ${lower === 0 ? "one without a number" : `submission ${lower}`}.`;
  const { modified } = first;
  if (modified !== null && modified !== other.modified) {
    if (other.modified === null)
      return `It says when it was saved (${momentWords(modified)}), and this one does not.`;
    const exact = momentWords(modified) === momentWords(other.modified);
    const words = (iso: string) => (exact ? iso.replace("T", " ").replace("Z", "") : momentWords(iso));
    return `It was saved later (${words(modified)} against ${words(other.modified)}).`;
  }
  return "Nothing tells the two apart but their contents; the one whose digest (SHA-256) comes first counts. If that is the wrong one, have the right one sent again with a higher submission number.";
}

/** "2007-03-12 09:30" */
function momentWords(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
