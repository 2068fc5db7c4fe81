import type { Rectangle } from "../../../src/cells";
import { formatArea, parseArea, sheetPrefix, splitAreas, splitSheet, WHOLE_SHEET } from "../model/area";
import type { Sheet } from "../model/sheet";
import { cellsNamed } from "../model/structure";
import { isMissing, text } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { type Argument } from "../protocol/host-object";
import { Cells, type Host } from "./cells";

/** The cells that an address or a name means to somebody on this sheet; without one, the whole sheet. */
export function cellsAt(host: Host, sheet: Sheet, address: Argument): Cells {
  if (isMissing(address) || address === "") return new Cells(host, sheet, [WHOLE_SHEET]);
  return new Cells(host, sheet, [areaAt(host, sheet, text(address))]);
}

export function areaAt(host: Host, sheet: Sheet, address: string): Rectangle {
  const { sheet: named, rest } = splitSheet(address);
  if (named !== null && host.book.sheetNamed(named) !== sheet)
    throw invalidArgument(`${address} is not on ${sheet.name}.`);
  const area = parseArea(rest);
  if (area) return area;
  const name = host.book.definedName(rest, sheet);
  const cells = name && cellsNamed(host.book, name.formula, sheet);
  if (cells?.sheet !== sheet) throw invalidArgument(`${address} is no address.`);
  return cells.area;
}

/** The cells of several addresses with commas between them. */
export function areasAt(host: Host, sheet: Sheet, address: Argument): Cells {
  if (isMissing(address) || address === "") return new Cells(host, sheet, [WHOLE_SHEET]);
  const areas = splitAreas(text(address)).map((part) => areaAt(host, sheet, part.trim()));
  if (areas.length === 0) throw invalidArgument();
  return new Cells(host, sheet, areas);
}

/** "'IM&T spend'!B4:C9". */
export function fullAddress({ sheet, areas }: Cells): string {
  const prefix = sheetPrefix(sheet.name);
  return areas.map((area) => prefix + formatArea(area)).join(",");
}

export function sheetWith(host: Host, key: Argument): Sheet {
  const sheet = host.book.sheetWith(text(key));
  if (!sheet) throw itemNotFound();
  return sheet;
}
