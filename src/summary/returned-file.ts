import {
  foundText,
  foundValue,
  nothingSaid,
  statusOf,
  type Finding,
  type Return,
  type ReturnStatus,
} from "../return";

/** A file that was sent in, and what came of reading it. */
export interface ReturnedFile {
  /** As a person finds it again: the path below the folder that was given. */
  readonly file: string;
  readonly sha256: string;
  /** When the workbook says it was last saved (ISO text); file times change by mail and are not used. */
  readonly modified: string | null;
  /** The program that the workbook says it was made with; not known where it is left out. */
  readonly madeBy?: string | null;
  readonly reading:
    | { readonly kind: "return"; readonly found: Return; readonly findings: readonly Finding[] }
    | { readonly kind: "refused"; readonly code: string; readonly message: string };
}

/** A file that holds a return. */
export type ReturnFile = ReturnedFile & { readonly reading: { readonly kind: "return" } };

export function isReturn(file: ReturnedFile): file is ReturnFile {
  return file.reading.kind === "return";
}

export function statusOfFile({ reading }: ReturnFile): ReturnStatus {
  return statusOf(reading.found);
}

/** The submission number on the cover; 0 where there is none. */
export function submissionOf(found: Return): number {
  const { submission } = found.template.identity;
  const value = submission === null ? null : foundValue(found, submission);
  return typeof value === "number" ? value : 0;
}

/** The organisation's code and name on the cover, for files that no register entry stands for. */
export function namedOnCover(found: Return): string {
  const { code, name } = found.template.identity;
  return (
    [foundText(found, code), foundText(found, name)].filter((part) => part !== null).join(" ") ||
    "no organisation named"
  );
}

/** The name of a file without the folders that it lies in. */
export function bareName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? "";
}

/** The word with which a file's own name begins, in capitals: where a code stands, if any does. */
export function firstWord(file: string): string {
  return (
    bareName(file)
      .toUpperCase()
      .split(/[^A-Z0-9]+/)[0] ?? ""
  );
}

/** True where a return says that it has nothing to report at all: its blanks are no figures that are missing. */
export function saysNothingAtAll({ reading }: ReturnFile): boolean {
  return nothingSaid(reading.found).some(({ sheet }) => sheet === null);
}
