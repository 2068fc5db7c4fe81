import type { WorkbookCells } from "../../cells";

/** Which summary a workbook is. */
export interface SummaryStamp {
  readonly year: string;
  readonly sha: string;
}

/** What stands in a hidden cell of the sheets in which something is entered. */
export function stampOf({ year, sha }: SummaryStamp): string {
  return ["imt-summary", year, sha].join("|");
}

/** Every summary that a workbook says it is: usually one, several where sheets of another were copied into it. */
export function stampsIn({ sheets }: WorkbookCells): readonly SummaryStamp[] {
  const found = new Map<string, SummaryStamp>();
  for (const { cells } of sheets) {
    for (const { value } of cells.values()) {
      if (typeof value !== "string") continue;
      const [, year, sha] = /^imt-summary\|([^|]{1,20})\|([^|]{1,20})$/.exec(value) ?? [];
      if (year !== undefined && sha !== undefined) found.set(value, { year, sha });
    }
  }
  return [...found.values()];
}
