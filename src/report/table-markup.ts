import { h, wide, type Child, type Markup } from "../html";
import { LOOKS } from "../layout";

import type { ShownTable } from "./piece";
import type { ShownCell, ShownRow } from "./shown-rows";
import { shownValue } from "./shown-value";
import { placedCells, tableColumns, type PlacedCell } from "./table-columns";

/** From so many columns on, smaller letters. */
const MANY_COLUMNS = 9;
/** Words that are no longer than this beside a name are its code or number. */
const LONGEST_CODE = 6;
/** Words that are no longer than this are not broken. */
const LONGEST_BRIEF = 14;

/** A table of a sheet: heads with their scope, a head for each row, totals at the foot. */
export function tableMarkup(table: ShownTable, sheet: string): Markup {
  const columns = tableColumns(table);
  const name = table.title === null || table.title === sheet ? sheet : `${sheet}: ${table.title}`;
  const section = (rows: readonly ShownRow[], element: "tbody" | "tfoot") =>
    rows.length === 0 ? null : h(element, {}, bodyRows(rows, columns));
  return wide(
    name,
    h(
      "table",
      { class: columns.length >= MANY_COLUMNS ? "many" : null },
      h("caption", { class: "unseen" }, name),
      headRows(table.heads, columns),
      section(table.rows, "tbody"),
      section(table.totals, "tfoot"),
    ),
  );
}

/** Whether a table is for a page that lies on its side. */
export function isBroad(table: ShownTable): boolean {
  return tableColumns(table).length > BROAD;
}

const BROAD = 11;

function headRows(heads: readonly ShownRow[], columns: readonly number[]): Child {
  if (heads.length === 0) return null;
  const groups = heads.slice(0, -1);
  const [last] = heads.slice(-1);
  return h(
    "thead",
    {},
    groups.map((row) => h("tr", {}, placedCells(row, columns, new Set()).map(groupHead))),
    last ? h("tr", {}, placedCells(last, columns, new Set()).map(columnHead)) : null,
  );
}

function groupHead(placed: PlacedCell | "blank"): Child {
  if (placed === "blank" || wordsOf(placed.cell) === "") return blank(placed);
  return h("th", { scope: "colgroup", class: "group", colspan: spanOf(placed.across) }, wordsOf(placed.cell));
}

function columnHead(placed: PlacedCell | "blank"): Child {
  if (placed === "blank" || wordsOf(placed.cell) === "") return blank(placed);
  const { cell, across } = placed;
  const attributes = {
    class: LOOKS[cell.role].across === "right" ? "figure" : null,
    colspan: spanOf(across),
  };
  return h("th", { scope: across > 1 ? "colgroup" : "col", ...attributes }, wordsOf(cell));
}

function blank(placed: PlacedCell | "blank"): Markup {
  return h("td", { colspan: placed === "blank" ? null : spanOf(placed.across) });
}

function bodyRows(rows: readonly ShownRow[], columns: readonly number[]): Child {
  // A cell that goes down over several rows takes its columns from those below.
  const taken = new Map<number, number>();
  return rows.map((row) => {
    const fromAbove = new Set([...taken].filter(([, left]) => left > 0).map(([column]) => column));
    for (const [column, left] of taken) taken.set(column, left - 1);
    const placed = placedCells(row, columns, fromAbove);
    for (const one of placed)
      if (one !== "blank" && one.cell.down > 1)
        for (const column of columns)
          if (column >= one.cell.left && column <= one.cell.right) taken.set(column, one.cell.down - 1);
    const heads = headsOf(placed);
    return h(
      "tr",
      { class: fromAbove.size > 0 ? "goes-on" : null },
      placed.map((one, at) => bodyCell(one, at < heads)),
    );
  });
}

/** How many of the first cells say what the row is about: one, and where that is only a code also the name beside it. */
function headsOf(placed: readonly (PlacedCell | "blank")[]): number {
  const isWords = (one: PlacedCell | "blank" | undefined) =>
    one !== undefined && one !== "blank" && !isRight(one.cell) && wordsOf(one.cell) !== "";
  const [first, second] = placed;
  if (first === undefined || first === "blank") return 0;
  if (wordsOf(first.cell).length > LONGEST_CODE) return isWords(first) ? 1 : 0;
  return isWords(second) ? 2 : isWords(first) ? 1 : 0;
}

function bodyCell(placed: PlacedCell | "blank", isHead: boolean): Markup {
  if (placed === "blank") return h("td", {});
  const { cell, across } = placed;
  const words = wordsOf(cell);
  const classes = [
    isRight(cell) ? "figure" : words.length <= LONGEST_BRIEF && words.includes(" ") ? "brief" : null,
    cell.role === "missing" ? "gap" : null,
    cell.state === null || cell.state === "quiet" ? null : cell.state,
  ].filter((one) => one !== null);
  const attributes = {
    class: classes.length === 0 ? null : classes.join(" "),
    colspan: spanOf(across),
    rowspan: spanOf(cell.down),
  };
  if (!isHead || words === "") return h("td", attributes, words);
  return h("th", { scope: cell.down > 1 ? "rowgroup" : "row", ...attributes }, words);
}

function isRight({ role, value }: ShownCell): boolean {
  return LOOKS[role].across === "right" && typeof value !== "string";
}

function spanOf(count: number): number | null {
  return count > 1 ? count : null;
}

function wordsOf({ value, format }: ShownCell): string {
  return shownValue(value, format);
}
