import { tokenize } from "@borgar/fx";

import { columnLetters, type Rectangle } from "../../../src/cells";
import { parseFormula, parts, type Expression, type ReferenceReading } from "../../../src/formula";
import { rowless } from "../../../src/layout/row-wise";
import { HostError, invalidArgument, notImplemented } from "../protocol/errors";
import { parseArea, sheetPrefix, splitSheet } from "./area";
import { shiftedArea, type Shift } from "./shift";

/** Which sides of a reference are fixed with a $. */
export type Fixed = Readonly<Record<keyof Rectangle, boolean>>;

/** What a formula of the simulated Excel refers to. */
export type SheetReference =
  | {
      readonly kind: "cells";
      /** Null for the formula's own. */
      readonly sheet: string | null;
      readonly area: Rectangle;
      readonly fixed: Fixed;
      /** True where it is to the row of the cell for which the formula was read, and moves along with it. */
      readonly ownRow: boolean;
    }
  | { readonly kind: "name"; readonly name: string }
  /** What was #REF!, because the cells are gone. */
  | { readonly kind: "gone" };

/** A formula that was read, and for which row: those that say the same of their own rows are read once. */
export interface ReadFormula {
  readonly expression: Expression<SheetReference>;
  readonly references: readonly SheetReference[];
  readonly row: number;
}

export const LONGEST_FORMULA = 8_192;

/** Stands for #REF! while a formula is read, which the project's parser has no word for. */
const GONE = "GONE_REFERENCE_";
const TEXTS_AND_GONE = /"(?:[^"]|"")*"|(?:(?:'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_.]*)!)?#REF!/g;

const known = new Map<string, ReadFormula>();

/** Reads a formula with its equals sign. What is no formula is an invalid argument; what only this host can't work out is not implemented. */
export function readFormula(text: string, row: number): ReadFormula {
  if (text.length > LONGEST_FORMULA)
    throw new HostError(
      "FormulaLengthExceedsLimit",
      `The formula has ${text.length} characters, and Excel takes ${LONGEST_FORMULA}.`,
    );
  const key = rowless(text, row);
  const before = known.get(key);
  if (before) return before;
  const read = parsed(text, row);
  known.set(key, read);
  return read;
}

function parsed(text: string, row: number): ReadFormula {
  const plain = withoutBlanks(text)
    .replace(/^=\++/, "=")
    .replace(TEXTS_AND_GONE, (piece) => (piece.startsWith('"') ? piece : GONE));
  const parsing = parseFormula(plain, (reference, shape) => understand(reference, shape, row));
  if (parsing.kind === "refused") throw refusal(text, parsing.message);
  const references: SheetReference[] = [];
  collect(parsing.expression, references);
  return { expression: parsing.expression, references, row };
}

/** The parser of the project says both of what Excel refuses and of what its own language lacks: they are told apart by Excel's grammar. */
function refusal(text: string, message: string): HostError {
  return /can't be read|is no reference/.test(message)
    ? invalidArgument(`${text}: ${message}`)
    : notImplemented(`way to work out ${text}: ${message}`);
}

