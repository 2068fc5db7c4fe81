import type { Rectangle } from "../../../src/cells";
import { invalidOperation } from "../protocol/errors";
import { intersection, parseArea, splitSheet } from "./area";
import { cellKey, columnOf, rowOf } from "./cell-key";
import { formulaWithoutSheet, renamedFormula, shiftedFormula } from "./formula-text";
import type { Formula } from "./calculation";
import { isAcross, shiftedArea, shiftedLine, type Shift } from "./shift";
import type { Cell, Sheet } from "./sheet";
import type { ValidationRule } from "./validation";
import type { Workbook } from "./workbook";

/** Puts cells in or takes them out: everything behind them moves, and every formula, validation and format moves along. */
export function shiftCells(book: Workbook, sheet: Sheet, shift: Shift): void {
  const isWhole =
    shift.along === "rows"
      ? shift.across[1] - shift.across[0] === 16_383
      : shift.across[1] - shift.across[0] === 1_048_575;
  const cutsMerge = sheet.merges.some((area) => cutThrough(area, shift));
  if (!isWhole && cutsMerge) throw invalidOperation("A merged cell would be torn apart.");
  moveCells(sheet, shift);
  if (isWhole) (shift.along === "rows" ? sheet.rows : sheet.columns).shift(shift);
  moveRest(sheet, shift);
  if (shift.how === "insert") lookLikeBefore(sheet, shift, isWhole);
  rewriteFormulas(
    book,
    (formula, own) => shiftedFormula(formula, own, sheet.name, shift),
    (formula) => concerns(formula, sheet, book, shift),
  );
}

function cutThrough(area: Rectangle, { along, across, from }: Shift): boolean {
  const [first, last, end] =
    along === "rows" ? [area.left, area.right, area.bottom] : [area.top, area.bottom, area.right];
  const inside = first >= across[0] && last <= across[1];
  const outside = last < across[0] || first > across[1];
  return !inside && !outside && end >= from;
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const cells = new Map<number, Cell>();
  for (const [key, cell] of sheet.cells) {
    const to = movedKey(key, shift);
    if (to !== null) cells.set(to, cell);
  }
  sheet.cells = cells;
  sheet.cellsMoved();
}

function movedKey(key: number, shift: Shift): number | null {
  const [row, column] = [rowOf(key), columnOf(key)];
  const [line, across] = shift.along === "rows" ? [row, column] : [column, row];
  if (!isAcross(shift, across, across)) return key;
  const to = shiftedLine(line, shift);
  if (to === null) return null;
  return shift.along === "rows" ? cellKey(to, column) : cellKey(row, to);
}

function moveRest(sheet: Sheet, shift: Shift): void {
  const moved = (areas: readonly Rectangle[]) => areas.flatMap((area) => shiftedArea(area, shift) ?? []);
  sheet.merges = moved(sheet.merges);
  sheet.validations.change((one) => {
    const areas = moved(one.areas);
    return areas.length === 0 ? null : { ...one, areas };
  });
  sheet.conditional = sheet.conditional.flatMap((one) => {
    const areas = moved(one.areas);
    return areas.length === 0 ? [] : [{ ...one, areas }];
  });
  sheet.filter = sheet.filter && shiftedArea(sheet.filter, shift);
  const { printArea, titleRows, titleColumns } = sheet.page;
  const lines = (pair: readonly [number, number] | null, along: Shift["along"]) => {
    if (!pair || shift.along !== along) return pair;
    const area =
      along === "rows"
        ? { top: pair[0], bottom: pair[1], left: 1, right: 1 }
        : { left: pair[0], right: pair[1], top: 1, bottom: 1 };
    const to = shiftedArea(area, { ...shift, across: [1, 1] });
    return to && (along === "rows" ? ([to.top, to.bottom] as const) : ([to.left, to.right] as const));
  };
  sheet.page = {
    ...sheet.page,
    printArea: printArea && moved(printArea),
    titleRows: lines(titleRows, "rows"),
    titleColumns: lines(titleColumns, "columns"),
  };
  const breaks = (all: readonly number[]) => all.flatMap((line) => shiftedLine(line, shift) ?? []);
  if (shift.along === "rows") sheet.rowBreaks = breaks(sheet.rowBreaks);
  else sheet.columnBreaks = breaks(sheet.columnBreaks);
}

/** New cells look like those above them, or left of them. */
function lookLikeBefore(sheet: Sheet, shift: Shift, isWhole: boolean): void {
  const before = shift.from - 1;
  if (before < 1) return;
  const lines = shift.along === "rows" ? sheet.rows : sheet.columns;
  const format = isWhole ? lines.format(before) : undefined;
  const cells: (readonly [across: number, cell: Cell])[] = [];
  for (const [key, cell] of sheet.cells) {
    const [row, column] = [rowOf(key), columnOf(key)];
    const [line, across] = shift.along === "rows" ? [row, column] : [column, row];
    if (line === before && isAcross(shift, across, across)) cells.push([across, cell]);
  }
  for (let line = shift.from; line < shift.from + shift.count; line += 1) {
    if (format) lines.setFormat(line, format);
    for (const [across, cell] of cells) {
      const key = shift.along === "rows" ? cellKey(line, across) : cellKey(across, line);
      sheet.cells.set(key, { value: null, formula: null, format: cell.format });
    }
  }
}

