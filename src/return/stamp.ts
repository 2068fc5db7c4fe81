import type { SheetTexts } from "./sheet-texts";

/** What a workbook says it is: the stamp that every sheet of a return carries. */
export interface Stamp {
  readonly year: string;
  readonly role: string;
  readonly version: string;
}

/** The first stamp of a workbook; null where it is no return. */
export function stampIn(sheets: readonly SheetTexts[]): Stamp | null {
  for (const { texts } of sheets) {
    for (const text of texts.keys()) {
      const [, year, role, version] = /^imt\|([^|]{1,20})\|([^|]{1,40})\|([^|]{1,20})$/.exec(text) ?? [];
      if (year !== undefined && role !== undefined && version !== undefined) return { year, role, version };
    }
  }
  return null;
}
