import { h, joined, type Child, type Markup } from "../html";
import type { Level, Template } from "../template";

import { anchors } from "./anchors";

/** The words and signs of the levels: together, so that none is told by colour alone. */
export const LEVELS: Readonly<Record<Level, { readonly sign: string; readonly words: string }>> = {
  fix: { sign: "✖", words: "Put right" },
  explain: { sign: "▲", words: "Explain" },
  note: { sign: "●", words: "Note" },
};

export function levelBadge(level: Level): Markup {
  const { sign, words } = LEVELS[level];
  return h("span", { class: `level ${level}` }, h("span", { "aria-hidden": "true" }, sign), ` ${words}`);
}

/** Links to obligations, or nothing. */
export function servesLinks(ids: readonly string[], known: ReadonlyMap<string, unknown>): Child {
  return joined(
    ids.map((id) =>
      known.has(id)
        ? h("a", { class: "obligation", href: `#${anchors.obligation(id)}` }, id)
        : h("span", { class: "obligation" }, id),
    ),
    " ",
  );
}

/** What the rest of the guide is written with. */
export interface GuideGround {
  readonly template: Template;
  readonly obligations: ReadonlyMap<string, unknown>;
}
