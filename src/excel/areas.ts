import { LAST_COLUMN, LAST_ROW, parseAddress, type Rectangle } from "../cells";

/** The areas of an event's address, such as "B4", "5:6", "C:C" or "A1:B2,D4"; undefined where it can't be understood. */
export function areasAt(address: string): readonly Rectangle[] | undefined {
  const areas: Rectangle[] = [];
  for (const part of address.split(",")) {
    const area = areaAt(part.trim().replaceAll("$", ""));
    if (!area) return undefined;
    areas.push(area);
  }
  return areas;
}

function areaAt(text: string): Rectangle | undefined {
  const [from = "", to = from, more] = text.split(":");
  if (more !== undefined) return undefined;
  const whole = text.includes(":");
  const first = corner(from, whole, { row: 1, column: 1 });
  const last = corner(to, whole, { row: LAST_ROW, column: LAST_COLUMN });
  if (!first || !last) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** A corner of an area; half of it may be missing where the area has whole rows or columns. */
function corner(text: string, whole: boolean, otherwise: { readonly row: number; readonly column: number }) {
  const cell = parseAddress(text);
  if (cell || !whole) return cell;
  if (/^[0-9]+$/.test(text)) {
    const column = parseAddress(`A${text}`);
    return column && { row: column.row, column: otherwise.column };
  }
  const row = parseAddress(`${text}1`);
  return row && { row: otherwise.row, column: row.column };
}

export function cellCount({ top, left, bottom, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

export function isWithin(row: number, column: number, { top, left, bottom, right }: Rectangle): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function contains(outer: Rectangle, inner: Rectangle): boolean {
  return isWithin(inner.top, inner.left, outer) && isWithin(inner.bottom, inner.right, outer);
}

export const WHOLE_SHEET: Rectangle = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN };
