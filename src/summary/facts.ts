import { plainValue, valuesOf } from "../return";
import type { Field } from "../template";

import type { Collection } from "./returned";

/** One value of one return, with where it came from. */
export interface Fact {
  readonly org: string;
  readonly role: string;
  readonly year: string;
  readonly version: string;
  readonly key: string;
  readonly value: number | string | null;
  /** Whether the figure may be added to those of other organisations: no memo, rate, word or blank may. */
  readonly counts: boolean;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly sha256: string;
}

export const FACT_COLUMNS = [
  "org",
  "role",
  "year",
  "version",
  "key",
  "value",
  "counts",
  "file",
  "sheet",
  "cell",
  "sha256",
] as const;

/** Every value of the returns that count, one row each. */
export function factsOf(collection: Collection): readonly Fact[] {
  return collection.rows.flatMap(({ organisation, counted }) => {
    if (!counted) return [];
    const { found } = counted.reading;
    return valuesOf(found).map(({ key, field, value, place }): Fact => ({
      org: organisation.code,
      role: found.template.role,
      year: found.template.year,
      version: found.version,
      key,
      value: plainValue({ value, field }),
      counts: mayBeAdded(field, found.template.identity.submission) && typeof value === "number",
      file: counted.file,
      sheet: place?.sheet ?? "",
      cell: place?.cell ?? "",
      sha256: counted.sha256,
    }));
  });
}

function mayBeAdded(field: Field, submission: string | null): boolean {
  const amount = (field.type.kind === "money" || field.type.kind === "count") && field.key !== submission;
  return amount && !field.memo && field.source.kind !== "constant";
}
