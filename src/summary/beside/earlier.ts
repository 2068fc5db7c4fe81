import type { Organisation } from "../../register";

import type { Collection, Superseded, SummaryRow } from "../collection";
import { statusOfFile, type ReturnFile } from "../returned-file";
import { rowKey } from "../row-key";

/** A body that returned something for the earlier year, under the code that it had then. */
export interface EarlierBody {
  readonly code: string;
  readonly counted: ReturnFile;
  readonly superseded: readonly Superseded[];
}

/** A return of the earlier year that stands beside nothing, and why in a sentence. */
export interface EarlierStray {
  readonly file: ReturnFile;
  readonly because: string;
}

/** The returns of the year that the summary sets beside its own; they are in no total, and nothing is found in them. */
export interface Earlier {
  readonly yearLabel: string;
  /** By organisation and role of now, as `rowKey` writes them: the organisation itself, or the bodies that it was made of. */
  readonly bodies: ReadonlyMap<string, readonly EarlierBody[]>;
  readonly strays: readonly EarlierStray[];
}

/** What an organisation has of the earlier year in one role. */
export type Standing =
  | { readonly kind: "whole"; readonly bodies: readonly EarlierBody[] }
  /** Some of the bodies that it was made of returned something, and others did not. */
  | { readonly kind: "part"; readonly bodies: readonly EarlierBody[]; readonly lacks: readonly string[] }
  | { readonly kind: "blank"; readonly bodies: readonly EarlierBody[] }
  | { readonly kind: "none" };

export function bodiesOf({ earlier }: Collection, row: SummaryRow): readonly EarlierBody[] {
  return earlier?.bodies.get(rowKey(row.organisation, row.template)) ?? [];
}

/**
 * An organisation that returned under its own code then is whole with that, and with whatever else has become part of it since;
 * without it, each of the bodies that it was made of has to be there.
 */
export function standingOf(collection: Collection, row: SummaryRow): Standing {
  const bodies = bodiesOf(collection, row);
  const filled = bodies.filter(({ counted }) => statusOfFile(counted) !== "blank");
  if (filled.length === 0) return bodies.length === 0 ? { kind: "none" } : { kind: "blank", bodies };
  const lacks = lackedBy(row.organisation, filled);
  return lacks.length === 0 ? { kind: "whole", bodies: filled } : { kind: "part", bodies: filled, lacks };
}

function lackedBy({ code, predecessors }: Organisation, bodies: readonly EarlierBody[]): readonly string[] {
  const there = new Set(bodies.map((body) => body.code));
  return there.has(code) ? [] : (predecessors ?? []).filter((one) => !there.has(one));
}
