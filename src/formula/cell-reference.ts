import { parseAddress, type Rectangle } from "../cells";

import { parseFormula, type Parsed, type ReferenceReading } from "./parse";

/** Cells that a formula of a sheet refers to; a null sheet is the formula's own. */
export interface CellReference {
  readonly sheet: string | null;
  readonly area: Rectangle;
}

/** Reads a formula of a workbook (without its equals sign), as far as the language has its functions. */
export function parseSheetFormula(formula: string): Parsed<CellReference> {
  return parseFormula(`=${bare(formula)}`, understandCells);
}

/** Without blanks between its parts, and without the plus sign that users of older programs put before it. */
function bare(formula: string): string {
  const parts = formula.match(/"[^"]*"|'[^']*'|[^"'\s]+/g) ?? [];
  return parts.join("").replace(/^\+/, "");
}

/** Reads 'IM&T spend'!$D$10:$D$19 and the like. */
function understandCells(text: string): ReferenceReading<CellReference> {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text);
  const [first = "", last = first] = (match?.[3] ?? "").split(":");
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!match || !from || !to) return { kind: "refused", message: `${text} is no reference to cells.` };
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
  const area = {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
  return { kind: "reference", to: { sheet, area } };
}
