import type { RawValue } from "../../cells";
import { LOOKS, heightFor, type SheetDraft } from "../../layout";
import type { Template } from "../../template";

import type { Collection } from "../collection";
import { GONE_VERDICT_HEADS, goneVerdictBlock } from "../entered/blocks";
import type { LeftOver } from "../entered/entered";
import { anchorOf, rowKey } from "../entered/entry-block";
import { confirmation } from "../entered/entry-row";
import { plainCell } from "../listed-rows";
import { COLUMNS, LAST_SHOWN, drawKeys } from "./columns";
import type { Explained } from "./explained";

const GONE = "Its finding is no longer there.";

/** Verdicts without a finding, or that stood twice: they are kept at the end of the sheet until somebody deletes them. */
export function goneVerdicts({ entered }: Collection, all: readonly Explained[]): readonly LeftOver[] {
  const there = new Set(all.map(({ key }) => key));
  const gone = [...entered.verdicts.values()].filter(({ key }) => !there.has(key));
  return [...gone.map((row) => ({ row, why: GONE })), ...entered.leftOver.verdicts];
}

/** Draws them below the others, each in the columns in which it stood, with the reason why it stands here. */
export function drawGone(
  draft: SheetDraft,
  gone: readonly LeftOver[],
  from: number,
  templates: readonly Template[],
): void {
  const block = goneVerdictBlock(templates);
  draft.set(from, COLUMNS.org, { value: "Verdicts that belong to no row above", role: "block_title" });
  draft.row(from, { height: 22 });
  drawKeys(draft, from + 1, anchorOf(block));
  draft.set(from + 1, COLUMNS.reason, { value: "why", role: "key" });
  draft.fill({ top: from + 2, bottom: from + 2, left: COLUMNS.org, right: LAST_SHOWN }, "head_text");
  const shown = [...GONE_VERDICT_HEADS].map(([id, head]) => [id, columnOf(id), head] as const);
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
    draft.fill({ top: place, bottom: place, left: COLUMNS.org, right: LAST_SHOWN }, "text");
    if (row.about !== null) draft.set(place, COLUMNS.about, { value: row.about, role: "key" });
    draft.set(place, COLUMNS.kept, { value: confirmation(row, block), role: "key" });
    draft.row(place, { height: Math.max(...heights) });
  });
}

function columnOf(id: string): number {
  return id === "why" ? COLUMNS.reason : (new Map<string, number>(Object.entries(COLUMNS)).get(id) ?? 0);
}
