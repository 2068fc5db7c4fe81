import { h, type Child, type Markup } from "../html";

import type { Section } from "./section";

/** The contents of the report: what is read first, the sheets, and what only the workbook has. */
export function contents(
  first: readonly Section[],
  sheets: readonly Section[],
  lists: Section | null,
): Markup {
  const entries = (sections: readonly Section[]): Child =>
    h(
      "ul",
      {},
      sections.map(({ id, name }) => h("li", {}, h("a", { href: `#${id}` }, name))),
    );
  return h(
    "nav",
    { class: "contents", "aria-labelledby": "contents-title" },
    h("h2", { id: "contents-title" }, "Contents"),
    entries(first),
    sheets.length === 0 ? null : [h("h3", {}, "Sheet by sheet"), entries(sheets)],
    lists ? [h("h3", {}, "In the workbook"), entries([lists])] : null,
  );
}
