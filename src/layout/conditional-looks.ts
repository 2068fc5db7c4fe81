import { columnLetters, formatAddress, parseAddress, type RawValue, type Rectangle } from "../cells";
import { evaluate, parseFormula, type Expression, type ReferenceReading } from "../formula";

import type { ConditionalFormat, LayoutSheet } from "./layout";

/** A reference of a conditional format: which of its sides stay where they are when it is read for another cell. */
interface MovingReference {
  readonly area: Rectangle;
  readonly fixed: Readonly<Record<keyof Rectangle, boolean>>;
}

/**
 * The look that cells of a calculated sheet take from its conditional formats, as Excel would show them: of several that hold, the first.
 * A format that reads another sheet gives none.
 */
export function conditionalLooks(sheet: LayoutSheet): ReadonlyMap<string, ConditionalFormat["look"]> {
  const looks = new Map<string, ConditionalFormat["look"]>();
  for (const { range, formula, look } of sheet.conditional) {
    const read = parseFormula(`=${formula}`, understandMoving);
    if (read.kind === "refused") continue;
    const area = areaOf(range);
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        const address = formatAddress({ row, column });
        if (looks.has(address)) continue;
        if (holds(read.expression, row - area.top, column - area.left, sheet)) looks.set(address, look);
      }
  }
  return looks;
}

function holds(
  expression: Expression<MovingReference>,
  rows: number,
  columns: number,
  { cells }: LayoutSheet,
): boolean {
  const result = evaluate(expression, ({ area, fixed }) => {
    const [top, bottom] = [area.top + (fixed.top ? 0 : rows), area.bottom + (fixed.bottom ? 0 : rows)];
    const [left, right] = [area.left + (fixed.left ? 0 : columns), area.right + (fixed.right ? 0 : columns)];
    const found: RawValue[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const inRow: RawValue[] = [];
      for (let column = left; column <= right; column += 1)
        inRow.push(cells.get(`${columnLetters(column)}${row}`)?.value ?? null);
      found.push(inRow);
    }
    return { rows: found };
  });
  return result === true || (typeof result === "number" && result !== 0);
}

/** The cells of a range like "C9:C31". */
function areaOf(range: string): Rectangle {
  const [first = "", last = first] = range.split(":");
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!from || !to) throw new Error(`conditionalLooks: ${range} is no range`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function understandMoving(text: string): ReferenceReading<MovingReference> {
  const [first = "", last = first] = text.split(":");
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!from || !to) return { kind: "refused", message: `${text} is no reference to cells of this sheet.` };
  const area = { top: from.row, left: from.column, bottom: to.row, right: to.column };
  const isFixed = (address: string) => ({ column: address.startsWith("$"), row: /\$\d/.test(address) });
  const [start, end] = [isFixed(first), isFixed(last)];
  const fixed = { top: start.row, left: start.column, bottom: end.row, right: end.column };
  return { kind: "reference", to: { area, fixed } };
}
