import type { Expression } from "../formula";

/** How grave a finding is: fix before the return is final, put right or explain, or merely note. */
export type Level = "fix" | "explain" | "note";

/** What kind of value a field takes. Money is in whole £000. */
export type ValueType =
  | { readonly kind: "money" }
  | { readonly kind: "count"; readonly decimals: number }
  | { readonly kind: "percent"; readonly decimals: number }
  | { readonly kind: "date" }
  | { readonly kind: "text"; readonly most: number }
  | { readonly kind: "code" }
  | { readonly kind: "choice"; readonly choices: readonly string[] };

/** Whether a blank is an answer: `due` it is none, `optional` it says nothing, `zero` it counts as 0. */
export type Answer = "due" | "optional" | "zero";

/** What a formula of a built template refers to: fields by their keys. An area keeps the order of its keys. */
export interface FieldReference {
  readonly keys: readonly string[];
}

export type FieldExpression = Expression<FieldReference>;

/** Where a field's value comes from. */
export type FieldSource =
  | {
      readonly kind: "entered";
      readonly answer: Answer;
      readonly least: number | null;
      readonly most: number | null;
      /** Keys of the entries of which it has to be one; null where it names nothing. */
      readonly among: readonly string[] | null;
      /** Columns of entries beside which this answer can't stand: it says that there is nothing to report. */
      readonly excludes: readonly (readonly string[])[] | null;
    }
  | {
      readonly kind: "calculated";
      /** As its definition has it; null where it is looked up in a table of the year. */
      readonly written: string | null;
      /** As it stands in the sheet: refers to other fields, calculated ones among them. */
      readonly formula: FieldExpression;
      /** The same worked out from entered fields alone. */
      readonly expanded: FieldExpression;
    }
  | { readonly kind: "constant"; readonly value: string | number }
  | { readonly kind: "closed" };

/** One value of a return: a cell of a block, known by its key. */
export interface Field {
  readonly key: string;
  readonly block: string;
  readonly line: string;
  readonly column: string;
  /** As a person names it: "100 IM&T staff, 2007/08 plan revenue". */
  readonly label: string;
  readonly sheet: string;
  readonly type: ValueType;
  readonly source: FieldSource;
  /** A memo is part of no total. */
  readonly memo: boolean;
  /** A figure of another organisation, which files it itself: part of no total over organisations. */
  readonly anothers: boolean;
  /** For a field of a list: the keys of everything that is entered in its row. A row with nothing in it is not asked for. */
  readonly row: readonly string[] | null;
  /** Where its sheet may have nothing to report: when that is said, and what is entered on its line. */
  readonly nothing: { readonly is: FieldExpression; readonly line: readonly string[] } | null;
  readonly help: string | null;
  /** Ids of the guidance's obligations that the field serves, beside those of its block. */
  readonly serves: readonly string[];
}

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly group: string | null;
  /** The column of an earlier block of the sheet that this one stands under. */
  readonly under: string | null;
  readonly width: number | null;
  /** What the column holds: fields, or words worked out from the checks. */
  readonly shows: "fields" | "title" | "state";
}

export interface Line {
  readonly id: string;
  readonly number: number | null;
  readonly label: string;
  readonly total: boolean;
  readonly help: string | null;
  /** For a line of explanations: the code of the rule that it is about. */
  readonly about: string | null;
}

interface BlockBase {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  /** Ids of the guidance's obligations that the block serves. */
  readonly serves: readonly string[];
}

/** A block of values: lines × columns. A form is one with a single column; the lines of a list are rows to be filled as needed. */
export interface ValueBlock extends BlockBase {
  readonly kind: "form" | "table" | "list" | "explanations" | "nothing";
  readonly unit: string | null;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** For a list whose rows can be put in from other organisations' returns. */
  readonly takes: ListSource | null;
}

/** From which returns the rows of a list are put in, one row a return. */
export interface ListSource {
  readonly role: string;
  /** The column that says whose return a row is about. */
  readonly code: string;
  /** Column of the list → key in the other return. */
  readonly keys: ReadonlyMap<string, string>;
  /** Column that is entered → key in the other return that has to say the same. */
  readonly agrees: ReadonlyMap<string, string>;
  /** Column → answers in it that say of the other return that it is in order. */
  readonly vouches: ReadonlyMap<string, readonly string[]>;
  /** Whether every body of the organisation's community has to stand in the list. */
  readonly whole: boolean;
}

/** Where a workbook shows the state of every rule. It holds no values. */
export interface ChecksBlock extends BlockBase {
  readonly kind: "checks";
}

export type Block = ValueBlock | ChecksBlock;

export interface Sheet {
  readonly name: string;
  readonly portrait: boolean;
  readonly intro: string | null;
  readonly blocks: readonly Block[];
}

/** A message with values in it: texts, and formulas whose results are shown. */
export type MessagePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly expression: FieldExpression; readonly format: string | null };

/** A rule as it stands for one line, or once for the whole return. */
export interface RuleCase {
  /** The line that it is for; null where the rule stands once. */
  readonly line: string | null;
  /** For a row of a list: what is entered in it. While nothing is, the rule does not apply. */
  readonly row: readonly string[] | null;
  readonly at: readonly string[];
  readonly when: FieldExpression | null;
  readonly holds: FieldExpression;
  /** The few words of the Check cell beside the row. */
  readonly short: readonly MessagePart[];
  readonly says: readonly MessagePart[];
}

