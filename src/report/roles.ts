import type { StyleRole } from "../layout";

/** What the page says in its own band, or is for programs only. */
export const OF_NO_ACCOUNT: ReadonlySet<StyleRole> = new Set([
  "key",
  "band",
  "band_right",
  "band_small",
  "band_small_right",
]);
export const TITLES: ReadonlySet<StyleRole> = new Set(["block_title", "message"]);
/** Sentences between tables. */
export const SENTENCES: ReadonlySet<StyleRole> = new Set([
  "intro",
  "block_intro",
  "caption",
  "answer",
  "aside",
  "legend_label",
]);
export const HEADS: ReadonlySet<StyleRole> = new Set(["group_head", "head", "head_small", "head_text"]);
export const TOTALS: ReadonlySet<StyleRole> = new Set(["figure_total", "total", "total_label"]);
