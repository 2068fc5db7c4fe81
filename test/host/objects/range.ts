import { isCellError, LAST_COLUMN, LAST_ROW, type RawValue, type Rectangle } from "../../../src/cells";
import {
  areaOf,
  bounding,
  cellCount,
  columnCount,
  intersection,
  isWholeColumns,
  isWholeRows,
  rowCount,
} from "../model/area";
import { empty, enter, type Entry } from "../model/enter";
import { shown } from "../model/number-format";
import { isList, isMissing, record, text, truth, truthOr, whole, word } from "../protocol/arguments";
import { HostError, invalidArgument, itemNotFound, notImplemented } from "../protocol/errors";
import { hostObject, selfOf, type Argument, type Kind, type Property } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import { areaAt, fullAddress } from "./address";
import type { Cells } from "./cells";
import { CONDITIONAL_FORMATS_KIND } from "./conditional-formats";
import { FORMAT_KIND, changeFormat, hiddenLines, setHidden, setSize } from "./format";
import { changeOf } from "./format-change";
import { fromGrid, grid } from "./grid";
import { guardContents, guardOption, guardSheet } from "./guard";
import { RANGE_AREAS_KIND } from "./range-areas";
import { moveCells } from "./shift-cells";
import { VALIDATION_KIND } from "./validation";
import { WORKSHEET_KIND } from "./worksheet";

/** A cell's value as it travels: nothing is an empty text, an error its own words. */
export function valueWire(value: RawValue): Wire {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}

export function valueType(value: RawValue): string {
  if (value === null) return "Empty";
  if (isCellError(value)) return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[
    typeof value as "number" | "string" | "boolean"
  ];
}

function entryOf(value: Wire): Entry {
  if (typeof value === "object" && value !== null)
    throw invalidArgument("A cell takes a text, a number or a truth value.");
  return value;
}

function write(cells: Cells, value: Wire): void {
  guardContents(cells);
  cells.checkCount();
  const at = fromGrid(cells.area, value);
  enter(cells.host.book, cells.sheet, cells.area, (row, column) => entryOf(at(row, column)));
}

const values: Property<Cells> = {
  get: (cells) => grid(cells, (row, column) => valueWire(cells.sheet.value(row, column))),
  set: write,
};

const formulas: Property<Cells> = {
  get: (cells) =>
    grid(cells, (row, column) => {
      const formula = cells.sheet.cell(row, column)?.formula;
      return formula ? formula.text : valueWire(cells.sheet.value(row, column));
    }),
  set: write,
};

const numberFormat: Property<Cells> = {
  get: (cells) => grid(cells, (row, column) => cells.sheet.format(row, column).numberFormat),
  set: (cells, value) => {
    guardOption(cells.sheet, "allowFormatCells");
    if (!isList(value)) {
      changeFormat(cells, { numberFormat: text(value) });
      return;
    }
    cells.checkCount();
    const at = fromGrid(cells.area, value);
    const { top, left, bottom, right } = cells.area;
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const format = at(row, column);
        if (format !== null) cells.sheet.changeFormat(areaOf(row, column), { numberFormat: text(format) });
      }
    const { book } = cells.host;
    book.emit({ kind: "format", sheet: cells.sheet, area: cells.area, author: book.author });
  },
};

const readOnly = (get: (cells: Cells) => Wire): Property<Cells> => ({ get });

