import type { Level, Template } from "../template";

import { anchors } from "./anchors";
import { h, joined, type Child, type Markup } from "./markup";

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

/** A table that may be wider than its page: it can be moved with the keys of the cursor, and says what it is. */
export function wide(label: string, table: Markup): Markup {
  return h("div", { class: "wide", role: "region", "aria-label": label, tabindex: 0 }, table);
}

/** Heads of columns, each with its scope. */
export function headRow(...heads: readonly Child[]): Markup {
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      heads.map((head) => h("th", { scope: "col" }, head)),
    ),
  );
}

/** “one”, “two and three”. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What the rest of the guide is written with. */
export interface GuideGround {
  readonly template: Template;
  readonly obligations: ReadonlyMap<string, unknown>;
}
