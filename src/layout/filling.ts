import type { RawValue } from "../cells";

/** What a workbook is made with, besides the template. */
export interface Filling {
  /** Entries by key; cells without one are left blank. Keys of calculated fields are values typed over them. */
  readonly entries: ReadonlyMap<string, RawValue>;
  /** Keys that were put in for the organisation, shown as such. */
  readonly prefilled: ReadonlySet<string>;
  /** "R1A Example NHS Trust", for the foot of the page. */
  readonly organisation: string | null;
}

/** A blank workbook in which these entries were put in for an organisation. */
export function prefilledWith(entries: ReadonlyMap<string, RawValue>, organisation: string | null): Filling {
  return { entries, prefilled: new Set(entries.keys()), organisation };
}
