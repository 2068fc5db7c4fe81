import { join } from "node:path";

import { parseAddress, type Cell, type WorkbookCells } from "../../src/cells";
import { withRowInserted } from "../../src/demo/insert-row";
import { withReferences } from "../../src/demo/references";
import { withSheetRenamed } from "../../src/demo/rename-sheet";
import { parseSheetFormula } from "../../src/formula";
import { calculated, type Layout } from "../../src/layout";
import { made } from "../support/made";
import { openpyxl, python } from "../support/openpyxl";
import { editWorkbooks, person } from "../support/person";
import { cellsIn, saved } from "../support/saved";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { demoOf, fileOf } from "./shipped-demo";

const SHEET = "IM&T spend";
/** Within the lines that are added up. */
const ROW = 17;

function layoutOf(): Layout {
  const file = demoOf().returns.find(({ name }) => name === fileOf("X5A"));
  if (file?.content.kind !== "workbook") throw new Error("there is no such workbook");
  return file.content.layout();
}

describe("a formula's references", () => {
  const lower = (formula: string) =>
    withReferences(formula, ({ sheet, corners }) => ({
      sheet,
      corners: corners.map((corner) => `${corner}0`),
    }));

  test.each([
    ["SUM(D10:D19)", "SUM(D100:D190)"],
    ["'IM&T spend'!$G$10+Cover!D9", "'IM&T spend'!$G$100+Cover!D90"],
    ["'It''s'!D1", "'It''s'!D10"],
    ['IF(D1="D2","""D3",D4)', 'IF(D10="D2","""D3",D40)'],
    ["LOG10(A1)", "LOG10(A10)"],
    ['LEFT(I10,1)="✖"', 'LEFT(I100,1)="✖"'],
    ['HYPERLINK("#\'IM&T spend\'!A1","A1")', 'HYPERLINK("#\'IM&T spend\'!A1","A1")'],
  ])("are found in %s, and nothing else is", (formula, after) => {
    expect(lower(formula)).toBe(after);
  });
});

describe("a row that was put in", () => {
  const layout = layoutOf();
  const before = layout.sheets.find(({ name }) => name === SHEET)!;
  const after = withRowInserted(layout, SHEET, ROW).sheets.find(({ name }) => name === SHEET)!;

  test("is empty and looks like the one above", () => {
    const row = [...after.cells].filter(([address]) => parseAddress(address)?.row === ROW);
    expect(row.length).toBeGreaterThan(10);
    for (const [address, cell] of row) {
      const above = before.cells.get(address.replace(/\d+$/, String(ROW - 1)))!;
      expect(cell).toEqual({ ...above, value: null, formula: null });
    }
    expect(after.rows.get(ROW)).toEqual(before.rows.get(ROW - 1));
  });

  test("moves what stood there, and lets sums over it grow", () => {
    expect(before.cells.get("G20")?.formula).toBe("SUM($G$10:$G$19)");
    expect(after.cells.get("G21")?.formula).toBe("SUM($G$10:$G$20)");
    expect(after.cells.get("G18")?.value).toBe(before.cells.get("G17")?.value);
    expect(after.rows.get(ROW + 1)).toEqual(before.rows.get(ROW));
    expect(after.pageBreaks).toEqual(before.pageBreaks.map((row) => row + 1));
    expect(after.merges.map(({ top }) => top)).toEqual(
      before.merges.map(({ top }) => (top >= ROW ? top + 1 : top)),
    );
    expect(after.freeze).toEqual(before.freeze);
    expect(after.validations.map(({ range }) => range)).toContain("G18");
    expect(after.validations.map(({ range }) => range)).not.toContain("G17");
  });

  test("above the heads lets what stays in sight grow", () => {
    const low = withRowInserted(layout, SHEET, 2).sheets.find(({ name }) => name === SHEET)!;
    expect(low.freeze.rows).toBe(before.freeze.rows + 1);
    expect(low.titleRows).toEqual([before.titleRows[0], before.titleRows[1] + 1]);
  });
});

describe("a sheet with another name", () => {
  test("takes the formulas of all sheets along, but no link that is a text", () => {
    const layout = layoutOf();
    const after = calculated(withSheetRenamed(layout, SHEET, "Spend"));
    expect(after.sheets.map(({ name }) => name)).toEqual(
      layout.sheets.map(({ name }) => (name === SHEET ? "Spend" : name)),
    );
    const formulas = after.sheets.flatMap(({ cells }) =>
      [...cells.values()].map(({ formula }) => formula ?? ""),
    );
    expect(formulas.filter((formula) => formula.replace(/"[^"]*"/g, "").includes(SHEET))).toEqual([]);
    expect(formulas.filter((formula) => formula.includes(`HYPERLINK("#'${SHEET}'`))).not.toEqual([]);
    const values = (of: Layout) =>
      of.sheets.map(({ cells }) => [...cells.values()].map(({ value }) => value));
    expect(values(after)).toEqual(values(layout));
  });
});

const both = { available: person.available && openpyxl.available, name: "LibreOffice and openpyxl" };

/** openpyxl reads where formats and validations stand: cells of a sheet, but for those of one row. */
const READ_PLACES = `
import json, sys, openpyxl
from openpyxl.utils import range_boundaries
path, sheet, row = json.load(sys.stdin)
ws = openpyxl.load_workbook(path)[sheet]
def cells(ranges):
    found = set()
    for area in ranges:
        left, top, right, bottom = range_boundaries(str(area))
        found |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1) if r != row}
    return sorted(found)
json.dump({
    "conditional": cells(r for f in ws.conditional_formatting for r in f.sqref.ranges),
    "validations": cells(r for v in ws.data_validations.dataValidation for r in v.sqref.ranges),
    "merges": cells(ws.merged_cells.ranges),
}, sys.stdout)
`;

describeWith(both, "a row that was put in, beside the one that LibreOffice puts in", () => {
  const away = scratch();
  let [ours, theirs] = ["", ""];

  beforeAll(async () => {
    const folder = made("demo-insert-row");
    const layout = layoutOf();
    const from = await saved(layout, folder, "before");
    ours = await saved(calculated(withRowInserted(layout, SHEET, ROW)), folder, "ours");
    theirs = join(away, "theirs.xlsx");
    await editWorkbooks([
      { from, to: theirs, edits: [{ kind: "insertRows", sheet: SHEET, at: ROW, count: 1 }] },
    ]);
  }, 600_000);

  test("leaves the same cells, formulas and results on every sheet", () => {
    const [own, other] = [cellsIn(ours), cellsIn(theirs)];
    expect(plain(own)).toEqual(plain(other));
  });

  test("leaves formats, validations and merged cells in the same places", async () => {
    const own = await python(READ_PLACES, [ours, SHEET, ROW]);
    expect(own).toEqual(await python(READ_PLACES, [theirs, SHEET, ROW]));
  });
});

/** Sheet → address → what stands there; formulas as they are understood, since programs write them differently. */
function plain({ sheets }: WorkbookCells) {
  const content = ({ value, formula }: Cell) => ({
    value: typeof value === "number" ? Number(value.toPrecision(12)) : value,
    formula: formula === null ? null : parseSheetFormula(formula),
  });
  return Object.fromEntries(
    sheets.map(({ name, cells }) => [
      name,
      Object.fromEntries(
        [...cells]
          .filter(([, { value, formula }]) => formula !== null || value !== null)
          .map(([address, cell]) => [address, content(cell)]),
      ),
    ]),
  );
}
