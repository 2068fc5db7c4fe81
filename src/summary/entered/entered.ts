import type { EntryRow } from "./entry-row";
import type { LastReturns } from "./last-returns";

/** Rows of entries by their keys. */
export type EnteredRows = ReadonlyMap<string, EntryRow>;

/** A row of entries that has no place in the new summary, and why. */
export interface LeftOver {
  readonly row: EntryRow;
  readonly why: string;
}

/** What an authority entered in an earlier summary, and the returns that it was made of. */
export interface Entered {
  readonly lastReturns: LastReturns;
  readonly judgements: EnteredRows;
  readonly ownSpend: EnteredRows;
  /** Figures that the returns are held against. */
  readonly held: EnteredRows;
  readonly verdicts: EnteredRows;
  /** Entries without a place: on lines that the summary does not have, or that stood there twice. */
  readonly leftOver: { readonly judgements: readonly LeftOver[]; readonly verdicts: readonly LeftOver[] };
  /** Sheets with entries whose columns could not be told apart. */
  readonly unread: readonly string[];
  /** Entries that were kept and are none of the choices, no figure or no date, each in a sentence. */
  readonly unfit: readonly string[];
}

/** Of a summary that is made for the first time. */
export const NOTHING_ENTERED: Entered = {
  lastReturns: new Map(),
  judgements: new Map(),
  ownSpend: new Map(),
  held: new Map(),
  verdicts: new Map(),
  leftOver: { judgements: [], verdicts: [] },
  unread: [],
  unfit: [],
};