/** Does the formula look at cells that move? Others keep their text, and need not be read again. */
function concerns(formula: Formula, sheet: Sheet, book: Workbook, shift: Shift): boolean {
  return formula.read.references.some((reference) => {
    if (reference.kind !== "cells") return false;
    const of = reference.sheet === null ? formula.sheet : book.sheetNamed(reference.sheet);
    if (of !== sheet) return false;
    const area = reference.ownRow
      ? { ...reference.area, top: formula.row, bottom: formula.row }
      : reference.area;
    return shiftedArea(area, shift) !== area;
  });
}

/** A sheet gets another name: every formula that names it follows. */
export function renameSheet(book: Workbook, sheet: Sheet, name: string): void {
  book.checkStructure();
  book.checkName(name, sheet);
  const before = sheet.name;
  if (before === name) return;
  const named = (formula: Formula) =>
    formula.read.references.some(
      (one) => one.kind === "cells" && one.sheet?.toLowerCase() === before.toLowerCase(),
    );
  sheet.name = name;
  rewriteFormulas(book, (formula) => renamedFormula(formula, before, name), named);
  book.emit({ kind: "renamed", sheet, before, author: book.author });
}

/** A sheet goes: what looked at it is #REF!. */
export function deleteSheet(book: Workbook, sheet: Sheet): void {
  book.removeSheet(sheet);
  for (const name of book.names.filter(({ scope }) => scope === sheet))
    book.names.splice(book.names.indexOf(name), 1);
  const named = (formula: Formula) =>
    formula.read.references.some(
      (one) => one.kind === "cells" && one.sheet?.toLowerCase() === sheet.name.toLowerCase(),
    );
  rewriteFormulas(book, (formula) => formulaWithoutSheet(formula, sheet.name), named);
  book.emit({ kind: "deleted", sheet, author: book.author });
}

/** Writes formulas anew: those in cells where `concerned`, and all of validations, conditional formats and names. */
function rewriteFormulas(
  book: Workbook,
  by: (formula: string, own: string) => string,
  concerned: (formula: Formula) => boolean,
): void {
  for (const sheet of book.sheets) {
    const rewritten = (formula: string) => by(formula, sheet.name);
    for (const [key, cell] of sheet.cells) {
      if (!cell.formula) continue;
      const text = concerned(cell.formula) ? rewritten(cell.formula.text) : cell.formula.text;
      const [row, column] = [rowOf(key), columnOf(key)];
      const isSame = text === cell.formula.text && row === cell.formula.row && column === cell.formula.column;
      if (isSame) continue;
      const { isKept, result } = cell.formula;
      const formula = isKept
        ? book.calculation.unread(text, result, sheet, row, column)
        : book.calculation.formula(text, sheet, row, column);
      sheet.cells.set(key, { ...cell, formula });
    }
    sheet.validations.change((one) => ({ ...one, rule: one.rule && rewrittenRule(one.rule, rewritten) }));
    sheet.conditional = sheet.conditional.map((one) => ({
      ...one,
      condition:
        one.condition.kind === "Custom"
          ? { ...one.condition, formula: rewritten(one.condition.formula) }
          : {
              ...one.condition,
              formula1: limit(one.condition.formula1, rewritten),
              formula2: limit(one.condition.formula2, rewritten),
            },
    }));
  }
  for (const name of book.names) name.formula = by(name.formula, name.scope?.name ?? "");
  book.calculation.rebuild(book.sheets.flatMap((sheet) => sheet.formulas()));
}

function limit<T>(value: T, by: (formula: string) => string): T | string {
  return typeof value === "string" && value.startsWith("=") ? by(value) : value;
}

function rewrittenRule(rule: ValidationRule, by: (formula: string) => string): ValidationRule {
  switch (rule.kind) {
    case "list":
      return { ...rule, source: limit(rule.source, by) };
    case "custom":
      return { ...rule, formula: limit(rule.formula, by) };
    default:
      return { ...rule, formula1: limit(rule.formula1, by), formula2: limit(rule.formula2, by) };
  }
}

/** The cells that a formula names, and nothing else: "=Lists!$A$1:$A$9". */
export function cellsNamed(
  book: Workbook,
  formula: string,
  own: Sheet | null,
): { readonly sheet: Sheet; readonly area: Rectangle } | null {
  const { sheet: named, rest } = splitSheet(formula.replace(/^=/, ""));
  const area = parseArea(rest);
  const sheet = named === null ? own : book.sheetNamed(named);
  return area && sheet ? { sheet, area } : null;
}

/** Are there cells with something in them that an insertion would push off the sheet? */
export function pushesOff(sheet: Sheet, shift: Shift): boolean {
  if (shift.how !== "insert") return false;
  const used = sheet.used();
  if (!used) return false;
  const end =
    shift.along === "rows" ? used.bottom + shift.count > 1_048_576 : used.right + shift.count > 16_384;
  const band =
    shift.along === "rows"
      ? { top: 1, bottom: 1_048_576, left: shift.across[0], right: shift.across[1] }
      : { left: 1, right: 16_384, top: shift.across[0], bottom: shift.across[1] };
  return end && intersection(used, band) !== null;
}
