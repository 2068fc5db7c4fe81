import { type Child, h, listed, type Markup, wide } from "../html";
import { columnLabel, type ValueBlock } from "../template";

import { anchors } from "./anchors";
import { oddities, type ColumnFacts, type LineFacts } from "./block-facts";
import { sheetCell } from "./cell";
import { code } from "./code";
import { helpOf, servesOf } from "./form-table";
import { groupedHead } from "./heads";
import type { GuideGround } from "./pieces";

/** A table as it stands on its sheet: lines and columns, each cell with what belongs there. */
export function linesTable(
  block: ValueBlock,
  lines: readonly LineFacts[],
  columns: readonly ColumnFacts[],
  { obligations }: GuideGround,
): Markup {
  const rows = lines.map((facts) => {
    const { line, fields, serves } = facts;
    return h(
      "tr",
      { id: anchors.line(block.id, line.id), class: line.total ? "total" : null },
      h(
        "th",
        { scope: "row" },
        line.number === null ? null : [h("span", { class: "number" }, line.number), " "],
        line.label,
        " ",
        h("span", { class: "id" }, code(line.id)),
        helpOf(line.help),
        odd(facts, columns),
        servesOf(serves, obligations),
      ),
      block.columns.map(({ id }) => sheetCell(fields.get(id), block)),
    );
  });
  return wide(
    block.title,
    h(
      "table",
      { class: block.columns.length > 6 ? "sheet many" : "sheet" },
      h("caption", {}, "On the sheet: ", h("span", { class: "quiet" }, block.title)),
      groupedHead("Line", block.columns),
      h("tbody", {}, rows),
    ),
  );
}

/** What a line wants otherwise than its columns do. */
function odd(facts: LineFacts, columns: readonly ColumnFacts[]): Child {
  const others = oddities(facts, columns);
  if (others.length === 0) return null;
  return h(
    "p",
    { class: "help" },
    others.map(({ columns: own, all, wanted }, at) => [
      at === 0 ? "" : "; ",
      all ? "Here: " : `${listed(own.map(columnLabel))}: `,
      `${wanted.wanted}, ${wanted.answer}`,
    ]),
    ".",
  );
}
