import { LAST_COLUMN, LAST_ROW, type Rectangle } from "../../../src/cells";

/** Cells that were put in or taken out, so that others moved down or to the right, or back. */
export interface Shift {
  readonly along: "rows" | "columns";
  readonly how: "insert" | "delete";
  /** The first line that was put in or taken out, and how many. */
  readonly from: number;
  readonly count: number;
  /** Between which lines of the other direction: all of them where whole rows or columns are concerned. */
  readonly across: readonly [first: number, last: number];
}

/** The shift that inserting or deleting this area makes. */
export function shiftOf(area: Rectangle, along: Shift["along"], how: Shift["how"]): Shift {
  return along === "rows"
    ? {
        along,
        how,
        from: area.top,
        count: area.bottom - area.top + 1,
        across: [area.left, area.right],
      }
    : {
        along,
        how,
        from: area.left,
        count: area.right - area.left + 1,
        across: [area.top, area.bottom],
      };
}

/** Where a line comes to stand; null where it was deleted. */
export function shiftedLine(line: number, shift: Shift): number | null {
  if (line < shift.from) return line;
  if (shift.how === "insert") return line + shift.count;
  return line < shift.from + shift.count ? null : line - shift.count;
}

export function isAcross(shift: Shift, first: number, last: number): boolean {
  return first >= shift.across[0] && last <= shift.across[1];
}

/**
 * Where an area comes to stand: it moves, grows where cells are put between its own, shrinks where some of them go; null where all of
 * them do. An area that reaches beyond the moved cells stays.
 */
export function shiftedArea(area: Rectangle, shift: Shift): Rectangle | null {
  const rows = shift.along === "rows";
  if (rows ? !isAcross(shift, area.left, area.right) : !isAcross(shift, area.top, area.bottom)) return area;
  const [first, last] = rows ? [area.top, area.bottom] : [area.left, area.right];
  const limit = rows ? LAST_ROW : LAST_COLUMN;
  // Whole columns stay whole columns.
  if (first === 1 && last === limit) return area;
  const moved = shift.how === "insert" ? grown(first, last, shift) : shrunk(first, last, shift);
  if (!moved || moved[0] > limit) return null;
  const [from, to] = [moved[0], Math.min(moved[1], limit)];
  return rows ? { ...area, top: from, bottom: to } : { ...area, left: from, right: to };
}

function grown(first: number, last: number, { from, count }: Shift): readonly [number, number] {
  return [first >= from ? first + count : first, last >= from ? last + count : last];
}

function shrunk(first: number, last: number, { from, count }: Shift): readonly [number, number] | null {
  const end = from + count - 1;
  if (first >= from && last <= end) return null;
  const start = first < from ? first : first <= end ? from : first - count;
  const stop = last < from ? last : last <= end ? from - 1 : last - count;
  return [start, stop];
}
