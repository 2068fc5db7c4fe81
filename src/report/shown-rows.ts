import { formatAddress, parseAddress, type RawValue, type Rectangle } from "../cells";
import {
  conditionalLooks,
  type ConditionalFormat,
  type LayoutCell,
  type LayoutSheet,
  type NumberFormat,
  type StyleRole,
} from "../layout";

/** A cell as somebody sees it who looks at the sheet. */
export interface ShownCell {
  readonly value: RawValue;
  readonly format: NumberFormat;
  readonly role: StyleRole;
  /** The look that it takes from its state. */
  readonly state: ConditionalFormat["look"] | null;
  /** The columns over which it goes: first and last. */
  readonly left: number;
  readonly right: number;
  /** Over how many rows that are shown it goes. */
  readonly down: number;
}

export interface ShownRow {
  readonly row: number;
  readonly cells: readonly ShownCell[];
}

/** Rows of a sheet that are left out, both included. */
export interface RowsLeftOut {
  readonly from: number;
  readonly to: number;
}

/** The rows of a sheet from top to bottom, without hidden rows and columns; a merged cell stands there once. */
export function shownRows(sheet: LayoutSheet, leftOut: RowsLeftOut | null): readonly ShownRow[] {
  const grid = gridOf(sheet, leftOut);
  const looks = conditionalLooks(sheet);
  const merged = new Map(
    sheet.merges.map((area) => [formatAddress({ row: area.top, column: area.left }), area]),
  );
  const covered = coveredBy(sheet.merges);
  const isShown = (row: number) => grid.has(row) && sheet.rows.get(row)?.hidden !== true;
  return [...grid]
    .filter(([row]) => isShown(row))
    .sort(([one], [other]) => one - other)
    .map(([row, inRow]) => ({
      row,
      cells: [...inRow]
        .sort(([one], [other]) => one - other)
        .flatMap(([column, { value, format, role }]): ShownCell[] => {
          const address = formatAddress({ row, column });
          if (covered.has(address) || sheet.columns[column - 1]?.hidden) return [];
          const area = merged.get(address) ?? { top: row, bottom: row, left: column, right: column };
          const state = looks.get(address) ?? null;
          const { left, right } = area;
          return [{ value, format, role, state, left, right, down: rowsIn(area, isShown) }];
        }),
    }));
}

function gridOf(
  { cells }: LayoutSheet,
  leftOut: RowsLeftOut | null,
): ReadonlyMap<number, ReadonlyMap<number, LayoutCell>> {
  const grid = new Map<number, Map<number, LayoutCell>>();
  for (const [address, cell] of cells) {
    const place = parseAddress(address);
    if (!place) throw new Error(`shownRows: ${address} is no address`);
    const { row, column } = place;
    if (leftOut && row >= leftOut.from && row <= leftOut.to) continue;
    const inRow = grid.get(row) ?? new Map<number, LayoutCell>();
    if (inRow.size === 0) grid.set(row, inRow);
    inRow.set(column, cell);
  }
  return grid;
}

/** The cells over which a merged one lies, but for its first. */
function coveredBy(merges: readonly Rectangle[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges)
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        if (row !== top || column !== left) covered.add(formatAddress({ row, column }));
  return covered;
}

function rowsIn({ top, bottom }: Rectangle, isShown: (row: number) => boolean): number {
  let count = 0;
  for (let row = top; row <= bottom; row += 1) if (isShown(row)) count += 1;
  return Math.max(1, count);
}
