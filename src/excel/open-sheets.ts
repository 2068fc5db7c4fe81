import type { Cell, SheetCells, WorkbookCells } from "../cells";

/** A sheet as Excel lists it. Its id stays when it gets another name. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetCells["visibility"];
}

export interface ReadSheet extends ListedSheet {
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly date1904: boolean;
}

export const LISTED_FIELDS = "items/id,items/name,items/visibility";

/** The sheets of a collection that was loaded with the fields above. */
export function listedSheets(worksheets: Excel.WorksheetCollection): readonly ListedSheet[] {
  return worksheets.items.map(({ id, name, visibility }) => ({
    id,
    name,
    visibility: visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "veryHidden",
  }));
}

/** Whether both lists have the same sheets under the same names in the same order. */
export function areSameSheets(a: readonly ListedSheet[], b: readonly ListedSheet[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, name, visibility }, at) => {
      const other = b[at];
      return other?.id === id && other.name === name && other.visibility === visibility;
    })
  );
}

export function workbookCells({ sheets, date1904 }: ReadWorkbook): WorkbookCells {
  return {
    sheets: sheets.map(({ name, visibility, cells }) => ({ name, visibility, cells: new Map(cells) })),
    date1904,
    // Excel tells an add-in nothing of when the workbook was last saved.
    modified: null,
  };
}
