import { plainValue, valuesOf, type ReturnValue } from "../return";
import { isAnothers, type Field, type Template } from "../template";

import type { Collection } from "./collection";
import type { ReturnFile } from "./returned-file";

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
    const values = valuesOf(counted.reading.found);
    const filled = new Set(
      values.flatMap(({ field, value }) =>
        field.source.kind === "entered" && value !== null ? [rowOf(field)] : [],
      ),
    );
    return values.flatMap((one): Fact[] =>
      one.field.row !== null && !filled.has(rowOf(one.field))
        ? []
        : [factOf(organisation.code, counted, one)],
    );
  });
}

/** One value of the return of a body, with where it came from. */
export function factOf(org: string, of: ReturnFile, { key, field, value, place }: ReturnValue): Fact {
  const { template, version } = of.reading.found;
  return {
    org,
    role: template.role,
    year: template.year,
    version,
    key,
    value: plainValue({ value, field }),
    counts: typeof value === "number" && mayBeAdded(field, template),
    file: of.file,
    sheet: place?.sheet ?? "",
    cell: place?.cell ?? "",
    sha256: of.sha256,
  };
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
