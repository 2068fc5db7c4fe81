import type { RawValue, Rectangle } from "../../src/cells";

/** What a cell holds: something entered, or a formula, whose result only the saved workbook knows. */
export type Held = { readonly kind: "entry"; readonly value: RawValue } | { readonly kind: "formula" };

export interface GridCell {
  /** Null where the cell is blank. */
  readonly held: Held | null;
  /** What a keyboard entry becomes there: in a cell formatted as text it stays text, in one of per cent 5 is 5%. */
  readonly format: "text" | "percent" | "other";
}

export interface GridRow {
  /** Which of the first workbook's rows this is; null for one that was inserted. */
  readonly identity: string | null;
  /** From column 1 on. */
  readonly cells: readonly GridCell[];
}

/** A sheet as the model follows it: rows and columns that know what they were, and what stands where they cross. */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly columns: readonly (string | null)[];
  readonly rows: readonly GridRow[];
}

export const BLANK: GridCell = { held: null, format: "other" };

export function cellAt(grid: Grid, row: number, column: number): GridCell {
  return grid.rows[row - 1]?.cells[column - 1] ?? BLANK;
}

export function insertRows(grid: Grid, at: number, count: number): Grid {
  const fresh = Array.from({ length: count }, (): GridRow => ({ identity: null, cells: [] }));
  return { ...grid, rows: spliced(grid.rows, at - 1, 0, fresh) };
}

export function deleteRows(grid: Grid, at: number, count: number): Grid {
  return { ...grid, rows: spliced(grid.rows, at - 1, count) };
}

export function insertColumns(grid: Grid, at: number, count: number): Grid {
  const blanks = Array.from({ length: count }, () => BLANK);
  const fresh = blanks.map(() => null);
  return {
    ...grid,
    columns: spliced(grid.columns, at - 1, 0, fresh),
    // A row that ends before needs no blanks.
    rows: grid.rows.map((row) =>
      row.cells.length < at ? row : { ...row, cells: spliced(row.cells, at - 1, 0, blanks) },
    ),
  };
}

export function deleteColumns(grid: Grid, at: number, count: number): Grid {
  return {
    ...grid,
    columns: spliced(grid.columns, at - 1, count),
    rows: grid.rows.map((row) => ({ ...row, cells: spliced(row.cells, at - 1, count) })),
  };
}

/** The cells of an area, row by row. */
export function taken(grid: Grid, { top, left, bottom, right }: Rectangle): readonly (readonly GridCell[])[] {
  return span(top, bottom).map((row) => span(left, right).map((column) => cellAt(grid, row, column)));
}

/** The grid with these cells in the place of those that begin at row `top` and column `left`. */
export function put(grid: Grid, top: number, left: number, cells: readonly (readonly GridCell[])[]): Grid {
  const height = Math.max(grid.rows.length, top - 1 + cells.length);
  const rows = span(1, height).map((row): GridRow => {
    const known = grid.rows[row - 1] ?? { identity: null, cells: [] };
    const over = cells[row - top];
    if (over === undefined) return known;
    const width = Math.max(known.cells.length, left - 1 + over.length);
    return {
      ...known,
      cells: span(1, width).map((column) => over[column - left] ?? known.cells[column - 1] ?? BLANK),
    };
  });
  return { ...grid, rows };
}

/** The grid with the identities of whole rows set anew, beginning at row `top`. */
export function identified(grid: Grid, top: number, identities: readonly (string | null)[]): Grid {
  const rows = grid.rows.map((row, at) => {
    const identity = identities[at + 1 - top];
    return identity === undefined ? row : { ...row, identity };
  });
  return { ...grid, rows };
}

export function span(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** A list without `count` of its items from `at` on, and with others in their place. */
export function spliced<T>(
  list: readonly T[],
  at: number,
  count: number,
  others: readonly T[] = [],
): readonly T[] {
  return [...list.slice(0, at), ...others, ...list.slice(at + count)];
}
