import type { WorkbookCells } from "../../cells";
import { stampOf, type Stamp } from "../../return";

/** The names of the sheets that say they are of another return than this one: a workbook is checked as one return. */
export function otherSheets(
  { sheets }: Pick<WorkbookCells, "sheets">,
  { year, role }: Pick<Stamp, "year" | "role">,
): readonly string[] {
  return sheets.flatMap((sheet) => {
    const stamp = stampOf({ sheets: [sheet] });
    return stamp === null || (stamp.year === year && stamp.role === role) ? [] : [sheet.name];
  });
}
