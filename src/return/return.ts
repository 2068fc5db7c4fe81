import type { RawValue } from "../cells";
import type { Template } from "../template";

/** Where a value stands in the workbook that was returned. */
export interface Place {
  readonly sheet: string;
  /** "D14". */
  readonly cell: string;
}

/** One field of a return as it was found. */
export interface FoundField {
  readonly place: Place;
  readonly value: RawValue;
  readonly formula: string | null;
}

/** A returned workbook, its fields found again by their keys. Nothing in it decides what is allowed: the template does. */
export interface Return {
  readonly template: Template;
  /** The template version that the workbook says it was made from. */
  readonly version: string;
  readonly fields: ReadonlyMap<string, FoundField>;
  /** Keys whose line or column is no longer in the workbook. */
  readonly lost: readonly string[];
  /** Lines, columns or blocks that stand in the workbook more than once, with where they stand again. */
  readonly doubled: readonly Doubled[];
}

export interface Doubled {
  readonly label: string;
  readonly first: Place;
  readonly again: readonly Place[];
}

/** Blank: nothing entered but what was put in for the organisation. Final and draft are what the cover says. */
export type ReturnStatus = "blank" | "draft" | "final";

/** The value found under a key; null where it is blank or lost. */
export function foundValue(found: Return, key: string): RawValue {
  return found.fields.get(key)?.value ?? null;
}

/** A text entry without blanks around it; null where there is none. */
export function foundText(found: Return, key: string | null): string | null {
  const value = key === null ? null : foundValue(found, key);
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return text === "" ? null : text;
}

export function statusOf(found: Return): ReturnStatus {
  const { template } = found;
  const { code, name, type, sha } = template.identity;
  const putIn = new Set([code, name, type, sha]);
  const begun = [...template.fields.values()].some(
    (field) =>
      field.source.kind === "entered" && !putIn.has(field.key) && foundValue(found, field.key) !== null,
  );
  if (!begun) return "blank";
  const status = foundText(found, template.identity.status);
  return status?.toLowerCase() === template.states.final.toLowerCase() ? "final" : "draft";
}
