import type { Layout } from "../../../src/layout";
import { wordsOf } from "../../support/layout-cells";
import { rowsOf, type Row } from "../sheets";

/** The rows of a table over all returns below its title, by their labels: figures and formulas. */
export function byTableIn(layout: Layout, sheet: string, title: string): ReadonlyMap<string, Row> {
  const rows = rowsOf(layout, sheet);
  const from = rows.findIndex((row) => row[0]?.value === title);
  const head = rows.findIndex((row, at) => at > from && row[0]?.role === "head_text");
  // A note may stand below it.
  const isOver = (row: Row) => (row[0]?.value ?? null) === null || row[0]?.role === "block_intro";
  const end = rows.findIndex((row, at) => at > head + 1 && isOver(row));
  return new Map(
    rows.slice(head + 2, end < 0 ? rows.length : end).map((row) => [wordsOf(row[0]!.value), row]),
  );
}
