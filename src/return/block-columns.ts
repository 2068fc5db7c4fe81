import type { ValueBlock } from "../template";

import type { SheetTexts } from "./sheet-texts";

/** Rows between a block's heads and its first line, at most. */
export const HEAD_HEIGHT = 8;

/** Columns by their keys; none where the row of keys is gone. */
export function columnsIn(
  block: ValueBlock,
  sheet: SheetTexts,
  keyRow: number | null,
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    block.columns.flatMap(({ id }) => {
      const at = (sheet.texts.get(id) ?? []).filter(({ row }) => row === keyRow).map(({ column }) => column);
      return at.length > 0 ? [[id, at] as const] : [];
    }),
  );
}

/** Columns by their heads, where these still stand one after the other as they were drawn. */
export function columnsByHeads(
  block: ValueBlock,
  sheet: SheetTexts,
  first: number,
): ReadonlyMap<string, readonly number[]> {
  const wanted = block.columns.filter(({ shows, label }) => shows === "fields" && label !== "");
  for (let row = first - 1; row >= Math.max(1, first - HEAD_HEIGHT) && wanted.length > 1; row -= 1) {
    const heads = [...(sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b);
    const found: [string, readonly number[]][] = [];
    for (const [column, text] of heads) {
      const next = wanted[found.length];
      if (next && (text === next.label || text === `${next.label} ${block.unit ?? ""}`))
        found.push([next.id, [column]]);
    }
    if (found.length === wanted.length) return new Map(found);
  }
  return new Map();
}

/** Columns whose key is gone while others are left: by a head of their words between those of their neighbours, if there is but one. */
export function columnsByNeighbours(
  block: ValueBlock,
  sheet: SheetTexts,
  keyRow: number,
  columns: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const taken = new Set([...columns.values()].flat());
  block.columns.forEach((column, at) => {
    if (column.shows !== "fields" || column.label === "" || columns.has(column.id)) return;
    const before = block.columns.slice(0, at).flatMap(({ id }) => columns.get(id)?.[0] ?? []);
    const behind = block.columns.slice(at + 1).flatMap(({ id }) => columns.get(id)?.[0] ?? []);
    const [least, most] = [Math.max(0, ...before), Math.min(Infinity, ...behind)];
    const words = new Set([column.label, `${column.label} ${block.unit ?? ""}`]);
    const heads = [keyRow + 1, keyRow + 2].flatMap((row) =>
      [...(sheet.rows.get(row) ?? [])].filter(
        ([place, text]) => words.has(text) && place > least && place < most && !taken.has(place),
      ),
    );
    const [only, ...others] = heads;
    if (only && others.length === 0) found.set(column.id, [only[0]]);
  });
  return found;
}
