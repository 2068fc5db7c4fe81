import type { LayoutSheet } from "../layout";

import { largeFigures } from "./large-figures";
import { LONGEST_TABLE, longList } from "./long-lists";
import type { Piece, ShownTable } from "./piece";
import { HEADS, OF_NO_ACCOUNT, SENTENCES, TITLES, TOTALS } from "./roles";
import { shownRows, type ShownCell, type ShownRow } from "./shown-rows";
import { shownValue } from "./shown-value";

/** Takes a sheet apart by what its cells are for: titles, sentences, large figures, tables with their heads and totals. */
export function sheetPieces(sheet: LayoutSheet): readonly Piece[] {
  const long = longList(sheet);
  const rows = shownRows(sheet, long?.rows ?? null);
  const { figures, used } = largeFigures(rows);
  const reading = new Reading();
  for (const [at, one] of rows.entries()) {
    const row = {
      ...one,
      cells: one.cells.filter((cell) => !OF_NO_ACCOUNT.has(cell.role) && !used.has(cell)),
    };
    const group = figures.get(one.row);
    if (group) reading.figures(group);
    reading.row(row, rows[at - 1]?.row ?? 0);
    if (one.row === long?.heads) reading.counted(long.rows.to - long.rows.from + 1);
  }
  return reading.end();
}

/** What was read of a sheet so far. A table goes on until something else begins or a row is blank. */
class Reading {
  readonly #pieces: Piece[] = [];
  #title: string | null = null;
  #heads: ShownRow[] = [];
  #rows: ShownRow[] = [];

  figures(figures: Extract<Piece, { kind: "figures" }>["figures"]): void {
    this.#close();
    this.#pieces.push({ kind: "figures", figures });
  }

  row(row: ShownRow, above: number): void {
    const said = row.cells.filter(({ role }) => TITLES.has(role) || SENTENCES.has(role));
    const cells = row.cells.filter((cell) => !said.includes(cell) && cell.role !== "legend_input");
    // Rows that were never drawn are blank.
    if (row.row > above + 1 && !spans(this.#rows, row.row)) this.#close();
    for (const cell of said) this.#say(cell);
    if (cells.every(isNothing)) return;
    if (cells.some(({ role }) => HEADS.has(role))) {
      if (this.#rows.length > 0) this.#close();
      if (said.length > 0 || this.#heads.some(({ row: head }) => head < row.row - 1)) this.#heads = [];
      this.#heads.push({ ...row, cells });
    } else this.#rows.push({ ...row, cells });
  }

  counted(rows: number): void {
    this.#close();
    this.#pieces.push({ kind: "counted", title: this.#title, rows });
  }

  end(): readonly Piece[] {
    this.#close();
    return this.#pieces;
  }

  #say({ value, format, role }: ShownCell): void {
    const words = shownValue(value, format).trim();
    if (words === "") return;
    this.#close();
    if (TITLES.has(role)) {
      this.#title = words;
      this.#pieces.push({ kind: "title", words });
    } else this.#pieces.push({ kind: "words", words, strong: role === "answer" });
  }

  #close(): void {
    if (this.#rows.length === 0) return;
    const table = tableOf(this.#title, this.#heads, this.#rows);
    this.#rows = [];
    const { length } = table.rows;
    if (length > LONGEST_TABLE && table.totals.length === 0)
      this.#pieces.push({ kind: "counted", title: table.title, rows: length });
    else this.#pieces.push(table);
  }
}

/** Whether a cell of the rows before goes down to this row. */
function spans(rows: readonly ShownRow[], row: number): boolean {
  return rows.some((one) => one.cells.some(({ down }) => one.row + down > row));
}

function isNothing({ value, role }: ShownCell): boolean {
  return (value === null || value === "") && role !== "missing";
}

/** The rows of totals are those at the end. */
function tableOf(title: string | null, heads: readonly ShownRow[], rows: readonly ShownRow[]): ShownTable {
  const isTotal = (row: ShownRow) => row.cells.some(({ role }) => TOTALS.has(role));
  let end = rows.length;
  while (end > 0 && isTotal(rows[end - 1] ?? { row: 0, cells: [] })) end -= 1;
  return { kind: "table", title, heads, rows: rows.slice(0, end), totals: rows.slice(end) };
}
