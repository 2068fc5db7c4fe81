import { formatAddress, parseAddress, type RawValue } from "../cells";

import type { LayoutCell } from "./layout";
import { literalsOf, type Literal } from "./row-wise";

/** Fewer formulas, or shorter ones, are better left as they are. */
const LEAST_RUN = 3;
const LEAST_LENGTH = 60;

interface Formula {
  readonly address: string;
  readonly row: number;
  readonly literals: readonly Literal[];
}

export interface Lifted {
  /** Cells that are changed or new. */
  readonly cells: ReadonlyMap<string, LayoutCell>;
  /** The first column behind those that were added. */
  readonly nextColumn: number;
}

/**
 * Formulas of a column that say the same but for a word take it from a hidden cell of their row, so that they are one formula
 * moved down, and are written once. `columns` are those whose formulas may be changed; what is lifted stands from `firstColumn` on.
 */
export function lifted(
  cells: ReadonlyMap<string, LayoutCell>,
  columns: (column: number) => boolean,
  firstColumn: number,
): Lifted {
  const changed = new Map<string, LayoutCell>();
  const places = new LiteralColumns(firstColumn);
  for (const formulas of alike(cells, columns)) {
    const [first] = formulas;
    if (!first || formulas.length < LEAST_RUN) continue;
    const differing = first.literals.flatMap((_, at) =>
      new Set(formulas.map(({ literals }) => literals[at]?.text)).size > 1 ? [at] : [],
    );
    const values = differing.map((at) =>
      formulas.map(({ row, literals }) => ({ row, value: literals[at]?.value ?? null })),
    );
    // An empty cell is not the same as an empty text; and a figure there would be taken for somebody's entry when it comes back.
    if (values.flat().some(({ value }) => value === "" || typeof value !== "string")) continue;
    const columnOf = new Map(differing.map((at, index) => [at, places.columnFor(values[index] ?? [])]));
    for (const { address, row, literals } of formulas) {
      const cell = cells.get(address);
      if (!cell?.formula) continue;
      let formula = "";
      let from = 0;
      for (const [at, column] of columnOf) {
        const literal = literals[at];
        if (!literal) continue;
        formula += cell.formula.slice(from, literal.from) + formatAddress({ row, column });
        from = literal.from + literal.text.length;
      }
      changed.set(address, { ...cell, formula: formula + cell.formula.slice(from) });
    }
  }
  for (const [address, value] of places.filled())
    changed.set(address, { value, formula: null, role: "key", format: "general" });
  return { cells: changed, nextColumn: places.nextColumn };
}

/** The formulas of each column that differ in texts and figures alone. */
function alike(
  cells: ReadonlyMap<string, LayoutCell>,
  columns: (column: number) => boolean,
): readonly (readonly Formula[])[] {
  const groups = new Map<string, Formula[]>();
  for (const [address, { formula }] of cells) {
    const at = parseAddress(address);
    if (!at || formula === null || formula.length < LEAST_LENGTH || !columns(at.column)) continue;
    const { skeleton, literals } = literalsOf(formula, at.row);
    const name = `${at.column} ${skeleton}`;
    const one = { address, row: at.row, literals };
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()];
}

/** Hidden columns of literals: one serves every formula of a row that needs the same. */
class LiteralColumns {
  readonly #columns: Map<number, RawValue>[] = [];

  constructor(readonly firstColumn: number) {}

  get nextColumn(): number {
    return this.firstColumn + this.#columns.length;
  }

  columnFor(wanted: readonly { readonly row: number; readonly value: RawValue }[]): number {
    const fits = (column: ReadonlyMap<number, RawValue>) =>
      wanted.every(({ row, value }) => !column.has(row) || column.get(row) === value);
    let at = this.#columns.findIndex(fits);
    if (at < 0) at = this.#columns.push(new Map()) - 1;
    for (const { row, value } of wanted) this.#columns[at]?.set(row, value);
    return this.firstColumn + at;
  }

  filled(): readonly (readonly [address: string, value: RawValue])[] {
    return this.#columns.flatMap((column, at) =>
      [...column].map(
        ([row, value]) => [formatAddress({ row, column: this.firstColumn + at }), value] as const,
      ),
    );
  }
}
