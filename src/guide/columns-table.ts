import { type Child, h, headRow, joined, type Markup, wide } from "../html";
import { columnLabel, type Column, type ValueBlock } from "../template";

import { anchors } from "./anchors";
import type { ColumnFacts } from "./block-facts";
import { code } from "./code";
import { helpOf, keyOf, servesOf } from "./form-table";
import { groupsOf } from "./heads";
import type { GuideGround } from "./pieces";

const SOURCES = {
  entered: "",
  calculated: "worked out",
  constant: "given",
  closed: "nothing to enter",
  shown: "shown by the workbook",
} as const;

/** Said once in the head, not in every row. */
const IN_A_ROW = " in a row that is used";

/** The columns of a list or of explanations, one a row: of these it is all that there is to say. */
export function columnsTable(
  block: ValueBlock,
  columns: readonly ColumnFacts[],
  { obligations }: GuideGround,
): Markup {
  const facts = new Map(columns.map((one) => [one.column.id, one]));
  const row = ({ id, label }: Column) => {
    const key = `${block.id}[${id}]`;
    const { help = null, serves = [], source = "shown", usual = null } = facts.get(id) ?? {};
    return h(
      "tr",
      { id: key },
      h("th", { scope: "row" }, label, helpOf(help), keyOf(key), servesOf(serves, obligations)),
      h("td", { class: `cell ${source}` }, usual?.wanted ?? SOURCES[source]),
      h("td", {}, usual?.answer.replace(IN_A_ROW, "") ?? ""),
    );
  };
  const groups = groupsOf(block.columns).map(({ group, columns: own }) =>
    h(
      "tbody",
      {},
      group === null ? null : h("tr", { class: "group" }, h("th", { scope: "rowgroup", colspan: 3 }, group)),
      own.map(row),
    ),
  );
  const answer = columns.some(({ usual }) => usual?.answer.endsWith(IN_A_ROW))
    ? `Answer${IN_A_ROW}`
    : "Answer";
  return wide(
    `Columns of ${block.title}`,
    h(
      "table",
      { class: "columns" },
      h("caption", { class: "unseen" }, `Columns of ${block.title}`),
      headRow("Column", "What goes in", answer),
      groups,
    ),
  );
}

/** What is usual in the columns of a table, those that take the same together; its lines may want something else. */
export function usualTable(
  block: ValueBlock,
  columns: readonly ColumnFacts[],
  { obligations }: GuideGround,
): Markup {
  const groups = new Map<string, ColumnFacts[]>();
  for (const facts of columns) {
    const { usual, help, serves, source } = facts;
    const name = JSON.stringify([usual, help, serves, source]);
    groups.set(name, [...(groups.get(name) ?? []), facts]);
  }
  const rows = [...groups.values()].map((group) => {
    const [first] = group;
    const names = group.map(({ column }) =>
      h(
        "span",
        { id: anchors.column(block.id, column.id) },
        columnLabel(column),
        " ",
        h("span", { class: "id" }, code(column.id)),
      ),
    );
    return h(
      "tr",
      {},
      h(
        "th",
        { scope: "row" },
        joined(names, ", "),
        helpOf(first?.help ?? null),
        servesOf(first?.serves ?? [], obligations),
      ),
      h("td", {}, first ? contentOf(first) : ""),
      h("td", {}, first?.usual?.answer ?? ""),
    );
  });
  return wide(
    `Columns of ${block.title}`,
    h(
      "table",
      { class: "columns usual" },
      h("caption", {}, "Columns: ", h("span", { class: "quiet" }, block.title)),
      headRow("Column", "What goes in as a rule", "Answer"),
      h("tbody", {}, rows),
    ),
  );
}

function contentOf({ usual, source }: ColumnFacts): Child {
  return usual?.wanted ?? SOURCES[source];
}
