import type { Expression } from "../formula";
import type { ChartKind, ChartLook } from "./summary-charts-shape";
import type { SummaryColumnHead } from "./summary-column";
import type { SummaryList } from "./summary-list";
import type { SummaryRating, SummaryState } from "./summary-marks";
import type { SummaryByTable, SummaryHeld } from "./summary-over-all";
import type { ValueType } from "./template";

/** What a formula of the summary refers to. */
export type SummaryReference =
  /** `[@column]`: its own row. */
  | { readonly kind: "row"; readonly column: string }
  /** `table.column`: the total of a table's column. */
  | { readonly kind: "total"; readonly table: string; readonly column: string }
  /** `table[column]`: the column itself, a cell for each organisation. */
  | { readonly kind: "column"; readonly table: string; readonly column: string }
  /** `held.line.column`: a figure that the authority enters, and a blank cell until it has. */
  | { readonly kind: "held"; readonly line: string; readonly column: string }
  /** `open.ab01`, `raised.role[ab01]`: in how many returns a check is open, or was raised at all; a null role is every one. */
  | {
      readonly kind: "findings";
      readonly which: "open" | "raised";
      readonly code: string;
      readonly role: string | null;
    }
  /** `received.role`, `expected.role`: how many returns came with something in them, and how many are expected. */
  | { readonly kind: "returns"; readonly which: "received" | "expected"; readonly role: string };

export type SummaryExpression = Expression<SummaryReference>;

export interface SummaryColumn extends SummaryColumnHead {
  readonly source:
    | { readonly kind: "value"; readonly key: string }
    /** How many rows of a list have something in this column. */
    | { readonly kind: "entries"; readonly list: string; readonly column: string }
    /** A formula over the whole return; its lists may be longer there than the template draws them, so it is read for each. */
    | { readonly kind: "works_out"; readonly formula: string }
    /** The grade that the rule of its sheet gives to a share in another column of its row. */
    | { readonly kind: "rated"; readonly of: string }
    | { readonly kind: "formula"; readonly expression: SummaryExpression };
  /** Whether the figures may be added up over organisations: an amount that is no memo and no other body's. */
  readonly adds: boolean;
}

/** Organisations × columns. */
export interface SummaryTable {
  readonly id: string;
  readonly role: string;
  readonly title: string;
  readonly intro: string | null;
  readonly columns: readonly SummaryColumn[];
  /** False where the figures are other bodies' and stand in no total. */
  readonly totals: boolean;
  /** Signs that stand in its cells for answers, counted below them; null where answers stand as they are. */
  readonly states: readonly SummaryState[] | null;
  /** A test of the return of each row: only those of which it is true are shown; null where all are, the missing ones too. */
  readonly only: string | null;
  /** What stands in place of totals where rates are shown; null where nothing does. */
  readonly mean: SummaryMean | null;
}

/** The mean of each rate over the returns that have it, and what it is held against. */
export interface SummaryMean {
  /** What the row is called, and what the means are weighted by: a column of the table; null where each return counts alike. */
  readonly says: string;
  readonly weight: string | null;
  /** What the rates are to reach, by column; a rate below it is marked. */
  readonly target: { readonly says: string; readonly by: ReadonlyMap<string, number> } | null;
  /** Columns of which none is to be below the one before it. */
  readonly rising: readonly string[];
}

/** Tables with a row for each organisation that files in the table's role, which is mostly that of the sheet. */
export interface SummaryTables {
  readonly kind: "tables";
  readonly name: string;
  readonly role: string;
  readonly intro: string | null;
  readonly rating: SummaryRating | null;
  readonly tables: readonly SummaryTable[];
  /** Tables over all returns together, with which the sheet begins. */
  readonly by: readonly SummaryByTable[];
  /** What the authority enters there to hold the returns against; null where it enters nothing. */
  readonly held: SummaryHeld | null;
}

/** Every row of a list that is put in from other returns, beside what those returns say themselves. */
export interface SummaryRows {
  readonly kind: "rows";
  readonly name: string;
  readonly role: string;
  readonly intro: string | null;
  readonly list: string;
  /** Other columns of the list that are shown as they are. */
  readonly also: readonly string[];
}

export type SummarySheet = SummaryTables | SummaryRows | SummaryList;

/** One of the figures that the overview begins with. */
export interface SummaryFigure {
  readonly label: string;
  readonly says: string;
  readonly type: ValueType;
  readonly expression: SummaryExpression;
}

/** A sentence with figures in it. */
export type SummaryWords =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly expression: SummaryExpression; readonly format: string | null };

/** A figure that the returns show, as an answer or a part of one. */
export interface AssuranceFigure {
  readonly label: string;
  readonly type: ValueType;
  readonly expression: SummaryExpression;
  /** Of how many, or what it is held against; and the word that stands before that. */
  readonly of: SummaryExpression | null;
  readonly word: string;
  /** Whether something is still to be done while it is not 0. */
  readonly open: boolean;
}

/** One thing of which an authority has to assure itself. */
export interface AssuranceLine {
  readonly id: string;
  /** Ids of the guidance's obligations. */
  readonly serves: readonly string[];
  readonly question: string;
  /** The day by which it is due, as Excel counts them. */
  readonly by: number | null;
  readonly shows: readonly AssuranceFigure[];
}

export interface AssuranceSection {
  readonly title: string;
  readonly says: readonly SummaryWords[];
  readonly lines: readonly AssuranceLine[];
}

