import { LAST_COLUMN, LAST_ROW, type Rectangle } from "../../../src/cells";
import { areaOf, bounding, columnCount, intersection, rowCount } from "../model/area";
import { isMissing, whole } from "../protocol/arguments";
import { itemNotFound } from "../protocol/errors";
import type { Argument, HostObject, Kind } from "../protocol/host-object";
import type { Cells } from "./cells";

/**
 * The methods of a range that give another range of its sheet. `beside` makes that range, `other` is the area of one that was given, as a
 * range or an address.
 */
export function neighbours(
  beside: (cells: Cells, area: Rectangle) => HostObject,
  other: (cells: Cells, given: Argument) => Rectangle,
): NonNullable<Kind<Cells>["methods"]> {
  return {
    GetCell: (cells, row, column) =>
      beside(
        cells,
        areaOf(cells.area.top + whole(row, -LAST_ROW), cells.area.left + whole(column, -LAST_COLUMN)),
      ),
    GetRow: (cells, row) => {
      const { area } = cells;
      return beside(
        cells,
        areaOf(area.top + whole(row, 0, rowCount(area) - 1), area.left, 1, columnCount(area)),
      );
    },
    GetColumn: (cells, column) => {
      const { area } = cells;
      return beside(
        cells,
        areaOf(area.top, area.left + whole(column, 0, columnCount(area) - 1), rowCount(area), 1),
      );
    },
    GetOffsetRange: (cells, rows, columns) => {
      const { area } = cells;
      const [down, along] = [whole(rows, -LAST_ROW), whole(columns, -LAST_COLUMN)];
      return beside(cells, {
        top: area.top + down,
        left: area.left + along,
        bottom: area.bottom + down,
        right: area.right + along,
      });
    },
    GetResizedRange: (cells, rows, columns) => {
      const { area } = cells;
      return beside(cells, {
        ...area,
        bottom: area.bottom + whole(rows, -LAST_ROW),
        right: area.right + whole(columns, -LAST_COLUMN),
      });
    },
    GetAbsoluteResizedRange: (cells, rows, columns) =>
      beside(cells, areaOf(cells.area.top, cells.area.left, whole(rows, 1), whole(columns, 1))),
    GetLastCell: (cells) => beside(cells, areaOf(cells.area.bottom, cells.area.right)),
    GetLastRow: (cells) => beside(cells, { ...cells.area, top: cells.area.bottom }),
    GetLastColumn: (cells) => beside(cells, { ...cells.area, left: cells.area.right }),
    GetEntireColumn: (cells) => beside(cells, { ...cells.area, top: 1, bottom: LAST_ROW }),
    GetEntireRow: (cells) => beside(cells, { ...cells.area, left: 1, right: LAST_COLUMN }),
    GetRowsAbove: (cells, count) => {
      const n = isMissing(count) ? 1 : whole(count, 1);
      return beside(cells, { ...cells.area, top: cells.area.top - n, bottom: cells.area.top - 1 });
    },
    GetRowsBelow: (cells, count) => {
      const n = isMissing(count) ? 1 : whole(count, 1);
      return beside(cells, { ...cells.area, top: cells.area.bottom + 1, bottom: cells.area.bottom + n });
    },
    GetColumnsBefore: (cells, count) => {
      const n = isMissing(count) ? 1 : whole(count, 1);
      return beside(cells, { ...cells.area, left: cells.area.left - n, right: cells.area.left - 1 });
    },
    GetColumnsAfter: (cells, count) => {
      const n = isMissing(count) ? 1 : whole(count, 1);
      return beside(cells, { ...cells.area, left: cells.area.right + 1, right: cells.area.right + n });
    },
    GetBoundingRect: (cells, given) => beside(cells, bounding(cells.area, other(cells, given))),
    GetIntersection: (cells, given) => {
      const both = intersection(cells.area, other(cells, given));
      if (!both) throw itemNotFound("The ranges have no cell in common.");
      return beside(cells, both);
    },
  };
}
