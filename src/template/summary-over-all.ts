import type { SummaryColumnHead } from "./summary-column";
import type { SummaryExpression } from "./summary-template";
import type { ValueType } from "./template";

/** A row of a table over all returns: a choice, a line, or what is of no choice. */
export interface SummaryByRow {
  readonly id: string;
  readonly label: string;
}

/** Rows of a list of the returns, put to the choices of a column: of their own list, or of the list whose rows they name. */
export interface SummaryByList {
  readonly roles: readonly string[];
  readonly list: string;
  readonly choice: { readonly list: string; readonly column: string };
  /** Where the choice stands in another list: which column names its rows, and which column has those names. */
  readonly through: { readonly column: string; readonly name: string } | null;
  /** The row for those of no choice. */
  readonly rest: SummaryByRow;
}

export interface SummaryByColumn extends SummaryColumnHead {
  readonly source:
    /** Worked out of each row of the list and added up. */
    | { readonly kind: "each"; readonly expression: SummaryExpression }
    /** In how many organisations such a column is more than 0. */
    | { readonly kind: "organisations"; readonly of: string }
    /** In how many rows of a column of another table the choice stands. */
    | { readonly kind: "same"; readonly table: string; readonly column: string }
    /** The total of another table's column that bears the name of the row. */
    | { readonly kind: "totals"; readonly table: string }
    | { readonly kind: "formula"; readonly expression: SummaryExpression };
  /** Whether its rows may be added up. */
  readonly adds: boolean;
  /**
   * Over several authorities it is worked out in each by itself and added up: what the formula makes of all together is another thing,
   * which stands beside it under this label. `says` tells the two apart. Null where all together is meant.
   */
  readonly apart: { readonly label: string; readonly says: string } | null;
}

/** A row for each choice, or for each line of a table of the return, over all organisations together. */
export interface SummaryByTable {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly head: string;
  readonly rows: readonly SummaryByRow[];
  /** Null where no rows of a list are put to them. */
  readonly list: SummaryByList | null;
  readonly columns: readonly SummaryByColumn[];
  /** What the row of totals is called; null where there is none. */
  readonly total: string | null;
  readonly totals: boolean;
  readonly organisations: { readonly title: string; readonly intro: string | null } | null;
}

/** A figure that the authority enters, and what the returns have to hold against it, by column. */
export interface SummaryHeldLine {
  readonly id: string;
  readonly label: string;
  readonly type: ValueType;
  readonly returns: { readonly label: string; readonly by: ReadonlyMap<string, SummaryExpression> };
}

export interface SummaryHeld {
  readonly title: string;
  readonly intro: string | null;
  readonly head: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly lines: readonly SummaryHeldLine[];
  readonly words: {
    readonly difference: string;
    readonly result: string;
    /** Each begins with a sign. */
    readonly reached: string;
    readonly short: string;
    readonly unknown: string;
  };
}
