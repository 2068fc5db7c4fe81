import { plainValue, valuesOf } from "../return";
import { isAnothers, type Field, type Template } from "../template";

import type { Collection } from "./collection";

/** One value of one return, with where it came from. */
export interface Fact {
  readonly org: string;
  readonly role: string;
  readonly year: string;
  readonly version: string;
  readonly key: string;
  readonly value: number | string | null;
  /** Whether the figure may be added to those of other organisations: no memo, other body's figure, rate, word or blank may. */
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

/** Every value of the returns that count, one row each. A row of a list that nothing is entered in has none. */
export function factsOf(collection: Collection): readonly Fact[] {
  return collection.rows.flatMap(({ organisation, counted }) => {
    if (!counted) return [];
    const { found } = counted.reading;
    const { template } = found;
    const values = valuesOf(found);
    const filled = new Set(
      values.flatMap(({ field, value }) =>
        field.source.kind === "entered" && value !== null ? [rowOf(field)] : [],
      ),
    );
    return values.flatMap(({ key, field, value, place }): Fact[] => {
      if (field.row !== null && !filled.has(rowOf(field))) return [];
      return [
        {
          org: organisation.code,
          role: template.role,
          year: template.year,
          version: found.version,
          key,
          value: plainValue({ value, field }),
          counts: typeof value === "number" && mayBeAdded(field, template),
          file: counted.file,
          sheet: place?.sheet ?? "",
          cell: place?.cell ?? "",
          sha256: counted.sha256,
        },
      ];
    });
  });
}

function rowOf({ block, line }: Field): string {
  return `${block}.${line}`;
}

function mayBeAdded(field: Field, { fields, identity }: Template): boolean {
  const amount =
    (field.type.kind === "money" || field.type.kind === "count") && field.key !== identity.submission;
  // The same row of a list is about something else in another return.
  return (
    amount &&
    !field.memo &&
    field.row === null &&
    field.source.kind !== "constant" &&
    !isAnothers(field, fields)
  );
}
