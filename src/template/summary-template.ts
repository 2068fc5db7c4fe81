import type { Expression } from "../formula";
import type { ValueType } from "./template";

/** What a column of the summary refers to: its own row, or the total of a table's column. */
export type SummaryReference =
  | { readonly kind: "row"; readonly column: string }
  | { readonly kind: "total"; readonly table: string; readonly column: string };

export type SummaryExpression = Expression<SummaryReference>;

export interface SummaryColumn {
  readonly id: string;
  readonly label: string;
  readonly group: string | null;
  readonly width: number | null;
  readonly type: ValueType;
  readonly source:
    | { readonly kind: "value"; readonly key: string }
    /** How many rows of a list have something in this column. */
    | { readonly kind: "entries"; readonly list: string; readonly column: string }
    | { readonly kind: "formula"; readonly expression: SummaryExpression };
  /** Whether the figures may be added up over organisations: an amount that is no memo and no other body's. */
  readonly adds: boolean;
}

/** Organisations × columns. */
export interface SummaryTable {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly columns: readonly SummaryColumn[];
  /** False where the figures are other bodies' and stand in no total. */
  readonly totals: boolean;
}

/** Tables with a row for each organisation that files in this role. */
export interface SummaryTables {
  readonly kind: "tables";
  readonly name: string;
  readonly role: string;
  readonly intro: string | null;
  readonly tables: readonly SummaryTable[];
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

export type SummarySheet = SummaryTables | SummaryRows;

/** One of the figures that the overview begins with. */
export interface SummaryFigure {
  readonly label: string;
  readonly says: string;
  readonly type: ValueType;
  readonly expression: SummaryExpression;
}

/** What an SHA's summary shows of the returns of a year. */
export interface SummaryTemplate {
  readonly title: string;
  readonly figures: readonly SummaryFigure[];
  readonly sheets: readonly SummarySheet[];
}
