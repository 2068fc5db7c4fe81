import type { Cell, RawValue, WorkbookCells } from "../../src/cells";
import type { Layout, LayoutSheet } from "../../src/layout";

/** What a reader finds in the file of a layout, without a file. `results` "none" is a workbook that nothing ever calculated. */
export function layoutCells(layout: Layout, results: "right" | "none" = "right"): WorkbookCells {
  const sheets = layout.sheets.map(({ name, visibility, cells }) => ({
    name,
    visibility,
    cells: new Map(
      [...cells].flatMap(([address, { value, formula }]): [string, Cell][] => {
        if (formula !== null) return [[address, { value: results === "none" ? null : value, formula }]];
        return value === null ? [] : [[address, { value, formula }]];
      }),
    ),
  }));
  return { sheets, date1904: false, modified: null };
}

/** The sheet of a layout; a mistyped name is an error. */
export function sheetOf(layout: Layout, name: string): LayoutSheet {
  const sheet = layout.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

/** What a layout's cell holds or makes. */
export function valueIn(layout: Layout, sheet: string, address: string): RawValue {
  return sheetOf(layout, sheet).cells.get(address)?.value ?? null;
}

/** What a cell shows, as a text; an error is its own. */
export function wordsOf(value: RawValue | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.error : String(value);
}
