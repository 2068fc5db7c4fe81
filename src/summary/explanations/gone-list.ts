import type { SheetDraft } from "../../layout";
import type { Template } from "../../template";

import type { Collection } from "../collection";
import { GONE_VERDICT_HEADS, goneVerdictBlock } from "../entered/blocks";
import { drawGone } from "../entered/draw-gone";
import type { LeftOver } from "../entered/entered";
import { COLUMNS, LAST_SHOWN, drawKeys } from "./columns";
import type { Explained } from "./explained";

const GONE = "Its finding is no longer there.";

/** Verdicts without a finding, or that stood twice: they are kept at the end of the sheet until somebody deletes them. */
export function goneVerdicts({ entered }: Collection, all: readonly Explained[]): readonly LeftOver[] {
  const there = new Set(all.map(({ key }) => key));
  const gone = [...entered.verdicts.values()].filter(({ key }) => !there.has(key));
  return [...gone.map((row) => ({ row, why: GONE })), ...entered.leftOver.verdicts];
}

/** Draws them below the others. */
export function drawGoneVerdicts(
  draft: SheetDraft,
  gone: readonly LeftOver[],
  from: number,
  templates: readonly Template[],
): void {
  const title = "Verdicts that belong to no row above";
  drawGone(draft, gone, from, title, goneVerdictBlock(templates), GONE_VERDICT_HEADS, {
    columns: COLUMNS,
    why: COLUMNS.reason,
    first: COLUMNS.org,
    last: LAST_SHOWN,
    drawKeys,
  });
}
