import type { SheetCells } from "../../cells";
import type { Meter } from "./budget";
import type { WorkbookSense } from "./cell-value";
import type { Package } from "./package";
import { quoteName, Refusal } from "./refusal";
import type { Relationship } from "./relationships";
import { readCells } from "./sheet";
import { readStrings } from "./strings";
import type { ListedWorkbook } from "./workbook";

/** Sheets that hold no table of cells: charts, dialogs and the macro sheets of Excel 4. */
const SHEETS_WITHOUT_CELLS = new Set(["chartsheet", "dialogsheet", "xlmacrosheet", "xlintlmacrosheet"]);

/** Reads the listed worksheets in their order, each by the relationship that the workbook gives for it. */
export function readSheets(
  from: Package,
  listed: ListedWorkbook,
  relationships: ReadonlyMap<string, Relationship>,
  meter: Meter,
): readonly SheetCells[] {
  const stringsPart = [...relationships.values()].find((r) => r.type === "sharedstrings")?.part;
  const hasStrings = stringsPart !== undefined && from.has(stringsPart);
  const sense: WorkbookSense = {
    strings: hasStrings ? readStrings(from, stringsPart, meter) : undefined,
    date1904: listed.date1904,
  };
  const sheets: SheetCells[] = [];
  for (const { name, visibility, relationship } of listed.sheets) {
    const target = relationships.get(relationship);
    if (target && SHEETS_WITHOUT_CELLS.has(target.type)) continue;
    if (target?.part === undefined || !from.has(target.part)) {
      throw new Refusal("missing_part", `the sheet ${quoteName(name)}`);
    }
    sheets.push({ name, visibility, cells: readCells(from, target.part, name, sense, meter) });
  }
  return sheets;
}
