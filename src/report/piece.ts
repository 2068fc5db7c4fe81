import type { ShownCell, ShownRow } from "./shown-rows";

/** A large figure with what it is called and what is said of it. */
export interface LargeFigure {
  readonly label: string;
  readonly cell: ShownCell;
  readonly notes: readonly string[];
}

/** A table of a sheet by what its rows are for. */
export interface ShownTable {
  readonly kind: "table";
  readonly title: string | null;
  readonly heads: readonly ShownRow[];
  readonly rows: readonly ShownRow[];
  readonly totals: readonly ShownRow[];
}

/** A list that is too long to be read on a page: how many rows the workbook has of it. */
export interface CountedList {
  readonly kind: "counted";
  readonly title: string | null;
  readonly rows: number;
}

/** What a sheet of the summary is made of, from top to bottom. */
export type Piece =
  | { readonly kind: "title"; readonly words: string }
  | { readonly kind: "words"; readonly words: string; readonly strong: boolean }
  | { readonly kind: "figures"; readonly figures: readonly LargeFigure[] }
  | ShownTable
  | CountedList;
