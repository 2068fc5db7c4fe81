import { areaOf, cellCount, columnCount, intersection, rowCount } from "../model/area";
import { empty } from "../model/enter";
import { isList, isMissing, record, truth, truthOr, word } from "../protocol/arguments";
import { HostError, invalidArgument, notImplemented } from "../protocol/errors";
import type { Argument } from "../protocol/host-object";
import type { Cells } from "./cells";
import { setHidden, setSize } from "./format";
import { changeOf } from "./format-change";
import { fromGrid } from "./grid";
import { guardContents, guardOption, guardSheet } from "./guard";

export function clear(cells: Cells, what: Argument): void {
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

export function merge(cells: Cells, across: Argument): void {
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

export function unmerge(cells: Cells): void {
  guardSheet(cells.sheet);
  cells.sheet.merges = cells.sheet.merges.filter((one) => !intersection(one, cells.area));
  cells.host.book.emit({ kind: "look", sheet: cells.sheet });
}

/** setCellProperties: what changes of each cell, as many rows and columns as the range has. */
export function setCellProperties(cells: Cells, given: Argument): void {
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
export function setLineProperties(along: "rows" | "columns"): (cells: Cells, given: Argument) => void {
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
