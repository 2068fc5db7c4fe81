import { LAST_COLUMN, LAST_ROW, type Rectangle } from "../../../src/cells";
import {
  areaOf,
  cellCount,
  columnCount,
  intersection,
  isWholeColumns,
  isWholeRows,
  rowCount,
} from "../model/area";
import { shown } from "../model/number-format";
import { text, truth, truthOr, word } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import {
  hostObject,
  selfOf,
  type Argument,
  type HostObject,
  type Kind,
  type Property,
} from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import { areaAt, fullAddress } from "./address";
import type { Cells } from "./cells";
import { CONDITIONAL_FORMATS_KIND } from "./conditional-formats";
import { FORMAT_KIND, hiddenLines, setHidden } from "./format";
import { grid } from "./grid";
import { guardOption } from "./guard";
import { RANGE_AREAS_KIND } from "./range-areas";
import { clear, merge, setCellProperties, setLineProperties, unmerge } from "./range-changes";
import { formulas, numberFormat, values, valueType } from "./range-contents";
import { neighbours } from "./range-neighbours";
import { moveCells } from "./shift-cells";
import { VALIDATION_KIND } from "./validation";
import { WORKSHEET_KIND } from "./worksheet";

const readOnly = (get: (cells: Cells) => Wire): Property<Cells> => ({ get });

/** Another area on the same sheet, refused where it would lie beyond the edge. */
function beside(cells: Cells, area: Rectangle): HostObject {
  if (area.top < 1 || area.left < 1 || area.bottom > LAST_ROW || area.right > LAST_COLUMN)
    throw invalidArgument("The range would lie beyond the edge of the sheet.");
  if (area.top > area.bottom || area.left > area.right)
    throw invalidArgument("The range would have no cells.");
  return hostObject(RANGE_KIND, cells.with(area));
}

function other(cells: Cells, given: Argument): Rectangle {
  const range = selfOf(RANGE_KIND, given);
  if (!range) return areaAt(cells.host, cells.sheet, text(given));
  if (range.sheet !== cells.sheet) throw invalidArgument("The ranges are on different sheets.");
  return range.area;
}

function usedIn({ sheet, area }: Cells, valuesOnly: boolean): Rectangle | null {
  const used = valuesOnly ? sheet.usedWithValues() : sheet.used();
  return used && intersection(area, used);
}

export const RANGE_KIND: Kind<Cells> = {
  type: "Range",
  properties: {
    Address: readOnly(fullAddress),
    AddressLocal: readOnly(fullAddress),
    RowIndex: readOnly(({ area }) => area.top - 1),
    ColumnIndex: readOnly(({ area }) => area.left - 1),
    RowCount: readOnly(({ area }) => rowCount(area)),
    ColumnCount: readOnly(({ area }) => columnCount(area)),
    // Excel gives -1 where a number of 32 bits does not hold it.
    CellCount: readOnly(({ area }) => (cellCount(area) >= 2 ** 31 ? -1 : cellCount(area))),
    IsEntireColumn: readOnly(({ area }) => isWholeColumns(area)),
    IsEntireRow: readOnly(({ area }) => isWholeRows(area)),
    Values: values,
    Formulas: formulas,
    FormulasLocal: formulas,
    NumberFormat: numberFormat,
    NumberFormatLocal: numberFormat,
    Text: readOnly((cells) =>
      grid(cells, (row, column) =>
        shown(cells.sheet.value(row, column), cells.sheet.format(row, column).numberFormat),
      ),
    ),
    ValueTypes: readOnly((cells) => grid(cells, (row, column) => valueType(cells.sheet.value(row, column)))),
    RowHidden: {
      get: (cells) => hiddenLines(cells, "rows"),
      set: (cells, value) => {
        guardOption(cells.sheet, "allowFormatRows");
        setHidden(cells, "rows", truth(value));
      },
    },
    ColumnHidden: {
      get: (cells) => hiddenLines(cells, "columns"),
      set: (cells, value) => {
        guardOption(cells.sheet, "allowFormatColumns");
        setHidden(cells, "columns", truth(value));
      },
    },
    Hidden: readOnly(
      (cells) => hiddenLines(cells, "rows") === true || hiddenLines(cells, "columns") === true,
    ),
  },
  objects: {
    Worksheet: ({ host, sheet }) => hostObject(WORKSHEET_KIND, { host, sheet }),
    Format: (cells) => hostObject(FORMAT_KIND, cells),
    DataValidation: (cells) => hostObject(VALIDATION_KIND, cells),
    ConditionalFormats: (cells) => hostObject(CONDITIONAL_FORMATS_KIND, cells),
  },
  methods: {
    ...neighbours(beside, other),
    // Where nothing is used Excel gives the first cell, and a null object where that was asked for.
    GetUsedRange: (cells, valuesOnly) =>
      beside(cells, usedIn(cells, truthOr(valuesOnly, false)) ?? areaOf(cells.area.top, cells.area.left)),
    GetUsedRangeOrNullObject: (cells, valuesOnly) => {
      const used = usedIn(cells, truthOr(valuesOnly, false));
      return used && beside(cells, used);
    },
    GetMergedAreas: (cells) => {
      const areas = cells.sheet.merges.filter((one) => intersection(one, cells.area));
      if (areas.length === 0) throw itemNotFound();
      return hostObject(RANGE_AREAS_KIND, cells.with(...areas));
    },
    Clear: clear,
    Insert: (cells, direction) => {
      const to = word(direction, ["Down", "Right"]);
      const { area } = cells;
      const inserted = { ...area };
      moveCells(cells.host, cells.sheet, inserted, to === "Down" ? "rows" : "columns", "insert");
      return hostObject(RANGE_KIND, cells.with(inserted));
    },
    Delete: (cells, direction) => {
      const to = word(direction, ["Up", "Left"]);
      moveCells(cells.host, cells.sheet, { ...cells.area }, to === "Up" ? "rows" : "columns", "delete");
    },
    Merge: merge,
    Unmerge: unmerge,
    Select: (cells) => cells.host.book.select(cells.sheet, cells.area),
    Calculate: (cells) => {
      cells.host.book.calculation.calculate();
      cells.host.book.emitCalculated();
    },
    SetCellProperties: setCellProperties,
    SetRowProperties: setLineProperties("rows"),
    SetColumnProperties: setLineProperties("columns"),
    _ValidateArraySize: (cells, rows, columns) => {
      if (rows !== rowCount(cells.area) || columns !== columnCount(cells.area))
        throw invalidArgument(
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
    },
  },
};
