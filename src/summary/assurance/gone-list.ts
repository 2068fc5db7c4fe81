import type { RawValue } from "../../cells";
import { LOOKS, heightFor, type SheetDraft } from "../../layout";

import { GONE_JUDGEMENT_HEADS, goneJudgementBlock } from "../entered/blocks";
import type { LeftOver } from "../entered/entered";
import { anchorOf, rowKey } from "../entered/entry-block";
import { confirmation } from "../entered/entry-row";
import { plainCell } from "../listed-rows";
import { COLUMNS, LAST_SHOWN, drawKeys } from "./columns";

/** Judgements that have no line any more, or stood twice: kept at the end of the sheet until somebody deletes them. */
export function drawGoneJudgements(draft: SheetDraft, gone: readonly LeftOver[], from: number): void {
  const block = goneJudgementBlock();
  draft.set(from, COLUMNS.ref, { value: "Entries that belong to no line above", role: "block_title" });
  draft.row(from, { height: 22 });
  drawKeys(draft, from + 1, anchorOf(block));
  draft.set(from + 1, COLUMNS.shows, { value: "why", role: "key" });
  draft.fill({ top: from + 2, bottom: from + 2, left: COLUMNS.ref, right: LAST_SHOWN }, "head_text");
  const places = new Map<string, number>([...Object.entries(COLUMNS), ["why", COLUMNS.shows]]);
  const shown = [...GONE_JUDGEMENT_HEADS].map(([id, head]) => [id, places.get(id) ?? 0, head] as const);
  for (const [, column, head] of shown) draft.set(from + 2, column, { value: head, role: "head_text" });
  draft.row(from + 2, { height: 20 });
  gone.forEach(({ row, why }, at) => {
    const place = from + 3 + at;
    draft.set(place, COLUMNS.key, { value: rowKey(block, row.key), role: "key" });
    const heights = shown.map(([id, column]) => {
      const value: RawValue = id === "why" ? why : (row.values.get(id) ?? null);
      const format = id === "date" && typeof value === "number" ? "date" : "general";
      draft.set(place, column, { value: plainCell(value), role: "text", format });
      return heightFor(typeof value === "string" ? value : "", draft.width(column) - 2, LOOKS.text.size);
    });
    draft.fill({ top: place, bottom: place, left: COLUMNS.ref, right: LAST_SHOWN }, "text");
    if (row.about !== null) draft.set(place, COLUMNS.about, { value: row.about, role: "key" });
    draft.set(place, COLUMNS.kept, { value: confirmation(row, block), role: "key" });
    draft.row(place, { height: Math.max(...heights) });
  });
}
