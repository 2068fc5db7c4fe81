import type { Level } from "../../template";
import type { Entry } from "../../workbook";

/** A cell of the open workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** "D14". */
  readonly cell: string;
}

/** How many things there are to say of a sheet, or of the whole return; what was explained is counted apart. */
export interface Counts extends Readonly<Record<Level, number>> {
  readonly explained: number;
}

/** How far the answers of a sheet are. */
export type Measure =
  /** So many of the answers that are due are given, each of its kind. */
  | { readonly kind: "answers"; readonly given: number; readonly due: number }
  /** A sheet of lists in which nothing stands yet. */
  | { readonly kind: "empty_list" }
  /** Somebody said that there is nothing to report on it. */
  | { readonly kind: "nothing_to_report" }
  /** Nothing has to be filled in on it, though something may be. */
  | { readonly kind: "none_due" }
  /** It only shows something, as the list of checks does. */
  | { readonly kind: "no_entries" }
  /** It is no longer in the workbook. */
  | { readonly kind: "gone" };

/** One sheet of the return. */
export interface SheetReading {
  /** As it is called in the workbook. */
  readonly name: string;
  readonly measure: Measure;
  readonly counts: Counts;
  /** Where to go: the first answer that is due, or else the first entry. */
  readonly go: CellPlace | null;
}

/** What an entry was surely meant to be, as a write that a person may ask for. */
export interface Mend {
  readonly entry: Entry;
  /** "1,250": what will stand there. */
  readonly words: string;
}

/** One finding, at its cells. */
export interface FoundPlace {
  /** The cell to go to; null where it is of none. */
  readonly cell: string | null;
  /** "D10:O10, F12": all its cells, in as few words as they have. */
  readonly where: string;
  /** As a person names it; empty where it is of no one cell. */
  readonly label: string;
  readonly message: string;
  readonly mends: readonly Mend[];
}

/** Where the explanation of a finding is kept, and what is kept there now. */
export interface Explanation {
  readonly place: CellPlace;
  readonly text: string | null;
  /** How many characters there is room for. */
  readonly most: number;
}

/** Findings of the same thing on one sheet. */
export interface FindingGroup {
  /** Stays the same while what is found changes. */
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly sheet: string;
  readonly fix: string;
  readonly source: string;
  readonly places: readonly FoundPlace[];
  /** Null where the return has no place for one, or none is asked for. */
  readonly explanation: Explanation | null;
}

/** What is to be done by a day that the guidance sets. */
export interface Deadline {
  /** "31 March 2007". */
  readonly day: string;
  readonly things: readonly { readonly what: string; readonly sheets: readonly string[] }[];
}

/** Two figures that a rule holds against each other. */
export interface Comparison {
  readonly title: string;
  readonly expected: number;
  readonly planned: number;
  /** Whether the rule holds. */
  readonly holds: boolean;
  readonly go: CellPlace | null;
}

/** What the cover says of the state of the return. */
export interface Standing {
  readonly kind: "blank" | "draft" | "final";
  /** The words of the state that is to be chosen when all is done. */
  readonly final: string;
  readonly place: CellPlace | null;
  /** What that entry is called. */
  readonly label: string;
}

/** Everything that the pane shows of a return, as plain data. */
export interface Reading {
  readonly title: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly standing: Standing;
  readonly sheets: readonly SheetReading[];
  readonly counts: Counts;
  readonly groups: readonly FindingGroup[];
  readonly deadlines: readonly Deadline[];
  readonly comparisons: readonly Comparison[];
  /** Sheets of the workbook that are of another return, of which nothing is said here. */
  readonly others: readonly string[];
}
