import { valueOf } from "../../return";
import type { Field } from "../../template";

import type { ReturnFile } from "../returned-file";

/** How many amounts that are not 0 have to be equal before it can be no chance. */
export const TOO_MANY_FOR_CHANCE = 10;

/** An amount as it counts, £000 or a number of things, and its field. */
export interface Amount {
  readonly field: Field;
  readonly value: number;
}

/** The amounts that an organisation enters of itself, by key: no rows of lists, no figures of others, not the submission number. */
export function ownAmounts({ reading }: ReturnFile): ReadonlyMap<string, Amount> {
  const { found } = reading;
  const amounts = new Map<string, Amount>();
  for (const field of found.template.fields.values()) {
    const { key, source, type, anothers, row } = field;
    if (source.kind !== "entered" || anothers || row !== null) continue;
    if (type.kind !== "money" && type.kind !== "count") continue;
    if (key === found.template.identity.submission) continue;
    const value = valueOf(found, field);
    if (typeof value === "number") amounts.set(key, { field, value });
  }
  return amounts;
}

/** How many of the amounts are not 0. */
export function notNothing(amounts: Iterable<Amount>): number {
  let count = 0;
  for (const { value } of amounts) if (value !== 0) count += 1;
  return count;
}
