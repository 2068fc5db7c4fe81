import type { EnteredRows, LeftOver } from "./entered";
import type { EntryBlock } from "./entry-block";
import { entriesText, textIn, type EntryRow } from "./entry-row";

const NO_LINE = "The summary has no such line any more.";
const TWICE = "It stood there twice in the earlier summary, with other entries.";

/**
 * Rows by their keys, each once; what else was entered under a key, and what has no place, is left over. `gone`: rows that had no
 * place before, and may have one again. `places`: keys that have one; null where every key may.
 */
export function sortedRows(
  block: EntryBlock,
  found: readonly EntryRow[],
  gone: readonly EntryRow[],
  places: ReadonlySet<string> | null,
): { readonly rows: EnteredRows; readonly leftOver: readonly LeftOver[] } {
  const rows = new Map<string, EntryRow>();
  const leftOver = new Map<string, LeftOver>();
  const leave = (row: EntryRow, why: string) => {
    const same = JSON.stringify([row.key, entriesText(row, block)]);
    if (!leftOver.has(same)) leftOver.set(same, { row, why });
  };
  for (const row of [...found, ...gone]) {
    const there = rows.get(row.key);
    if (places?.has(row.key) === false) leave(row, NO_LINE);
    else if (!there) rows.set(row.key, row);
    else if (entriesText(there, block) !== entriesText(row, block))
      leave(row, found.includes(row) ? TWICE : (textIn(row, "why") ?? TWICE));
  }
  return { rows, leftOver: [...leftOver.values()] };
}
