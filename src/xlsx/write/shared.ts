import { columnLetters, parseAddress } from "../../cells";
import { anchored, rowless, type LayoutSheet } from "../../layout";

/** Shorter runs save nothing. */
const LEAST_RUN = 3;

/**
 * Cells whose formula is that of the cell above moved down a row, with the first cell of their run: a list's sixty rows then say each
 * formula once.
 */
export function sharedFormulas(sheet: LayoutSheet): ReadonlyMap<string, string> {
  const columns = new Map<number, { readonly row: number; readonly text: string }[]>();
  for (const [address, { formula }] of sheet.cells) {
    const at = formula === null ? undefined : parseAddress(address);
    // Excel takes a shared formula that looks at another sheet where that is fixed with a $, and spoils it where it is not.
    if (!at || formula === null || anchored(formula, at.row) !== formula) continue;
    const text = rowless(formula, at.row);
    if (!text.includes("@")) continue;
    const cells = columns.get(at.column) ?? [];
    cells.push({ row: at.row, text });
    columns.set(at.column, cells);
  }
  const firsts = new Map<string, string>();
  for (const [column, cells] of columns) {
    const letters = columnLetters(column);
    let run: number[] = [];
    const end = () => {
      const [first, ...others] = run;
      if (run.length >= LEAST_RUN)
        for (const row of others) firsts.set(`${letters}${row}`, `${letters}${first}`);
      run = [];
    };
    let before: { readonly row: number; readonly text: string } | undefined;
    for (const cell of cells.sort((a, b) => a.row - b.row)) {
      if (before?.text !== cell.text || before.row !== cell.row - 1) end();
      run.push(cell.row);
      before = cell;
    }
    end();
  }
  return firsts;
}
