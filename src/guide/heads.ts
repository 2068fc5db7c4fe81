import { type Child, h, type Markup } from "../html";
import type { Column } from "../template";

/** The head of a table whose columns may stand in groups: the groups' names above, the columns' below. */
export function groupedHead(first: Child, columns: readonly Column[]): Markup {
  const grouped = columns.some(({ group }) => group !== null);
  if (!grouped)
    return h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, first),
        columns.map(({ label }) => h("th", { scope: "col" }, label === "" ? "Answer" : label)),
      ),
    );
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      h("th", { scope: "col", rowspan: 2 }, first),
      groupsOf(columns).map(({ group, columns: own }) =>
        group === null
          ? own.map(({ label }) => h("th", { scope: "col", rowspan: 2 }, label))
          : h("th", { scope: "colgroup", colspan: own.length, class: "group" }, group),
      ),
    ),
    h(
      "tr",
      {},
      columns.filter(({ group }) => group !== null).map(({ label }) => h("th", { scope: "col" }, label)),
    ),
  );
}

export interface ColumnGroup {
  readonly group: string | null;
  readonly columns: Column[];
}

/** Columns that stand beside each other under the same name, or under none. */
export function groupsOf(columns: readonly Column[]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.group === column.group) last.columns.push(column);
    else groups.push({ group: column.group, columns: [column] });
  }
  return groups;
}