export interface Rule {
  readonly code: string;
  readonly level: Level;
  /** The day, as Excel counts it, until which what the rule finds is only noted; null where it asks from the start. */
  readonly advisoryUntil: number | null;
  readonly title: string;
  readonly fix: string;
  readonly source: string;
  readonly sheet: string;
  /** For a rule that stands once for each line: the block whose lines these are. */
  readonly block: string | null;
  readonly unless: readonly string[];
  /** Ids of the guidance's obligations that the rule serves. */
  readonly serves: readonly string[];
  /** What is expected and what is planned, as figures to be shown side by side; null where the rule compares no such two. */
  readonly compares: { readonly expected: FieldExpression; readonly planned: FieldExpression } | null;
  /** Its formulas and its message as its definition has them, for people to read. */
  readonly written: {
    readonly when: string | null;
    readonly holds: string;
    readonly at: readonly string[];
    readonly says: string;
  };
  readonly cases: readonly RuleCase[];
}

/** A check that is worked out in code or for every cell of a kind: its words and level are data. */
export interface StandingCheck {
  readonly kind: StandingKind;
  readonly code: string;
  readonly level: Level;
  readonly title: string;
  /** Words for a workbook's own Check cell; null where a workbook can't see the fault. */
  readonly short: string | null;
  readonly says: string;
  readonly fix: string;
  readonly source: string;
}

/** What the entry in one cell can have wrong with it, the first that fits. */
export const ENTRY_FAULTS = [
  "error_value",
  "blank",
  "not_a_number",
  "not_a_date",
  "not_whole",
  "below_least",
  "above_most",
  "not_in_list",
  "not_text",
  "too_long",
  "not_among",
  "nothing_but_entries",
  "entry_in_closed",
  "typed_over",
] as const;
export type EntryFault = (typeof ENTRY_FAULTS)[number];

/** What only a program can see. */
export const RETURN_FAULTS = [
  "wrong_total",
  "total_of_lost",
  "formula_changed",
  "formula_entered",
  "not_worked_out",
  "figure_as_text",
  "total_without_text",
  "date_as_text",
  "percent_in_points",
  "choice_varies",
  "code_became_number",
  "dates_of_1904",
  "lost_entry",
  "sheet_lost",
  "found_twice",
  "sheet_copied",
  "sheet_copied_differs",
  "sheet_renamed",
  "sheet_hidden",
  "sheets_moved",
  "label_changed",
  "label_of_another",
  "key_mended",
  "row_inserted",
  "row_added",
  "row_copied",
  "row_deleted",
  "outside_entry",
  "nothing_entered",
  "nothing_listed",
  "unknown_organisation",
  "merged_organisation",
  "other_name",
  "name_varies",
  "other_sha",
  "role_not_for_type",
  "other_version",
  "older_version",
  "file_of_another",
] as const;
export type ReturnFault = (typeof RETURN_FAULTS)[number];

/** What shows only where the returns of an authority lie side by side. */
export const COLLECTION_FAULTS = [
  "same_figures",
  "same_in_two_roles",
  "sent_twice",
  "sent_for_two",
  "row_differs",
  "row_of_nobody",
  "listed_once",
  "says_otherwise",
  "vouched_for",
  "community_lacks",
  "late",
] as const;
export type CollectionFault = (typeof COLLECTION_FAULTS)[number];
export type StandingKind = EntryFault | ReturnFault | CollectionFault;

/** Keys of the fields that say who files the return, and in what state. */
export interface Identity {
  readonly code: string;
  readonly name: string;
  readonly type: string | null;
  readonly sha: string | null;
  readonly status: string;
  readonly submission: string | null;
  /** Where the codes of the bodies stand that the organisation was made of. */
  readonly predecessors: string | null;
}

/** Where sheets of a return are said to have nothing to report. */
export interface Nothing {
  /** The words of the answer. */
  readonly answer: string;
  /** The key of the answer for the return as a whole. */
  readonly whole: string;
  /** By the name of a sheet: the key of its answer, and the test that it, or the whole return, has nothing. */
  readonly keyOf: ReadonlyMap<string, string>;
  readonly is: ReadonlyMap<string, FieldExpression>;
}

/** A return of one planning year and role, as data. */
export interface Template {
  readonly year: string;
  readonly yearLabel: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly version: string;
  readonly title: string;
  readonly sheets: readonly Sheet[];
  /** Every field by its key, in the order of the sheets. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly rules: readonly Rule[];
  /** Null where a return can't say so. */
  readonly nothing: Nothing | null;
  readonly standing: ReadonlyMap<StandingKind, StandingCheck>;
  /** Days of the year by name, as Excel counts them. */
  readonly dates: ReadonlyMap<string, number>;
  readonly identity: Identity;
  /** The words for the two states of a return. */
  readonly states: { readonly draft: string; readonly final: string };
  /** Types of organisation, as a register names them, that file this return. */
  readonly files: readonly string[];
}

/** The key of a value: `form.field`, or `table.line[column]`. */
export function fieldKey(
  block: { readonly kind: string; readonly id: string },
  line: string,
  column: string,
): string {
  return block.kind === "form" ? `${block.id}.${line}` : `${block.id}.${line}[${column}]`;
}