function withoutBlanks(text: string): string {
  if (!/\s/.test(text)) return text;
  return (text.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"'\s]+/g) ?? []).join("");
}

function understand(text: string, shape: string, row: number): ReferenceReading<SheetReference> {
  if (shape === "name")
    return { kind: "reference", to: text === GONE ? { kind: "gone" } : { kind: "name", name: text } };
  const { sheet, rest } = splitSheet(text);
  const area = parseArea(rest);
  if (!area) return { kind: "refused", message: `${text} is no reference to cells.` };
  const fixed = fixedSides(rest);
  const isBeam = !/\d/.test(rest) || !/[A-Za-z]/.test(rest);
  const ownRow = sheet === null && !isBeam && area.top === row && area.bottom === row;
  return { kind: "reference", to: { kind: "cells", sheet, area, fixed, ownRow } };
}

/** Which sides have a $, of "$B4:C$9" as it is written. */
function fixedSides(rest: string): Fixed {
  const [first = "", last = first] = rest.split(":");
  const sides = (part: string) => ({
    column: /^\$[A-Za-z]/.test(part) || !/[A-Za-z]/.test(part),
    row: /\$[0-9]+$/.test(part) || !/[0-9]/.test(part),
  });
  const [from, to] = [sides(first), sides(last)];
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function collect(expression: Expression<SheetReference>, into: SheetReference[]): void {
  if (expression.kind === "reference") into.push(expression.to);
  for (const part of parts(expression)) collect(part, into);
}

/** The area of a reference for a formula that was read for another row. */
export function areaInRow(
  reference: SheetReference & { readonly kind: "cells" },
  readFor: number,
  row: number,
): Rectangle {
  return reference.ownRow && readFor !== row ? { ...reference.area, top: row, bottom: row } : reference.area;
}

/** The area of a reference, moved along as its signs of dollar let it. */
export function areaMoved(
  { area, fixed }: SheetReference & { readonly kind: "cells" },
  rows: number,
  columns: number,
): Rectangle {
  return {
    top: area.top + (fixed.top ? 0 : rows),
    left: area.left + (fixed.left ? 0 : columns),
    bottom: area.bottom + (fixed.bottom ? 0 : rows),
    right: area.right + (fixed.right ? 0 : columns),
  };
}

/** The formula with every reference to cells replaced by what `by` makes of its sheet and address. */
export function withReferences(
  formula: string,
  by: (sheet: string | null, address: string, whole: string) => string,
): string {
  return tokenize(formula)
    .map(({ type, value }) => {
      if (type !== "range" && type !== "range_beam") return value;
      const { sheet, rest } = splitSheet(value);
      return by(sheet, rest, value);
    })
    .join("");
}

/** The formula of a cell on `own` after cells of `sheet` moved; what pointed at deleted cells is #REF!. */
export function shiftedFormula(formula: string, own: string, sheet: string, shift: Shift): string {
  return withReferences(formula, (named, address, whole) => {
    if ((named ?? own).toLowerCase() !== sheet.toLowerCase()) return whole;
    const area = parseArea(address);
    if (!area) return whole;
    const moved = shiftedArea(area, shift);
    const prefix = named === null ? "" : sheetPrefix(named);
    if (!moved) return `${prefix}#REF!`;
    return moved === area ? whole : prefix + written(address, moved);
  });
}

/** The formula as it reads so many rows and columns further on. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return withReferences(formula, (named, address, whole) => {
    const area = parseArea(address);
    if (!area || !/[A-Za-z]\$?[0-9]/.test(address)) return whole;
    const moved = areaMoved(
      { kind: "cells", sheet: null, area, fixed: fixedSides(address), ownRow: false },
      rows,
      columns,
    );
    const prefix = named === null ? "" : sheetPrefix(named);
    return moved.top < 1 || moved.left < 1 ? `${prefix}#REF!` : prefix + written(address, moved);
  });
}

export function renamedFormula(formula: string, before: string, after: string): string {
  return withReferences(formula, (named, address, whole) =>
    named?.toLowerCase() === before.toLowerCase() ? sheetPrefix(after) + address : whole,
  );
}

export function formulaWithoutSheet(formula: string, sheet: string): string {
  return withReferences(formula, (named, _, whole) =>
    named?.toLowerCase() === sheet.toLowerCase() ? "#REF!" : whole,
  );
}

/** An area with the signs of dollar, and in the way, of the address that stood there. */
function written(address: string, area: Rectangle): string {
  const corners = address.split(":");
  const [from, to] = [
    corner(corners[0] ?? "", area.top, area.left),
    corner(corners[1] ?? corners[0] ?? "", area.bottom, area.right),
  ];
  return corners.length === 1 ? from : `${from}:${to}`;
}

function corner(part: string, row: number, column: number): string {
  const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] =
    /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(part) ?? [];
  return `${letters && fixedColumn + columnLetters(column)}${digits && (letters ? fixedRow : fixedColumn || fixedRow) + String(row)}`;
}
