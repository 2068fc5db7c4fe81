import type { SummaryColumn, SummaryMean, SummaryTable } from "../../template";

import type { Join } from "../total-rows";
import type { ReportedReturn } from "./reported-return";

/** The figure of an authority in a column, over those of its returns that the table shows; null where there is none. */
export type FigureOf = (column: SummaryColumn, returns: readonly ReportedReturn[]) => number | null;

/** A table with a row for each authority, how its figures come about, and what stands below them. */
export interface NationalTable {
  readonly table: SummaryTable;
  /** The table of a summary whose facts it is made of. */
  readonly of: SummaryTable;
  readonly figureOf: FigureOf;
  readonly foot:
    | { readonly kind: "joined"; readonly by: Join }
    /** Means, and the table that holds what the mean of each authority rests on, by the same columns. */
    | { readonly kind: "mean"; readonly mean: SummaryMean; readonly restsOn: string };
}

/** Totals below figures that add up. */
export const ADDED_UP = { kind: "joined", by: "SUM" } as const;
