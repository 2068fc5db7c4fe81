import type { RawValue } from "../cells";
import type { Expression } from "../formula";
import type { Organisation } from "../register";
import type { Field, Path, Template } from "../template";

import type { Worths } from "./worths";

/** What a demo's formula refers to: a draw or figure by its bare name, a field by its key, or a list's whole column. */
export type DemoReference =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "column"; readonly fields: readonly Field[] };

export type Given =
  | { readonly kind: "value"; readonly value: RawValue }
  | { readonly kind: "formula"; readonly formula: Expression<DemoReference> };

/** Names that only one row of a list knows. */
export interface RowNames {
  /** What the row is called, so that each row draws for itself. */
  readonly row: string;
  readonly worths: Worths;
}

/** What is put under one key; the path leads to where the definition says so. */
export interface Assignment {
  readonly key: string;
  readonly given: Given;
  readonly path: Path;
  readonly names?: RowNames;
}

/** A number that is worked out before anything is filled in. */
export interface Figure {
  readonly name: string;
  readonly formula: Expression<DemoReference>;
  readonly path: Path;
}

/** One thing that is done to the entries of a return, with every key known to exist. */
export type Operation =
  | { readonly kind: "fill"; readonly assignments: readonly Assignment[] }
  /** Values that go to other keys, all at once. */
  | { readonly kind: "move"; readonly moves: readonly { readonly from: string; readonly to: string }[] }
  | { readonly kind: "blank"; readonly keys: readonly string[] }
  | { readonly kind: "times"; readonly keys: readonly string[]; readonly by: number }
  /** Figures that were typed as text: "1,250k" for #k. */
  | { readonly kind: "text"; readonly keys: readonly string[]; readonly as: string }
  /** The figures of another return that this one has a place for, in these blocks or in all. */
  | {
      readonly kind: "take";
      readonly code: string;
      readonly role: string;
      readonly blocks: readonly string[] | null;
      readonly path: Path;
    };

/** One thing that is done to the workbook itself. */
export type LayoutChange =
  | { readonly kind: "formula"; readonly key: string; readonly formula: string }
  | {
      readonly kind: "row";
      readonly sheet: string;
      /** A key of the line that the row is put in below. */
      readonly below: string;
      readonly label: string;
      /** What is typed into the row, each in the column of one of these keys. */
      readonly figures: readonly { readonly under: string; readonly value: RawValue }[];
    }
  | { readonly kind: "rename"; readonly from: string; readonly to: string };

/** What becomes of one return on its way to the SHA. */
export interface Sending {
  readonly operations: readonly Operation[];
  readonly changes: readonly LayoutChange[];
  /** Whose returns the rows of its lists are about, where it isn't who it should be. */
  readonly lists: readonly string[] | null;
  /** Rows that were taken from another file of these organisations than the last: code → what it is called. */
  readonly took: ReadonlyMap<string, string>;
  /** The version of the workbook that was used, where it is not the template's. */
  readonly version: string | null;
  /** The day on which it came in, where that is said. */
  readonly arrived: number | null;
  readonly file:
    | { readonly kind: "workbook" }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "nothing" };
  /** What the file's copy is called, where it was sent twice. */
  readonly twice: string | null;
  /** Another return of the same organisation. */
  readonly also: { readonly called: string; readonly sending: Sending } | null;
  readonly path: Path;
}

export type Range = readonly [least: number, most: number];

/** What everyone of one size fills in, in this order. */
export interface Fills {
  readonly figures: readonly Figure[];
  readonly entries: readonly Assignment[];
  /** List that takes its rows from others → what is filled in in each of its rows, said for the first one. */
  readonly taken: ReadonlyMap<string, readonly Assignment[]>;
}

/** One return that an organisation has to file. */
export interface FilingScript {
  readonly role: string;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly worths: Worths;
  readonly fills: Fills;
  /** Entries that not every organisation gives. */
  readonly more: readonly Assignment[];
  /** Whose returns the rows of its lists are about. */
  readonly lists: readonly string[];
  readonly sending: Sending;
}

export interface OrganisationScript {
  readonly organisation: Organisation;
  /** Texts that formulas know by name: who answers questions, who signs. */
  readonly people: ReadonlyMap<string, string>;
  readonly filings: readonly FilingScript[];
}

/** What is so for everyone who files in a role. */
export interface RoleScript {
  readonly template: Template;
  /** The first and the last day on which returns come in, as serial numbers. */
  readonly arrives: Range;
}

/** What a column of an extract holds. */
export type ExtractColumn =
  | { readonly kind: "column"; readonly of: string; readonly day: boolean }
  | { readonly kind: "organisation" }
  | { readonly kind: "quarter"; readonly of: string }
  | { readonly kind: "number" };

type ExtractRow = Readonly<Record<string, string | number>>;

/** What another body has on its books of the rows of a list. */
export interface ExtractScript {
  readonly list: string;
  readonly where: ReadonlyMap<string, string>;
  readonly filled: readonly string[];
  readonly columns: ReadonlyMap<string, ExtractColumn>;
  /** Rows that hold something else than the returns say; null for those that are missing. */
  readonly differs: readonly {
    readonly row: ExtractRow;
    readonly holds: ExtractRow | null;
    readonly path: Path;
  }[];
  readonly more: readonly ExtractRow[];
}

/** A demo's definition with everything in it understood. */
export interface Script {
  readonly sha: { readonly code: string; readonly name: string; readonly type: string };
  readonly seed: number;
  /** The day by which returns are wanted, as a serial number. */
  readonly due: number;
  readonly roles: ReadonlyMap<string, RoleScript>;
  /** By the name of its file. */
  readonly extracts: ReadonlyMap<string, ExtractScript>;
  readonly organisations: readonly OrganisationScript[];
}
