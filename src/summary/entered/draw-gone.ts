import type { RawValue } from "../../cells";
import { LOOKS, heightFor, type SheetDraft } from "../../layout";

import { plainCell } from "../listed-rows";
import type { LeftOver } from "./entered";
import { anchorOf, rowKey, type EntryBlock } from "./entry-block";
import { confirmation } from "./entry-row";

/** Where the sheet shows what was entered; `why` is the column for the reason why it stands here. */
export interface GonePlaces {
  readonly columns: Readonly<Record<string, number>> & {
    readonly key: number;
    readonly about: number;
    readonly kept: number;
  };
  readonly why: number;
  readonly first: number;
  readonly last: number;
  readonly drawKeys: (draft: SheetDraft, row: number, anchor: string) => void;
}

/** Entries that have no row any more, or stood twice: kept at the end of a sheet until somebody deletes them, each in its old columns. */
export function drawGone(
  draft: SheetDraft,
  gone: readonly LeftOver[],
  from: number,
  title: string,
  block: EntryBlock,
  heads: ReadonlyMap<string, string>,
  { columns, why, first, last, drawKeys }: GonePlaces,
): void {
  draft.set(from, first, { value: title, role: "block_title" });
  draft.row(from, { height: 22 });
  drawKeys(draft, from + 1, anchorOf(block));
  draft.set(from + 1, why, { value: "why", role: "key" });
  draft.fill({ top: from + 2, bottom: from + 2, left: first, right: last }, "head_text");
  const places = new Map<string, number>([...Object.entries(columns), ["why", why]]);
  const shown = [...heads].map(([id, head]) => [id, places.get(id) ?? 0, head] as const);
  for (const [, column, head] of shown) draft.set(from + 2, column, { value: head, role: "head_text" });
  draft.row(from + 2, { height: 20 });
  gone.forEach((one, at) => {
    const place = from + 3 + at;
    const { row } = one;
    draft.set(place, columns.key, { value: rowKey(block, row.key), role: "key" });
    const heights = shown.map(([id, column]) => {
      const value: RawValue = id === "why" ? one.why : (row.values.get(id) ?? null);
      const format = id === "date" && typeof value === "number" ? "date" : "general";
      draft.set(place, column, { value: plainCell(value), role: "text", format });
      return heightFor(typeof value === "string" ? value : "", draft.width(column) - 2, LOOKS.text.size);
    });
    draft.fill({ top: place, bottom: place, left: first, right: last }, "text");
    if (row.about !== null) draft.set(place, columns.about, { value: row.about, role: "key" });
    draft.set(place, columns.kept, { value: confirmation(row, block), role: "key" });
    draft.row(place, { height: Math.max(...heights) });
  });
}
