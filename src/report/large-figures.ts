import type { LargeFigure } from "./piece";
import type { ShownCell, ShownRow } from "./shown-rows";
import { shownValue } from "./shown-value";

export interface LargeFigures {
  /** By the row in which what they are called stands: figures beside each other, and further ones below them. */
  readonly figures: ReadonlyMap<number, readonly LargeFigure[]>;
  /** The cells that they are made of. */
  readonly used: ReadonlySet<ShownCell>;
}

/** Figures in large letters, each with the caption above it and the captions below; lines of them that follow each other are one group. */
export function largeFigures(rows: readonly ShownRow[]): LargeFigures {
  const groups = new Map<number, LargeFigure[]>();
  const used = new Set<ShownCell>();
  let group: LargeFigure[] | null = null;
  rows.forEach((row, at) => {
    const large = row.cells.filter(({ role }) => role === "number_large");
    if (large.length === 0) {
      if (row.cells.some((cell) => cell.role !== "caption" && cell.value !== null)) group = null;
      return;
    }
    if (!group) {
      group = [];
      groups.set(rows[at - 1]?.row ?? row.row, group);
    }
    for (const cell of large) {
      const above = captionAt(rows[at - 1], cell.left);
      const below: ShownCell[] = [];
      for (let next = at + 1; ; next += 1) {
        const caption = rows[next]?.row === row.row + next - at ? captionAt(rows[next], cell.left) : null;
        if (!caption) break;
        below.push(caption);
      }
      for (const one of [cell, ...(above ? [above] : []), ...below]) used.add(one);
      group.push({ label: above ? wordsOf(above) : "", cell, notes: below.map(wordsOf) });
    }
  });
  return { figures: groups, used };
}

function captionAt(row: ShownRow | undefined, column: number): ShownCell | null {
  return row?.cells.find(({ role, left }) => role === "caption" && left === column) ?? null;
}

function wordsOf({ value, format }: ShownCell): string {
  return shownValue(value, format);
}
