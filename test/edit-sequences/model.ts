import { parseAddress, type Rectangle } from "../../src/cells";
import type { Content, Edit, RangeEdit } from "../support/person";

import {
  BLANK,
  cellAt,
  deleteColumns,
  deleteRows,
  identified,
  insertColumns,
  insertRows,
  put,
  span,
  spliced,
  taken,
  type Grid,
  type GridCell,
} from "./grid";

/** A workbook as it must be after edits, by the meaning of each edit and nothing else: its sheets in their order. */
export interface Model {
  readonly sheets: readonly Grid[];
}

/** The model after one more edit. */
export function edited(model: Model, edit: Edit): Model {
  switch (edit.kind) {
    case "set":
      return withCell(model, edit.sheet, edit.cell, (cell) => ({ ...cell, held: heldBy(edit.value) }));
    case "type":
      return withCell(model, edit.sheet, edit.cell, (cell) => ({ ...cell, held: typed(edit.text, cell) }));
    case "insertRows":
      return withSheet(model, edit.sheet, (grid) => insertRows(grid, edit.at, edit.count));
    case "deleteRows":
      return withSheet(model, edit.sheet, (grid) => deleteRows(grid, edit.at, edit.count));
    case "insertColumns":
      return withSheet(model, edit.sheet, (grid) => insertColumns(grid, columnNumber(edit.at), edit.count));
    case "deleteColumns":
      return withSheet(model, edit.sheet, (grid) => deleteColumns(grid, columnNumber(edit.at), edit.count));
    case "copyRow": {
      const { sheet, from, to } = edit;
      if (edit.into === "over") return pasted(model, rowsEdit("copy", sheet, from, to));
      const inserted = withSheet(model, sheet, (grid) => insertRows(grid, to, 1));
      return pasted(inserted, rowsEdit("copy", sheet, from >= to ? from + 1 : from, to));
    }
    case "copy":
    case "move":
      return pasted(model, edit);
    case "rename":
      return withSheet(model, edit.sheet, (grid) => ({ ...grid, name: edit.name }));
    case "hide":
    case "show":
      return withSheet(model, edit.sheet, (grid) => ({ ...grid, hidden: edit.kind === "hide" }));
    case "moveSheet": {
      const grid = sheetOf(model, edit.sheet);
      return {
        sheets: spliced(
          model.sheets.filter((one) => one !== grid),
          edit.to,
          0,
          [grid],
        ),
      };
    }
    case "copySheet": {
      const copy = { ...sheetOf(model, edit.sheet), name: edit.name };
      return { sheets: spliced(model.sheets, edit.to, 0, [copy]) };
    }
    case "removeSheet":
      return { sheets: model.sheets.filter(({ name }) => name !== edit.sheet) };
    case "unprotect":
      return model;
  }
}

export function sheetOf(model: Model, name: string): Grid {
  const grid = model.sheets.find((one) => one.name === name);
  if (!grid) throw new Error(`the model has no sheet ${name}`);
  return grid;
}

/** An edit that copies or cuts a whole row and pastes it over another. */
export function rowsEdit(kind: RangeEdit["kind"], sheet: string, from: number, to: number): RangeEdit {
  return { kind, sheet, range: `${from}:${from}`, toSheet: sheet, to: `A${to}` };
}

function withSheet(model: Model, name: string, change: (grid: Grid) => Grid): Model {
  const grid = sheetOf(model, name);
  return { sheets: model.sheets.map((one) => (one === grid ? change(grid) : one)) };
}

function withCell(model: Model, sheet: string, at: string, change: (cell: GridCell) => GridCell): Model {
  const { row, column } = addressOf(at);
  return withSheet(model, sheet, (grid) => put(grid, row, column, [[change(cellAt(grid, row, column))]]));
}

/** A part of rows carries what it holds; a whole row is that row wherever it goes. */
function pasted(model: Model, { kind, sheet, range, toSheet, to }: RangeEdit): Model {
  const source = sheetOf(model, sheet);
  const { whole, area } = areaOf(range, source);
  const cells = taken(source, area);
  const identities = span(area.top, area.bottom).map((row) => source.rows[row - 1]?.identity ?? null);
  const { row: top, column: left } = addressOf(to);
  const cut = (grid: Grid): Grid => {
    const emptied = put(
      grid,
      area.top,
      area.left,
      cells.map((row) => row.map(() => BLANK)),
    );
    return whole
      ? identified(
          emptied,
          area.top,
          identities.map(() => null),
        )
      : emptied;
  };
  const rest = kind === "move" ? withSheet(model, sheet, cut) : model;
  return withSheet(rest, toSheet, (grid) => {
    const full = whole ? cells.map((row) => padded(row, grid)) : cells;
    const over = put(grid, top, left, full);
    return whole ? identified(over, top, identities) : over;
  });
}

/** A whole row goes over all of another, however much of that is filled. */
function padded(row: readonly GridCell[], { rows }: Grid): readonly GridCell[] {
  const width = Math.max(row.length, ...rows.map(({ cells }) => cells.length));
  return span(0, width - 1).map((at) => row[at] ?? BLANK);
}

function areaOf(range: string, { rows }: Grid): { readonly whole: boolean; readonly area: Rectangle } {
  const [first = "", last = first] = range.split(":");
  if (/^\d+$/.test(first)) {
    const right = Math.max(1, ...rows.map(({ cells }) => cells.length));
    return { whole: true, area: { top: Number(first), bottom: Number(last), left: 1, right } };
  }
  const [from, to] = [addressOf(first), addressOf(last)];
  return { whole: false, area: { top: from.row, left: from.column, bottom: to.row, right: to.column } };
}

function addressOf(text: string): { readonly row: number; readonly column: number } {
  const address = parseAddress(text);
  if (!address) throw new Error(`the model does not follow ${text}`);
  return address;
}

function columnNumber(letters: string): number {
  return addressOf(`${letters}1`).column;
}

function heldBy(value: Content): GridCell["held"] {
  if (value === null) return null;
  return typeof value === "string" && value.startsWith("=") ? { kind: "formula" } : { kind: "entry", value };
}

/** What a keyboard entry becomes; only such as the sequences type. */
function typed(text: string, { format }: GridCell): GridCell["held"] {
  if (text === "") return null;
  if (format === "text") return { kind: "entry", value: text };
  if (format === "percent") throw new Error("the model does not know what is typed into a cell of per cent");
  if (text.startsWith("=")) return { kind: "formula" };
  const [, sign = "", digits = "", percent = ""] = /^(-?)£?(\d[\d,]*(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (digits === "") return { kind: "entry", value: text };
  const number = Number(`${sign}${digits.replaceAll(",", "")}`);
  return { kind: "entry", value: percent === "" ? number : number / 100 };
}
