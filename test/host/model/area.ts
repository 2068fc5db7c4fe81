import {
  columnLetters,
  formatAddress,
  LAST_COLUMN,
  LAST_ROW,
  parseAddress,
  type Rectangle,
} from "../../../src/cells";

export const WHOLE_SHEET: Rectangle = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN };

export function areaOf(top: number, left: number, rows = 1, columns = 1): Rectangle {
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

export function rowCount(area: Rectangle): number {
  return area.bottom - area.top + 1;
}

export function columnCount(area: Rectangle): number {
  return area.right - area.left + 1;
}

export function cellCount(area: Rectangle): number {
  return rowCount(area) * columnCount(area);
}

export function isWholeColumns(area: Rectangle): boolean {
  return area.top === 1 && area.bottom === LAST_ROW;
}

export function isWholeRows(area: Rectangle): boolean {
  return area.left === 1 && area.right === LAST_COLUMN;
}

export function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function holds(area: Rectangle, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export function intersection(a: Rectangle, b: Rectangle): Rectangle | null {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top <= both.bottom && both.left <= both.right ? both : null;
}

export function bounding(a: Rectangle, b: Rectangle): Rectangle {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of an area when another is cut out of it. */
export function without(area: Rectangle, cut: Rectangle): readonly Rectangle[] {
  const hole = intersection(area, cut);
  if (!hole) return [area];
  const left: Rectangle[] = [];
  if (area.top < hole.top) left.push({ ...area, bottom: hole.top - 1 });
  if (area.left < hole.left) left.push({ ...hole, left: area.left, right: hole.left - 1 });
  if (area.right > hole.right) left.push({ ...hole, left: hole.right + 1, right: area.right });
  if (area.bottom > hole.bottom) left.push({ ...area, top: hole.bottom + 1 });
  return left;
}

/** "B4", "B4:C9", "B:C", "4:9", with or without signs of dollar; null for anything else. */
export function parseArea(text: string): Rectangle | null {
  const plain = text.trim().replaceAll("$", "");
  const [first = "", last = first, more] = plain.split(":");
  if (more !== undefined) return null;
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (from && to) {
    return {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    };
  }
  if (!plain.includes(":")) return null;
  const rows = [first, last].map((one) => (/^[1-9][0-9]*$/.test(one) ? Number(one) : NaN));
  if (rows.every((row) => row <= LAST_ROW))
    return { ...WHOLE_SHEET, top: Math.min(...rows), bottom: Math.max(...rows) };
  const columns = [first, last].map((one) => parseAddress(`${one}1`)?.column ?? NaN);
  if (/^[A-Za-z]+:[A-Za-z]+$/.test(plain) && columns.every((column) => column <= LAST_COLUMN))
    return { ...WHOLE_SHEET, left: Math.min(...columns), right: Math.max(...columns) };
  return null;
}

/** The shortest way in which Excel names an area. */
export function formatArea(area: Rectangle): string {
  if (isWholeColumns(area) && !isWholeRows(area))
    return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  if (isWholeRows(area)) return `${area.top}:${area.bottom}`;
  const first = formatAddress({ row: area.top, column: area.left });
  const last = formatAddress({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}

/** A name as an address needs it: Excel leaves plain ones without quotes. */
export function sheetPrefix(name: string): string {
  const isPlain =
    /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !parseAddress(name) && !/^(r|c|rc|true|false)$/i.test(name);
  return isPlain ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}

/** "'IM&T spend'!B4" → its sheet and the rest; a null sheet where none is named. */
export function splitSheet(text: string): { readonly sheet: string | null; readonly rest: string } {
  const at = text.lastIndexOf("!");
  if (at < 0) return { sheet: null, rest: text };
  const name = text.slice(0, at);
  const quoted = /^'((?:[^']|'')*)'$/.exec(name)?.[1];
  return { sheet: quoted?.replaceAll("''", "'") ?? name, rest: text.slice(at + 1) };
}

/** Parts between commas; those in a quoted name of a sheet do not count. */
export function splitAreas(text: string): readonly string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}