/** Another area on the same sheet, refused where it would lie beyond the edge. */
function beside(cells: Cells, area: Rectangle) {
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

function clear(cells: Cells, what: Argument): void {
  const apply = isMissing(what)
    ? "All"
    : word(what, ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"]);
  if (apply.includes("Hyperlinks")) throw notImplemented("hyperlinks to clear");
  if (apply !== "Formats") guardContents(cells);
  if (apply !== "Contents") guardOption(cells.sheet, "allowFormatCells");
  const { book } = cells.host;
  for (const area of cells.areas) {
    if (apply !== "Formats") empty(book, cells.sheet, area);
    if (apply === "Contents") continue;
    for (const [row, column] of [...cells.sheet.cellsIn(area)]) cells.sheet.resetFormat(row, column);
    book.emit({ kind: "format", sheet: cells.sheet, area, author: book.author });
  }
  if (apply === "All") cells.sheet.validations.put(cells.areas, null);
}

function merge(cells: Cells, across: Argument): void {
  guardSheet(cells.sheet);
  const { area, sheet } = cells;
  if (cellCount(area) > 1_000_000) throw invalidArgument("Too many cells to merge.");
  if (sheet.merges.some((one) => intersection(one, area)))
    throw new HostError("MergedRangeConflict", "A part of these cells is merged already.");
  const parts = truthOr(across, false)
    ? Array.from({ length: rowCount(area) }, (_, at) => ({
        ...area,
        top: area.top + at,
        bottom: area.top + at,
      }))
    : [area];
  for (const part of parts.filter((one) => cellCount(one) > 1)) {
    for (const [row, column, cell] of [...sheet.cellsIn(part)])
      if ((row !== part.top || column !== part.left) && (cell.formula || cell.value !== null))
        empty(cells.host.book, sheet, areaOf(row, column));
    sheet.merges = [...sheet.merges, part];
  }
  cells.host.book.emit({ kind: "look", sheet });
}

function unmerge(cells: Cells): void {
  guardSheet(cells.sheet);
  cells.sheet.merges = cells.sheet.merges.filter((one) => !intersection(one, cells.area));
  cells.host.book.emit({ kind: "look", sheet: cells.sheet });
}

/** setCellProperties: what changes of each cell, as many rows and columns as the range has. */
function setCellProperties(cells: Cells, given: Argument): void {
  guardOption(cells.sheet, "allowFormatCells");
  cells.checkCount();
  if (!isList(given)) throw invalidArgument("Rows of cells are wanted.");
  const at = fromGrid(cells.area, given);
  const { top, left, bottom, right } = cells.area;
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const properties = at(row, column);
      if (properties === null) continue;
      const change = changeOf(properties, cells.sheet.format(row, column));
      if ((change.locked !== undefined || change.formulaHidden !== undefined) && cells.sheet.protection)
        guardSheet(cells.sheet);
      cells.sheet.changeFormat(areaOf(row, column), change);
    }
  const { book } = cells.host;
  book.emit({ kind: "format", sheet: cells.sheet, area: cells.area, author: book.author });
}

/** setRowProperties and setColumnProperties: one entry a line. */
function setLineProperties(along: "rows" | "columns"): (cells: Cells, given: Argument) => void {
  const names =
    along === "rows"
      ? { hidden: "rowHidden", size: "rowHeight" }
      : { hidden: "columnHidden", size: "columnWidth" };
  return (cells, given) => {
    guardOption(cells.sheet, along === "rows" ? "allowFormatRows" : "allowFormatColumns");
    const { area } = cells;
    const count = along === "rows" ? rowCount(area) : columnCount(area);
    if (!isList(given) || given.length !== count)
      throw invalidArgument(`${count} entries are wanted, one for each line.`);
    given.forEach((properties, at) => {
      if (properties === null) return;
      const line = cells.with(
        along === "rows"
          ? { ...area, top: area.top + at, bottom: area.top + at }
          : { ...area, left: area.left + at, right: area.left + at },
      );
      for (const [name, value] of record(properties)) {
        if (name === names.hidden) setHidden(line, along, truth(value));
        else if (name === "format")
          for (const [member, inner] of record(value)) {
            if (member === names.size && typeof inner === "number") setSize(line, along, inner);
            else throw notImplemented(`format.${member} of whole ${along}`);
          }
        else throw notImplemented(`${name} of whole ${along}`);
      }
    });
  };
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
