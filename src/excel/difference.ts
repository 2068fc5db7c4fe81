import { formatAddress, isCellError, parseAddress, type Cell, type RawValue, type Rectangle } from "../cells";
import type { CellsChange } from "../workbook";

import { isWithin } from "./areas";
import { areSameSheets, type ReadWorkbook } from "./open-sheets";

type Cells = ReadonlyMap<string, Cell>;

/** How an area that was read differs from what was known of it: the smallest area around all that differs; null where nothing does. */
export function differenceOf(sheet: string, known: Cells, area: Rectangle, read: Cells): CellsChange | null {
  const differing: string[] = [];
  for (const [address, cell] of read) if (!isSame(known.get(address), cell)) differing.push(address);
  for (const address of addressesIn(known, area)) if (!read.has(address)) differing.push(address);
  const around = areaAround(differing);
  if (!around) return null;
  const cells = new Map([...read].filter(([address]) => isAt(address, around)));
  return { kind: "cells", sheet, area: around, cells };
}

/** Makes known what a difference tells. */
export function learn(known: Map<string, Cell>, { area, cells }: CellsChange): void {
  for (const address of addressesIn(known, area)) known.delete(address);
  for (const [address, cell] of cells) known.set(address, cell);
}

export function areSameWorkbooks(a: ReadWorkbook, b: ReadWorkbook): boolean {
  return (
    a.date1904 === b.date1904 &&
    areSameSheets(a.sheets, b.sheets) &&
    a.sheets.every(({ cells }, at) => areSameCells(cells, b.sheets[at]?.cells))
  );
}

function areSameCells(a: Cells, b: Cells | undefined): boolean {
  if (a.size !== b?.size) return false;
  for (const [address, cell] of a) if (!isSame(b.get(address), cell)) return false;
  return true;
}

function isSame(a: Cell | undefined, b: Cell): boolean {
  return a?.formula === b.formula && isSameValue(a.value, b.value);
}

function isSameValue(a: RawValue, b: RawValue): boolean {
  return isCellError(a) ? isCellError(b) && a.error === b.error : a === b;
}

/** The addresses of an area that are known: looked for one by one, or among all where those are fewer. */
function addressesIn(known: Cells, area: Rectangle): readonly string[] {
  const { top, left, bottom, right } = area;
  if ((bottom - top + 1) * (right - left + 1) > known.size)
    return [...known.keys()].filter((address) => isAt(address, area));
  const addresses: string[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const address = formatAddress({ row, column });
      if (known.has(address)) addresses.push(address);
    }
  return addresses;
}

function isAt(address: string, area: Rectangle): boolean {
  const at = parseAddress(address);
  return at !== undefined && isWithin(at.row, at.column, area);
}

function areaAround(addresses: readonly string[]): Rectangle | null {
  let around: Rectangle | null = null;
  for (const address of addresses) {
    const at = parseAddress(address);
    if (!at) continue;
    const { row, column } = at;
    around ??= { top: row, left: column, bottom: row, right: column };
    around = {
      top: Math.min(around.top, row),
      left: Math.min(around.left, column),
      bottom: Math.max(around.bottom, row),
      right: Math.max(around.right, column),
    };
  }
  return around;
}
