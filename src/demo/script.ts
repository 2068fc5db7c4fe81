import type { RawValue } from "../cells";
import type { Expression } from "../formula";
import type { Organisation } from "../register";
import type { Field, Path, Template } from "../template";

/** What a demo's formula refers to: a draw or figure by its bare name, or a field of the return by its key. */
export type DemoReference =
  { readonly kind: "name"; readonly name: string } | { readonly kind: "field"; readonly field: Field };

export type Given =
  | { readonly kind: "value"; readonly value: RawValue }
  | { readonly kind: "formula"; readonly formula: Expression<DemoReference> };

/** What is put under one key; the path leads to where the definition says so. */
export interface Assignment {
  readonly key: string;
  readonly given: Given;
  readonly path: Path;
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
  /** Figures that were typed as text: "1,250k". */
  | { readonly kind: "text"; readonly keys: readonly string[]; readonly after: string };

/** What becomes of one return on its way to the SHA. */
export interface Sending {
  readonly operations: readonly Operation[];
  /** The version of the workbook that was used, where it is not the template's. */
  readonly version: string | null;
  readonly file:
    | { readonly kind: "workbook" }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "nothing" };
  /** Another return of the same organisation that was sent before. */
  readonly before: { readonly called: string; readonly sending: Sending } | null;
}

export type Range = readonly [least: number, most: number];

export interface OrganisationScript {
  readonly organisation: Organisation;
  readonly ranges: ReadonlyMap<string, Range>;
  /** Entries that not every organisation gives. */
  readonly more: readonly Assignment[];
  readonly sending: Sending;
  readonly path: Path;
}

/** A demo's definition with everything in it understood. */
export interface Script {
  readonly template: Template;
  readonly sha: { readonly code: string; readonly name: string; readonly type: string };
  readonly seed: number;
  readonly figures: readonly Figure[];
  readonly entries: readonly Assignment[];
  readonly organisations: readonly OrganisationScript[];
}
