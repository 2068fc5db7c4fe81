import { formatAddress, type Cell, type WorkbookCells } from "../../src/cells";
import { formatArea } from "./model/area";
import { columnOf, rowOf } from "./model/cell-key";
import type { Format } from "./model/format";
import type { PageLayout } from "./model/page-layout";
import type { Sheet } from "./model/sheet";
import type { Validation } from "./model/validation";
import type { Workbook } from "./model/workbook";

/** A row or a column that differs from a new one: its number, its size in points (null for the usual one), whether it is hidden. */
export interface SavedLine {
  readonly line: number;
  readonly size: number | null;
  readonly hidden: boolean;
}

/** Everything of a sheet besides what stands in its cells, as plain data with addresses as texts. */
export interface SavedLook {
  readonly tabColour: string;
  readonly gridlines: boolean;
  readonly formats: ReadonlyMap<string, Format>;
  readonly columns: readonly SavedLine[];
  readonly rows: readonly SavedLine[];
  readonly merges: readonly string[];
  readonly validations: readonly (Omit<Validation, "areas"> & { readonly range: string })[];
  readonly conditional: readonly {
    readonly range: string;
    readonly condition: Sheet["conditional"][number]["condition"];
    readonly look: Sheet["conditional"][number]["look"];
    readonly stopIfTrue: boolean;
  }[];
  readonly protection: { readonly options: readonly string[]; readonly selectionMode: string } | null;
  readonly freeze: Sheet["freeze"];
  readonly page: PageLayout;
  readonly rowBreaks: readonly number[];
  readonly columnBreaks: readonly number[];
  readonly filter: string | null;
}

/** A workbook as it would be saved: its cells as the project's own reader of files gives them, and the look of each sheet by name. */
export interface SavedWorkbook extends WorkbookCells {
  readonly looks: ReadonlyMap<string, SavedLook>;
}

export function savedWorkbook(book: Workbook): SavedWorkbook {
  const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;
  return {
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility],
      cells: cellsOf(sheet),
    })),
    date1904: book.date1904,
    modified: null,
    looks: new Map(book.sheets.map((sheet) => [sheet.name, lookOf(sheet)])),
  };
}

function cellsOf(sheet: Sheet): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const key of [...sheet.cells.keys()].sort((a, b) => a - b)) {
    const [row, column] = [rowOf(key), columnOf(key)];
    const formula = sheet.cell(row, column)?.formula?.text.slice(1) ?? null;
    const value = sheet.value(row, column);
    if (value !== null || formula !== null) cells.set(formatAddress({ row, column }), { value, formula });
  }
  return cells;
}

function lookOf(sheet: Sheet): SavedLook {
  const lines = (along: "rows" | "columns") =>
    sheet[along].used().map((line) => ({
      line,
      size: sheet[along].hasOwnSize(line) ? sheet[along].size(line) : null,
      hidden: sheet[along].isHidden(line),
    }));
  const range = (areas: Validation["areas"]) => areas.map(formatArea).join(" ");
  return {
    tabColour: sheet.tabColour,
    gridlines: sheet.showsGridlines,
    formats: new Map(
      [...sheet.cells].map(([key, cell]) => [
        formatAddress({ row: rowOf(key), column: columnOf(key) }),
        cell.format,
      ]),
    ),
    columns: lines("columns"),
    rows: lines("rows"),
    merges: sheet.merges.map(formatArea),
    validations: sheet.validations
      .list()
      .map(({ areas, ...validation }) => ({ range: range(areas), ...validation })),
    conditional: sheet.conditional.map(({ areas, condition, look, stopIfTrue }) => ({
      range: range(areas),
      condition,
      look,
      stopIfTrue,
    })),
    protection: sheet.protection && {
      options: [...sheet.protection.options].sort(),
      selectionMode: sheet.protection.selectionMode,
    },
    freeze: sheet.freeze,
    page: sheet.page,
    rowBreaks: sheet.rowBreaks,
    columnBreaks: sheet.columnBreaks,
    filter: sheet.filter && formatArea(sheet.filter),
  };
}
