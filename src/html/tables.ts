import { h, type Child, type Markup } from "./markup";

/** A table that may be wider than its page: it can be moved with the keys of the cursor, and says what it is. */
export function wide(label: string, table: Markup): Markup {
  return h("div", { class: "wide", role: "group", "aria-label": label, tabindex: 0 }, table);
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
