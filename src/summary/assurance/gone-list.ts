import type { SheetDraft } from "../../layout";

import { GONE_JUDGEMENT_HEADS, goneJudgementBlock } from "../entered/blocks";
import { drawGone } from "../entered/draw-gone";
import type { LeftOver } from "../entered/entered";
import { COLUMNS, LAST_SHOWN, drawKeys } from "./columns";

/** Judgements that have no line any more, or stood twice. */
export function drawGoneJudgements(draft: SheetDraft, gone: readonly LeftOver[], from: number): void {
  const title = "Entries that belong to no line above";
  drawGone(draft, gone, from, title, goneJudgementBlock(), GONE_JUDGEMENT_HEADS, {
    columns: COLUMNS,
    why: COLUMNS.shows,
    first: COLUMNS.ref,
    last: LAST_SHOWN,
    drawKeys,
  });
}