/** A line of what the authority spends itself; nothing of it is in a total of the returns. */
export interface OwnSpendLine {
  readonly id: string;
  readonly label: string;
  readonly type: ValueType;
  /** Lines that it adds up; null where it is entered. */
  readonly sums: readonly string[] | null;
  /** By column: the same figure of all the returns. */
  readonly returns: ReadonlyMap<string, SummaryExpression>;
}

export interface OwnSpend {
  readonly title: string;
  readonly intro: string | null;
  /** What stands over the labels. */
  readonly head: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly lines: readonly OwnSpendLine[];
}

/** What an authority assures itself of: what the returns show, and room for its judgement. */
export interface SummaryAssurance {
  readonly intro: string | null;
  readonly sections: readonly AssuranceSection[];
  readonly ownSpend: OwnSpend | null;
}

/** Rows of a list that are held against another source: which list, which answer marks them, which column is what. */
interface HeldAgainst<Column extends string, State extends string> {
  readonly sheet: string;
  readonly intro: string | null;
  readonly list: string;
  readonly marked: { readonly column: string; readonly is: string };
  readonly columns: Readonly<Record<Column, string>>;
  /** Words for each state in which such a row can be; each begins with a sign. */
  readonly states: Readonly<Record<State, string>>;
}

/** Where a commitment stands: in the plan, in the database, or in both. */
export type CommitmentState =
  | "in_both"
  | "by_words"
  | "apart"
  | "only_plan"
  | "later"
  | "only_database"
  | "not_returned"
  | "not_expected"
  | "not_registered";

/** Commitments of the plans beside those of a national database. */
export interface SummaryCommitments extends HeldAgainst<
  "name" | "product" | "supplier" | "reference" | "go_live",
  CommitmentState
> {
  /** Which answers say that a row need not be recorded yet; null where every row has to be. */
  readonly later: { readonly column: string; readonly is: readonly string[] } | null;
  /** So many days may lie between the two dates. */
  readonly days: number;
}

/** How what is planned of a product in a quarter stands to what is contracted. */
export type ContractState = "as_contracted" | "more" | "fewer" | "not_contracted" | "outside" | "no_date";

/** Deployments of LSPs in the plans beside what is contracted with them. */
export type SummaryContracts = HeldAgainst<"name" | "lsp" | "product" | "go_live", ContractState>;

/** How an organisation's earlier figure stands to its figure of now, or why one can't be held against the other. */
export type BesideState =
  /** A difference that is marked, either way; one that is not. */
  | "above"
  | "below"
  | "near"
  | "no_earlier"
  | "blank_earlier"
  /** Of the bodies that the organisation was made of, some returned nothing. */
  | "part_earlier"
  | "no_now"
  | "neither"
  | "no_figure";

/** The returns of another year beside those of this one: what was planned then, and what is said of it now. */
export interface SummaryBeside {
  readonly year: string;
  readonly yearLabel: string;
  readonly sheet: string;
  readonly intro: string | null;
  readonly byLine: { readonly sheet: string; readonly intro: string | null };
  readonly heads: { readonly earlier: string; readonly now: string; readonly difference: string };
  /** Role → what its organisations are called together. */
  readonly roles: ReadonlyMap<string, string>;
  readonly table: string;
  /** Which column of the earlier year stands beside which of this year. */
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly earlier: string;
    readonly now: string;
  }[];
  readonly lines: readonly string[];
  /** Lines that are shown organisation by organisation beside the totals. */
  readonly organisations: readonly string[];
  readonly marked: { readonly column: string; readonly percent: number; readonly least: number };
  readonly states: Readonly<Record<BesideState, string>>;
}

/** A chart of figures that the summary has. */
export interface SummaryChart {
  readonly id: string;
  /** The sheet on which it is drawn. */
  readonly on: string;
  /** The table of that sheet below which it stands; null where it stands above them all. */
  readonly below: string | null;
  readonly kind: ChartKind;
  readonly type: ValueType;
  /** Its message, and what somebody is told who does not see it. */
  readonly title: readonly SummaryWords[];
  readonly says: readonly SummaryWords[];
  readonly draws:
    | {
        readonly kind: "points";
        readonly points: readonly string[];
        /** With a figure for each point. */
        readonly series: readonly (SeriesLook & { readonly figures: readonly SummaryExpression[] })[];
      }
    | {
        readonly kind: "organisations";
        readonly table: string;
        /** The column by which they are sorted, which of its figures come first, and how many are drawn. */
        readonly by: string;
        readonly first: "greatest" | "least";
        readonly most: number;
        readonly series: readonly (SeriesLook & { readonly column: string })[];
      }
    | {
        /** Rows of a table over all returns. */
        readonly kind: "rows";
        readonly table: string;
        /** The column by which they are sorted, the greatest first; null where they stand as in their table. */
        readonly by: string | null;
        readonly most: number | null;
        readonly series: readonly (SeriesLook & { readonly column: string })[];
      };
}

interface SeriesLook {
  readonly label: string;
  readonly look: ChartLook;
}

/** What an SHA's summary shows of the returns of a year. */
export interface SummaryTemplate {
  readonly title: string;
  readonly figures: readonly SummaryFigure[];
  readonly sheets: readonly SummarySheet[];
  readonly charts: readonly SummaryChart[];
  readonly assurance: SummaryAssurance | null;
  /** Null where the year does not say what a database or contracts are held against. */
  readonly commitments: SummaryCommitments | null;
  readonly contracts: SummaryContracts | null;
  /** Null where the year sets none beside it, and until the years are linked. */
  readonly beside: SummaryBeside | null;
  /** Keys of the days on which a return was signed off, as far as its role has them. */
  readonly signedOff: readonly string[];
}
