import type { RawValue } from "../cells";
import type { Template } from "../template";

import type { Noticed } from "./noticed";

/** Where a value stands in the workbook that was returned. */
export interface Place {
  readonly sheet: string;
  /** "D14". */
  readonly cell: string;
}

/** One field of a return as it was found. */
export interface FoundField {
  readonly place: Place;
  /** As it stands in the file. */
  readonly raw: RawValue;
  /** As Excel shows it: a date by the calendar of 1900, a formula with its result. */
  readonly value: RawValue;
  readonly formula: string | null;
  /** What it counts as in totals and facts: an untidy entry as what it was surely meant to be. */
  readonly counts: RawValue;
}

/** A returned workbook, its fields found again by their keys. Nothing in it decides what is allowed: the template does. */
export interface Return {
  /** The template of its year and role, its lists drawn as long as the workbook has them. */
  readonly template: Template;
  /** The template version that the workbook says it was made from. */
  readonly version: string;
  /** The version in which the return is asked for now; that of an earlier workbook is read by what it was asked. */
  readonly current: string;
  readonly fields: ReadonlyMap<string, FoundField>;
  /** Keys whose line or column is no longer in the workbook. */
  readonly lost: readonly string[];
  /** Keys of fields in rows of lists that were put in, copied or added below. */
  readonly added: ReadonlySet<string>;
  /** What was moved and found again, copied, added or changed. */
  readonly noticed: readonly Noticed[];
}

/** Blank: nothing entered but what was put in for the organisation. Final and draft are what the cover says. */
export type ReturnStatus = "blank" | "draft" | "final";

/** The value found under a key, as it stands; null where it is blank or lost. */
export function foundValue(found: Return, key: string): RawValue {
  return found.fields.get(key)?.value ?? null;
}

/** What counts under a key: an untidy entry as what it was surely meant to be. */
export function countedValue(found: Return, key: string): RawValue {
  return found.fields.get(key)?.counts ?? null;
}

/** A text entry without blanks around it; null where there is none. */
export function foundText(found: Return, key: string | null): string | null {
  const value = key === null ? null : countedValue(found, key);
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return text === "" ? null : text;
}

/** True where anything is entered but what was put in for the organisation. `valueUnder` gives what stands under a key. */
export function isBegun(template: Template, valueUnder: (key: string) => RawValue): boolean {
  const { code, name, type, sha, predecessors } = template.identity;
  const putIn = new Set([code, name, type, sha, predecessors]);
  const taken = new Set(
    template.sheets.flatMap((sheet) =>
      sheet.blocks.flatMap((block) =>
        block.kind === "checks"
          ? []
          : [...(block.takes?.keys.keys() ?? [])].map((column) => `${block.id} ${column}`),
      ),
    ),
  );
  return [...template.fields.values()].some(
    (field) =>
      field.source.kind === "entered" &&
      !putIn.has(field.key) &&
      !taken.has(`${field.block} ${field.column}`) &&
      valueUnder(field.key) !== null,
  );
}

export function statusOf(found: Return): ReturnStatus {
  const { template } = found;
  if (!isBegun(template, (key) => foundValue(found, key))) return "blank";
  const status = foundText(found, template.identity.status);
  return status?.toLowerCase() === template.states.final.toLowerCase() ? "final" : "draft";
}
