import type { WorkbookCells } from "../cells";

import { textsOf, type SheetTexts } from "./sheet-texts";

/** What a workbook says it is: the stamp that every sheet of a return carries. */
export interface Stamp {
  readonly year: string;
  readonly role: string;
  readonly version: string;
}

/** What a workbook says it is, before anything else is looked for in it; null where it is no return. */
export function stampOf({ sheets }: Pick<WorkbookCells, "sheets">): Stamp | null {
  for (const sheet of sheets) {
    const stamp = stampIn([textsOf(sheet)]);
    if (stamp) return stamp;
  }
  return null;
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
