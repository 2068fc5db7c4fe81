import type { RawValue } from "../../src/cells";
import type { Edit } from "../support/person";

import { cellAt, span, type Grid, type GridCell } from "./grid";
import { edited, type Model } from "./model";

const entry = (value: RawValue): GridCell => ({ held: { kind: "entry", value }, format: "other" });
const text = (value: string): GridCell => ({ held: { kind: "entry", value }, format: "text" });

/** Rows a, b and c: a key, a figure, a text, and in row c a formula. */
const SPEND: Grid = {
  name: "Spend",
  hidden: false,
  columns: ["K", "F", "T"],
  rows: [
    { identity: "a", cells: [entry("key a"), entry(1), text("one")] },
    { identity: "b", cells: [entry("key b"), entry(2), text("two")] },
    { identity: "c", cells: [entry("key c"), { held: { kind: "formula" }, format: "other" }] },
  ],
};
const OTHER: Grid = { name: "Other", hidden: false, columns: ["X"], rows: [{ identity: "x", cells: [] }] };
const MODEL: Model = { sheets: [SPEND, OTHER] };

const after = (...edits: readonly Edit[]): Model => edits.reduce(edited, MODEL);

/** A sheet written down, a line a row: "a: key a, 1, one"; blanks are –, formulas ƒ, rows that were inserted +. */
function drawn({ sheets }: Model, at = 0): readonly string[] {
  const grid = sheets[at]!;
  return grid.rows.map(({ identity, cells }, row) => {
    const held = span(1, cells.length).map((column) => {
      const one = cellAt(grid, row + 1, column).held;
      return one === null
        ? "–"
        : one.kind === "formula"
          ? "ƒ"
          : typeof one.value === "number"
            ? one.value
            : (one.value as string);
    });
    return `${identity ?? "+"}: ${held.join(", ")}`;
  });
}

const sheet = "Spend";

describe("the model of a workbook that is edited", () => {
  it("shifts rows and columns, which stay what they were", () => {
    const model = after(
      { kind: "insertRows", sheet, at: 2, count: 1 },
      { kind: "insertColumns", sheet, at: "B", count: 1 },
      { kind: "deleteRows", sheet, at: 1, count: 1 },
    );
    expect(drawn(model)).toEqual(["+: ", "b: key b, –, 2, two", "c: key c, –, ƒ"]);
    expect(model.sheets[0]?.columns).toEqual(["K", null, "F", "T"]);
    expect(after({ kind: "deleteColumns", sheet, at: "A", count: 2 }).sheets[0]?.columns).toEqual(["T"]);
  });

  it("takes a whole row that is copied for that row again, and the one below it for gone", () => {
    const over = after({ kind: "copyRow", sheet, from: 1, to: 2, into: "over" });
    expect(drawn(over)).toEqual(["a: key a, 1, one", "a: key a, 1, one", "c: key c, ƒ"]);
    const inserted = after({ kind: "copyRow", sheet, from: 2, to: 1, into: "inserted" });
    expect(drawn(inserted)).toEqual([
      "b: key b, 2, two",
      "a: key a, 1, one",
      "b: key b, 2, two",
      "c: key c, ƒ",
    ]);
    // All of a longer row is covered by a shorter one.
    expect(drawn(after({ kind: "copyRow", sheet, from: 3, to: 1, into: "over" }))[0]).toBe("c: key c, ƒ, –");
  });

  it("lets a part that is copied carry what it holds and no more", () => {
    const model = after({ kind: "copy", sheet, range: "B1:C1", toSheet: sheet, to: "B2" });
    expect(drawn(model)).toEqual(["a: key a, 1, one", "b: key b, 1, one", "c: key c, ƒ"]);
    const elsewhere = after({ kind: "copy", sheet, range: "B2:B3", toSheet: "Other", to: "B1" });
    expect(drawn(elsewhere, 1)).toEqual(["x: –, 2", "+: –, ƒ"]);
    expect(drawn(elsewhere)).toEqual(drawn(MODEL));
  });

  it("leaves blanks where something was cut, also where both places overlap", () => {
    const part = after({ kind: "move", sheet, range: "B1:B2", toSheet: sheet, to: "B2" });
    expect(drawn(part)).toEqual(["a: key a, –, one", "b: key b, 1, two", "c: key c, 2"]);
    const row = after({ kind: "move", sheet, range: "1:1", toSheet: sheet, to: "A3" });
    expect(drawn(row)).toEqual(["+: –, –, –", "b: key b, 2, two", "a: key a, 1, one"]);
  });

  it("knows what becomes of what is typed, by the cell that it is typed into", () => {
    const typed = (cell: string, as: string): Edit => ({ kind: "type", sheet, cell, text: as });
    const figures = ["4321", "£1,250", "-7.5", "5%", "12 k", "=1+1", ""].map((as) =>
      drawn(after(typed("B1", as))),
    );
    expect(figures.map(([first]) => first)).toEqual([
      "a: key a, 4321, one",
      "a: key a, 1250, one",
      "a: key a, -7.5, one",
      "a: key a, 0.05, one",
      "a: key a, 12 k, one",
      "a: key a, ƒ, one",
      "a: key a, –, one",
    ]);
    expect(after(typed("C1", "=1+1")).sheets[0]?.rows[0]?.cells[2]).toEqual(text("=1+1"));
    // The place that a figure was cut from is no longer for text.
    const emptied = after({ kind: "move", sheet, range: "C1", toSheet: sheet, to: "C3" }, typed("C1", "7"));
    expect(emptied.sheets[0]?.rows[0]?.cells[2]).toEqual(entry(7));
  });

  it("renames, moves, copies, hides and removes sheets", () => {
    const model = after(
      { kind: "rename", sheet, name: "Ours" },
      { kind: "copySheet", sheet: "Ours", name: "Copy", to: 2 },
      { kind: "set", sheet: "Copy", cell: "B1", value: 9 },
      { kind: "moveSheet", sheet: "Ours", to: 1 },
      { kind: "hide", sheet: "Copy" },
    );
    expect(model.sheets.map(({ name, hidden }) => `${name} ${hidden}`)).toEqual([
      "Other false",
      "Ours false",
      "Copy true",
    ]);
    expect([drawn(model, 1)[0], drawn(model, 2)[0]]).toEqual(["a: key a, 1, one", "a: key a, 9, one"]);
    expect(edited(model, { kind: "removeSheet", sheet: "Ours" }).sheets).toHaveLength(2);
  });
});
