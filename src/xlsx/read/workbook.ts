import type { SheetCells } from "../../cells";
import { checkDeclared } from "./budget";
import type { Package } from "./package";
import { quoteName, Refusal } from "./refusal";
import { isTrue } from "./xml";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly visibility: SheetCells["visibility"];
  /** The id of the relationship that leads to its part. */
  readonly relationship: string;
}

export interface ListedWorkbook {
  readonly sheets: readonly ListedSheet[];
  readonly date1904: boolean;
}

/** Reads the workbook part: its sheets in their order, and where its dates begin. */
export function readListedWorkbook(from: Package, part: string): ListedWorkbook {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  let inSheets = false;
  from.read(part, "the list of its sheets", {
    open(name, depth, attributes) {
      if (depth === 1 && name !== "workbook") throw new Refusal("not_a_workbook");
      if (depth === 2) inSheets = name === "sheets";
      if (depth === 2 && name === "workbookPr") date1904 = isTrue(attributes["date1904"]);
      if (depth !== 3 || !inSheets || name !== "sheet") return;
      const state = attributes["state"];
      sheets.push({
        name: attributes["name"] ?? "",
        visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
        relationship: Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "",
      });
      checkDeclared(sheets.length, 0, from.budget);
    },
  });
  if (sheets.length === 0) throw new Refusal("no_sheets");
  checkNames(sheets);
  return { sheets, date1904 };
}

/** Excel holds names that differ only by case for the same, and formulas find sheets by name. */
function checkNames(sheets: readonly ListedSheet[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (name.trim() === "") throw new Refusal("nameless_sheet");
    const key = name.normalize().toLowerCase();
    if (seen.has(key)) throw new Refusal("duplicate_sheet", quoteName(name));
    seen.add(key);
  }
}
