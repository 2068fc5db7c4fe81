import { formatAddress, LAST_COLUMN, LAST_ROW, parseAddress, type Address, type Cell } from "../../cells";
import type { Meter } from "./budget";
import { valueOf, type WorkbookSense } from "./cell-value";
import { startFormulas, type WrittenFormula } from "./formulas";
import type { Package } from "./package";
import { quoteName, Refusal } from "./refusal";
import { startRichText } from "./rich-text";
import type { Attributes } from "./xml";

/** What has been heard of the cell that is being read. */
interface OpenCell {
  readonly at: Address;
  readonly type: string;
  text: string | undefined;
  inline: string | undefined;
  formula: WrittenFormula | undefined;
}

/** Reads the cells of one sheet. `what` names it in a refusal. */
export function readCells(
  from: Package,
  part: string,
  name: string,
  sense: WorkbookSense,
  meter: Meter,
): ReadonlyMap<string, Cell> {
  const what = `the sheet ${quoteName(name)}`;
  const cells = new Map<string, Cell>();
  const late: { readonly at: Address; readonly written: WrittenFormula; readonly value: Cell["value"] }[] =
    [];
  const formulas = startFormulas(meter);
  const rich = startRichText();
  const place = (at: Address) => `cell ${formatAddress(at)} of ${what}`;

  const keep = (at: Address, value: Cell["value"], formula: string | null): void => {
    if (value === null && formula === null) return;
    const address = formatAddress(at);
    // Readers differ on which of the two counts, so what was seen in Excel would be a guess.
    if (cells.has(address)) throw new Refusal("broken_cell", `${place(at)} is there twice`);
    cells.set(address, { value, formula });
  };
  const finish = (cell: OpenCell): void => {
    const value = valueOf(cell, sense, () => place(cell.at));
    const formula = cell.formula ? formulas.resolve(cell.formula, cell.at) : null;
    if (value !== null || formula !== null) meter.takeCell();
    if (formula !== undefined) keep(cell.at, value, formula);
    else if (cell.formula) late.push({ at: cell.at, written: cell.formula, value });
  };

  let row = 0;
  let column = 0;
  let inCells = false;
  let inRow = false;
  let cell: OpenCell | undefined;
  let hears: "value" | "formula" | "inline" | undefined;

  const openCell = (attributes: Attributes): OpenCell => {
    const reference = attributes["r"];
    const at = reference === undefined ? { row, column: column + 1 } : parseAddress(reference);
    if (!at || at.column > LAST_COLUMN) {
      throw new Refusal("broken_cell", `a cell of ${what} has an impossible address`);
    }
    column = at.column;
    return { at, type: attributes["t"] ?? "n", text: undefined, inline: undefined, formula: undefined };
  };
  const openRow = (attributes: Attributes): void => {
    const reference = attributes["r"];
    row = reference === undefined ? row + 1 : /^[1-9]\d{0,6}$/.test(reference) ? Number(reference) : 0;
    column = 0;
    if (row < 1 || row > LAST_ROW) {
      throw new Refusal("broken_cell", `a row of ${what} has an impossible number`);
    }
  };

  from.read(part, what, {
    open(element, depth, attributes) {
      if (depth === 1 && element !== "worksheet") throw new Refusal("broken_xml", what);
      if (depth === 2) inCells = element === "sheetData";
      else if (depth === 3) {
        inRow = inCells && element === "row";
        if (inRow) openRow(attributes);
      } else if (depth === 4) cell = inRow && element === "c" ? openCell(attributes) : undefined;
      else if (depth > 5 && hears === "inline") rich.open(element, depth - 5);
      else if (depth === 5 && cell) {
        hears = undefined;
        if (element === "v") {
          hears = "value";
          cell.text = "";
        } else if (element === "f") {
          hears = "formula";
          cell.formula = { text: "", group: attributes["t"] === "shared" ? attributes["si"] : undefined };
        } else if (element === "is") hears = "inline";
      }
    },
    text(text) {
      if (!cell || hears === undefined) return;
      if (hears === "value") cell.text = (cell.text ?? "") + text;
      else if (hears === "inline") rich.text(text);
      else if (cell.formula) cell.formula = { ...cell.formula, text: cell.formula.text + text };
    },
    close(_, depth) {
      if (depth > 5 && hears === "inline") rich.close();
      else if (depth === 5) {
        if (cell && hears === "inline") cell.inline = rich.take();
        hears = undefined;
      } else if (depth === 4 && cell) {
        finish(cell);
        cell = undefined;
      }
    },
  });
  // A group without any formula leaves its cells with their values, as Excel does.
  for (const { at, written, value } of late) keep(at, value, formulas.resolve(written, at) ?? null);
  return cells;
}
