import { formatAddress, parseAddress, type RawValue } from "../../src/cells";
import type { Layout, LayoutCell } from "../../src/layout";
import { sheetOf, wordsOf } from "../support/layout-cells";

/** A row of a sheet as its cells stand from left to right; null where there is none. */
export type Row = readonly (LayoutCell | null)[];

export function rowsOf(layout: Layout, sheet: string): readonly Row[] {
  const { cells } = sheetOf(layout, sheet);
  const places = [...cells.keys()].map((text) => parseAddress(text)!);
  const [bottom, right] = [
    Math.max(...places.map(({ row }) => row)),
    Math.max(...places.map(({ column }) => column)),
  ];
  return Array.from({ length: bottom }, (_, row) =>
    Array.from(
      { length: right },
      (_unused, column) => cells.get(formatAddress({ row: row + 1, column: column + 1 })) ?? null,
    ),
  );
}

export const values = (row: Row): readonly RawValue[] => row.map((cell) => cell?.value ?? null);

/** A table of figures below its title: a row for each code, and the row of totals, empty where the table has none. */
export function tableBelow(layout: Layout, sheet: string, title: string) {
  const rows = rowsOf(layout, sheet);
  const from = rows.findIndex((row) => row[0]?.value === title);
  if (from < 0) throw new Error(`there is no table ${title}`);
  const head = rows.findIndex((row, at) => at > from && row[0]?.value === "Code");
  // The row under the heads has the keys of the columns; a table ends with its totals or with a row without an organisation.
  const end = rows.findIndex(
    (row, at) =>
      at > head + 1 &&
      (row[1]?.role === "total_label" || [row[0], row[1]].some((cell) => (cell?.value ?? null) === null)),
  );
  const last = rows[end]?.[1]?.role === "total_label" ? end : -1;
  const body = rows.slice(head + 2, end < 0 ? rows.length : end);
  return {
    heads: values(rows[head]!)
      .slice(3)
      .filter((value) => value !== null),
    rows: new Map(body.map((row) => [wordsOf(row[0]!.value), row])),
    keys: values(rows[head + 1]!).slice(3),
    total: rows[last] ?? [],
  };
}

/** A list below its row of headings, each row by heading. */
export function listOf(layout: Layout, sheet: string): readonly ReadonlyMap<string, RawValue>[] {
  const rows = rowsOf(layout, sheet);
  const head = Number(/\d+/.exec(sheetOf(layout, sheet).filter!)![0]);
  const names = values(rows[head - 1]!).map(wordsOf);
  return rows.slice(head).map((row) => new Map(values(row).map((value, at) => [names[at]!, value])));
}
