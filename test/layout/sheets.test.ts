import { parseAddress } from "../../src/cells";
import { LOOKS } from "../../src/layout";
import { wordsOf } from "../support/layout-cells";
import {
  addressOf,
  blank,
  cellOf,
  checksSheet,
  fields,
  filledWith,
  template,
  valueSheets,
} from "./provider-layout";

describe("what every sheet of a workbook carries", () => {
  test("the sheets stand in the template's order, named as it names them", () => {
    expect(blank.sheets.map(({ name }) => name)).toEqual([
      "Cover",
      "IM&T spend",
      "Tariff",
      "Explanations",
      "Checks",
    ]);
    expect(blank.title).toBe("IM&T spend and tariff return 2007/08");
  });

  test("the stamp stands in A1 of every sheet, and column A is hidden", () => {
    for (const { cells, columns } of blank.sheets) {
      expect(cells.get("A1")).toMatchObject({ value: "imt|2007-08|provider|1.0", formula: null });
      expect(columns[0]!.hidden).toBe(true);
    }
  });

  test("every block has its key, every line its key, every column its key, in a hidden column and a hidden row", () => {
    for (const { sheetPlan, layoutSheet } of valueSheets) {
      for (const { block, keyRow, rowOf, columnOf } of sheetPlan.blocks) {
        expect(layoutSheet.cells.get(`A${keyRow}`)!.value).toBe(`#${block.id}`);
        expect(layoutSheet.rows.get(keyRow)!.hidden).toBe(true);
        for (const line of block.lines) {
          expect(layoutSheet.cells.get(`A${rowOf.get(line.id)!}`)!.value).toBe(`${block.id}.${line.id}`);
        }
        const keyed = block.columns.filter(({ shows }) => shows === "fields");
        const inRow = [...layoutSheet.cells].flatMap(([address, { value }]) => {
          const at = parseAddress(address)!;
          // Further right stand the hidden cells that count marks.
          const shown = at.column > 1 && at.column <= sheetPlan.lastShownColumn;
          return at.row === keyRow && shown && value !== null ? [[at.column, value] as const] : [];
        });
        expect(inRow).toEqual(keyed.map(({ id }) => [columnOf.get(id), id]));
      }
    }
  });

  test("no other row of the return is hidden, and no column of values is", () => {
    for (const { sheetPlan, layoutSheet } of valueSheets) {
      const hidden = [...layoutSheet.rows].filter(([, row]) => row.hidden).map(([row]) => row);
      expect(hidden).toEqual(sheetPlan.blocks.map(({ keyRow }) => keyRow));
      const shown = layoutSheet.columns.map(({ hidden: is }) => !is);
      expect(shown.slice(1, sheetPlan.lastShownColumn)).not.toContain(false);
      expect(shown.slice(sheetPlan.lastShownColumn)).not.toContain(true);
    }
  });

  test("all sheets are protected; entered cells are unlocked and nothing else is", () => {
    const unlocked = blank.sheets.flatMap(({ name, cells, protected: is }) => {
      expect(is).toBe(true);
      return [...cells]
        .filter(([, { role }]) => !LOOKS[role].locked)
        .map(([address]) => `${name} ${address}`);
    });
    const wanted = fields("entered").map(({ key }) => `${addressOf(key).sheet} ${addressOf(key).cell}`);
    expect(new Set(unlocked)).toEqual(new Set(wanted));
    expect(unlocked).toHaveLength(wanted.length);
  });

  test("a calculated, a constant and a closed cell each have their own look", () => {
    expect(cellOf(blank, "spend.staff[plan_total]").role).toBe("calculated");
    expect(cellOf(blank, "spend.gross[plan_revenue]").role).toBe("total");
    expect(cellOf(blank, "tariff.rate[y2007]")).toMatchObject({ value: 0.001, role: "calculated" });
    expect(cellOf(blank, "spend.maintenance[plan_capital]")).toMatchObject({ value: null, role: "closed" });
    expect(cellOf(blank, "cover.sha_name").role).toBe("calculated_text");
  });

  test("every head above amounts says £000, where its block has that unit; no other head does", () => {
    for (const { sheetPlan, layoutSheet } of valueSheets) {
      for (const { block, headRow, columnOf } of sheetPlan.blocks) {
        if (block.kind === "form") continue;
        for (const column of block.columns) {
          if (column.shows === "title") continue;
          const head = layoutSheet.cells.get(`${letter(columnOf.get(column.id)!)}${headRow}`)!;
          const amounts = template.fields.get(`${block.id}.${block.lines[0]!.id}[${column.id}]`);
          const money = block.unit === "£000" && amounts?.type.kind === "money";
          expect([column.id, wordsOf(head.value).endsWith("\n£000")]).toEqual([column.id, money]);
        }
      }
    }
  });

  test("where a table mixes amounts and counts, each amount's line says £000 itself", () => {
    for (const { sheetPlan } of valueSheets) {
      for (const { block } of sheetPlan.blocks) {
        if (block.unit !== null) continue;
        for (const line of block.lines) {
          const money = block.columns.some(
            (column) => template.fields.get(`${block.id}.${line.id}[${column.id}]`)?.type.kind === "money",
          );
          if (money) expect(line.label).toContain("£000");
        }
      }
    }
  });

  test("the title band of a sheet with amounts says £000", () => {
    for (const { sheetPlan, layoutSheet } of valueSheets) {
      const right = [...layoutSheet.cells]
        .filter(([at, { role }]) => role === "band_right" && /^[A-Z]+1$/.test(at))
        .map(([, { value }]) => wordsOf(value))
        .join("");
      const amounts = sheetPlan.blocks.some(({ block }) => block.unit !== null);
      expect([layoutSheet.name, right.endsWith("£000")]).toEqual([layoutSheet.name, amounts]);
    }
  });

  test("each sheet's band says the organisation: not yet entered, or code and name from the cover", () => {
    for (const { cells } of blank.sheets) expect(cells.get("B2")!.value).toBe("Organisation not yet entered");
    const named = filledWith(
      new Map([
        ["cover.org_code", "R1A"],
        ["cover.org_name", "Example & Co"],
      ]),
    );
    for (const { cells } of named.sheets) expect(cells.get("B2")!.value).toBe("R1A Example & Co");
  });

  test("rows with values have a Check cell beside them, on the sheet's one column of checks", () => {
    for (const { sheetPlan, layoutSheet } of valueSheets) {
      const column = letter(sheetPlan.checkColumn);
      const checks = [...layoutSheet.cells].filter(([, { role }]) => role === "check").map(([at]) => at);
      const rows = sheetPlan.blocks.flatMap(({ rowOf }) => [...rowOf.values()]);
      expect(checks).toEqual(rows.map((row) => `${column}${row}`));
      for (const at of checks) expect(layoutSheet.cells.get(at)!.formula).toMatch(/^IFERROR\(.*,""\)$/s);
    }
  });

  test("the cells of values have a conditional format for faults and one for explanations, over all lines", () => {
    for (const { sheetPlan, layoutSheet } of valueSheets) {
      const range = `D${sheetPlan.firstLine}:${letter(sheetPlan.lastValueColumn)}${sheetPlan.lastRow}`;
      const formats = layoutSheet.conditional.filter((one) => one.range === range);
      expect(formats.map(({ look }) => look)).toEqual(["fix", "explain"]);
      // A mark stands as far right of its cell in each column, so that the test of the first cell moves along.
      const { marks } = sheetPlan;
      for (const { formula } of formats)
        expect(formula).toContain(`${letter(marks.firstColumn)}${sheetPlan.firstLine}`);
    }
  });

  test("conditional formats look at cells of their own sheet only", () => {
    for (const { conditional } of blank.sheets) {
      expect(conditional.length).toBeGreaterThan(0);
      for (const { formula } of conditional) expect(formula.replace(/"[^"]*"/g, '""')).not.toContain("!");
    }
  });

  test("titles and heads stay in sight and are printed on every page", () => {
    const freeze = Object.fromEntries(blank.sheets.map((sheet) => [sheet.name, sheet.freeze]));
    const spend = valueSheets.find(({ layoutSheet }) => layoutSheet.name === "IM&T spend")!;
    expect(freeze["IM&T spend"]!.columns).toBe(3);
    expect(freeze["IM&T spend"]!.rows).toBe(spend.sheetPlan.blocks[0]!.headRow);
    // The columns of the second table stand elsewhere, so the first table's heads must not stay above it.
    expect(freeze["Tariff"]).toEqual({ rows: 2, columns: 3 });
    for (const { layoutSheet } of valueSheets) expect(layoutSheet.titleRows).toEqual([1, 2]);
    const head = Number(/\d+/.exec(checksSheet.filter!)![0]);
    expect(checksSheet.titleRows).toEqual([head, head]);
    expect(checksSheet.freeze.rows).toBe(head);
    expect(checksSheet.cells.get(`B${head}`)!.value).toBe("Ref");
  });

  test("the foot of each page names the organisation and the return, with & written twice", () => {
    const named = filledWith(new Map(), [], "X01 A & B NHS Trust");
    for (const { footer } of named.sheets) {
      expect(footer).toContain("X01 A && B NHS Trust · IM&&T spend and tariff return 2007/08");
      // What is left after the doubled signs are Excel's own codes: places, sizes, sheet and page numbers.
      const codes = footer.replaceAll("&&", "").match(/&./g);
      expect(codes).toEqual(["&L", "&8", "&R", "&8", "&A", "&P", "&N"]);
    }
  });

  test("a name too long for the foot ends in dots, and its & is still doubled", () => {
    const [sheet] = filledWith(new Map(), [], `X01 A & B ${"long ".repeat(30)}`).sheets;
    const left = sheet!.footer.slice("&L&8".length, sheet!.footer.indexOf("&R"));
    expect(left.startsWith("X01 A && B long")).toBe(true);
    expect(left.endsWith("…")).toBe(true);
    expect(sheet!.footer.length).toBeLessThanOrEqual(255);
  });

  test("a foot that begins with a digit does not run into the size before it", () => {
    const [sheet] = filledWith(new Map(), [], "5A1 Lowmoor PCT").sheets;
    expect(sheet!.footer).toMatch(/^&L&8 5A1 Lowmoor/);
  });
});

function letter(column: number): string {
  if (column > 26) throw new Error("these sheets show no more than 26 columns");
  return String.fromCharCode(64 + column);
}
