import type { Organisation } from "../register";

/** What is wanted of an organisation about one of the things that were found. */
export type Ask = "fix" | "explain" | "query";

/** One thing that an organisation is to put right or to explain, in words to send. */
export interface Point {
  readonly ask: Ask;
  readonly code: string;
  /** The sheet of the workbook that was returned; empty where it is about no sheet. */
  readonly sheet: string;
  /** Addresses, "D14". */
  readonly cells: readonly string[];
  /** The cells as a person names them: line and column. */
  readonly labels: readonly string[];
  readonly found: string;
  readonly mend: string;
  /** What the return explains and what the authority asks about it, a sentence each. */
  readonly said: readonly string[];
}

/** The points of one kind: first what is to be put right, then what is to be explained. */
export interface LetterSection {
  readonly ask: Ask;
  readonly title: string;
  readonly intro: string;
  /** What is alike on a sheet is one point here. */
  readonly points: readonly Point[];
}

/** What a letter says of the return of one role. */
export interface LetterReturn {
  readonly role: string;
  readonly roleLabel: string;
  readonly heading: string;
  /** Where the return stands, a sentence or two each. */
  readonly states: readonly string[];
  readonly sections: readonly LetterSection[];
  /** Every point by itself, for a list. */
  readonly points: readonly Point[];
}

export type LetterKind = "asks" | "reminder" | "invitation" | "thanks";

/** How many points of each kind a letter has. */
export type Counts = Readonly<Record<Ask, number>>;

/** A letter to one organisation about all its returns, as plain data: nothing of it hangs on how it is written down. */
export interface Letter {
  readonly kind: LetterKind;
  readonly organisation: Organisation;
  readonly from: { readonly code: string; readonly name: string };
  /** The day of the letter, in words. */
  readonly day: string;
  readonly subject: string;
  readonly salutation: string;
  readonly opening: readonly string[];
  readonly returns: readonly LetterReturn[];
  readonly closing: readonly string[];
  readonly farewell: string;
  /** What the register does not say of whoever is written to; null where it says all. */
  readonly unknownContact: string | null;
  readonly counts: Counts;
  /** What its texts may have in their braces, for the list that comes with it. */
  readonly holes: Readonly<Record<string, string>>;
}

/** True where there is something to be listed cell by cell. */
export function hasPoints({ counts }: Pick<Letter, "counts">): boolean {
  return counts.fix + counts.explain + counts.query > 0;
}
