import { isCellError, type RawValue } from "../../../src/cells";
import { areaOf } from "../model/area";
import { enter, type Entry } from "../model/enter";
import { isList, text } from "../protocol/arguments";
import { invalidArgument } from "../protocol/errors";
import type { Property } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import type { Cells } from "./cells";
import { changeFormat } from "./format";
import { fromGrid, grid } from "./grid";
import { guardContents, guardOption } from "./guard";

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

export const values: Property<Cells> = {
  get: (cells) => grid(cells, (row, column) => valueWire(cells.sheet.value(row, column))),
  set: write,
};

export const formulas: Property<Cells> = {
  get: (cells) =>
    grid(cells, (row, column) => {
      const formula = cells.sheet.cell(row, column)?.formula;
      return formula ? formula.text : valueWire(cells.sheet.value(row, column));
    }),
  set: write,
};

export const numberFormat: Property<Cells> = {
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
