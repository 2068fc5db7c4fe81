import { headRow, h, wide } from "../html";
import { shownValue } from "./shown-value";
import { section, type Section } from "./section";
import type { ReadSheet } from "./sheet-section";

/** Lists that are too long for a page: their sheets and how many rows they have there; nothing where every list is on the page. */
export function listsSection(sheets: readonly ReadSheet[], workbook: string): Section | null {
  const rows = sheets.flatMap(({ name, pieces }) =>
    pieces.flatMap((piece) => (piece.kind === "counted" ? [{ name, ...piece }] : [])),
  );
  if (rows.length === 0) return null;
  const name = "Lists in the workbook";
  return section(
    "lists",
    name,
    "short",
    h("p", { class: "lead" }, `These are for working with, and ${workbook} has them whole.`),
    wide(
      name,
      h(
        "table",
        { class: "lists" },
        h("caption", { class: "unseen" }, name),
        headRow("Sheet", "List", h("span", { class: "right" }, "Rows")),
        h(
          "tbody",
          {},
          rows.map((row) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, row.name),
              h("td", {}, row.title ?? ""),
              h("td", { class: "figure" }, shownValue(row.rows, "whole")),
            ),
          ),
        ),
      ),
    ),
  );
}
