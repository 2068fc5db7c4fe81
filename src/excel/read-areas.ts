import type { Cell, Rectangle } from "../cells";
import { formatRectangle } from "../cells";

import { cellCount, WHOLE_SHEET } from "./areas";
import { asked } from "./asked";
import { addCells, CELL_FIELDS } from "./open-cells";
import { LISTED_FIELDS, listedSheets, type ListedSheet } from "./open-sheets";

/** An area of a sheet that is to be read. */
export interface WantedArea {
  readonly id: string;
  readonly area: Rectangle;
}

export interface ReadArea extends WantedArea {
  /** What stands in it; cells that hold nothing are left out. */
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface ReadAreas {
  /** The sheets as they are now. */
  readonly sheets: readonly ListedSheet[];
  /** Those whose sheet is still there. */
  readonly areas: readonly ReadArea[];
}

/** Larger areas are mostly empty: of them only what is used is asked for. */
const LARGE = 1_000;

/** What stands in some areas, and which sheets there are, in one request. */
export function readAreas(wanted: readonly WantedArea[]): Promise<ReadAreas> {
  return asked(async (context) => {
    const { worksheets } = context.workbook;
    const ranges = wanted.map(({ id, area }) => {
      const sheet = worksheets.getItemOrNullObject(id);
      const range =
        area === WHOLE_SHEET
          ? sheet.getUsedRangeOrNullObject(true)
          : cellCount(area) > LARGE
            ? sheet.getRange(formatRectangle(area)).getUsedRangeOrNullObject(true)
            : sheet.getRange(formatRectangle(area));
      return { id, area, range: range.load(CELL_FIELDS) };
    });
    worksheets.load(LISTED_FIELDS);
    await context.sync();
    const sheets = listedSheets(worksheets);
    const areas = ranges.flatMap(({ id, area, range }): ReadArea[] => {
      if (!sheets.some((sheet) => sheet.id === id)) return [];
      const cells = new Map<string, Cell>();
      if (!range.isNullObject) addCells(range, cells);
      return [{ id, area, cells }];
    });
    return { sheets, areas };
  });
}
