import { serialOfDay, type RawValue } from "../../cells";
import { foundText, valueOf } from "../../return";
import { fieldKey, type Line, type SummaryList, type Template, type ValueBlock } from "../../template";

import { isFilled, type Collection, type FilledRow, type SummaryRow } from "../collection";
import { hasEntry } from "../listed-rows";
import { rowKey } from "../row-key";

/** One row of a list as a return has it. */
export interface ListEntry {
  readonly by: FilledRow;
  readonly line: Line;
  readonly name: string | null;
  readonly valueIn: (column: string) => RawValue;
  readonly keyOf: (column: string) => string;
  /** Its day in the earlier summary; null where that has none of this name. */
  readonly lastDay: number | null;
}

/** What stands in the list: a row of a return, or that the return is not there. */
export type ListedEntry =
  | { readonly kind: "entry"; readonly entry: ListEntry }
  | { readonly kind: "missing"; readonly row: SummaryRow };

/** Every row with something in it, return by return; a return that has not come stands there as missing. */
export function listEntries(collection: Collection, of: SummaryList): readonly ListedEntry[] {
  return collection.rows.flatMap((row): ListedEntry[] => {
    if (!listOf(row.template, of.list)) return [];
    if (!isFilled(row)) return [{ kind: "missing", row }];
    const { found } = row.counted.reading;
    const list = listOf(found.template, of.list);
    if (!list) return [];
    const last = lastDays(collection, row, of);
    return list.lines
      .filter((line) => hasEntry(found, list, line))
      .map((line) => {
        const keyOf = (column: string) => fieldKey(list, line.id, column);
        const name = foundText(found, keyOf(of.naming.id));
        const valueIn = (column: string) => {
          const field = found.template.fields.get(keyOf(column));
          return field ? valueOf(found, field) : null;
        };
        const lastDay = name === null ? null : (last.get(name.toLowerCase()) ?? null);
        return { kind: "entry", entry: { by: row, line, name, valueIn, keyOf, lastDay } };
      });
  });
}

function listOf({ sheets }: Template, id: string): ValueBlock | undefined {
  return sheets
    .flatMap(({ blocks }) => blocks)
    .find((block): block is ValueBlock => block.kind === "list" && block.id === id);
}

/** The days that the same return had in the earlier summary, by the names of its rows: rows may have moved since. */
function lastDays(
  { entered }: Collection,
  { organisation, template }: SummaryRow,
  { list, naming, timeline }: SummaryList,
): ReadonlyMap<string, number> {
  const values = entered.lastReturns.get(rowKey(organisation, template))?.values;
  const days = new Map<string, number>();
  if (!values || !timeline) return days;
  for (const [key, name] of values) {
    if (!key.startsWith(`${list}.`) || !key.endsWith(`[${naming.id}]`)) continue;
    const day = values.get(key.replace(/\[[^[]*\]$/, `[${timeline.day.id}]`));
    const serial = typeof day === "string" ? serialOfDay(day) : undefined;
    if (typeof name === "string" && serial !== undefined) days.set(name.trim().toLowerCase(), serial);
  }
  return days;
}
