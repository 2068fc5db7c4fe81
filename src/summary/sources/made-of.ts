/** A file that was given beside the returns: the register, an extract of a database, an earlier summary. */
export interface OtherFile {
  readonly file: string;
  readonly sha256: string;
  /** What it was given as, in words. */
  readonly as: string;
}

/** What a summary was made of and by, as far as it is known where it is made. */
export interface MadeOf {
  /** Name and version of the program; null where that is not known. */
  readonly tool: string | null;
  readonly others: readonly OtherFile[];
}

export const NOTHING_KNOWN: MadeOf = { tool: null, others: [] };
