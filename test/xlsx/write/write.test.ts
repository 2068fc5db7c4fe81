import ExcelJS from "exceljs";
import { unzipSync } from "fflate";

import { columnLetters } from "../../../src/cells";
import { LOOKS, NUMBER_FORMATS, type Layout, type LayoutSheet } from "../../../src/layout";
import { writeWorkbook } from "../../../src/xlsx/write";
import { layoutCells } from "../../support/layout-cells";
import { made } from "../../support/made";
import { cellsIn, saved } from "../../support/saved";
import { ODD_CELLS, cell, odd, provider } from "./layouts";

const folder = made("xlsx-write");
const PROVIDER = provider();
const ODD = odd(ODD_CELLS);
let file = "";
let bytes: Uint8Array;
let read: ExcelJS.Workbook;

beforeAll(async () => {
  bytes = await writeWorkbook(PROVIDER);
  file = await saved(PROVIDER, folder, "provider");
  read = new ExcelJS.Workbook();
  await read.xlsx.readFile(file);
}, 60_000);

const part = (of: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(of)[name]);
const each = (what: (sheet: LayoutSheet, there: ExcelJS.Worksheet) => void) => {
  for (const sheet of PROVIDER.sheets) what(sheet, read.getWorksheet(sheet.name)!);
};

test("a program that saves it anew has every part that its relationships name", async () => {
  const again = new Uint8Array(await read.xlsx.writeBuffer());
  const named = [...part(again, "xl/_rels/workbook.xml.rels").matchAll(/Target="([^"]+)"/g)];
  expect(named.length).toBeGreaterThan(PROVIDER.sheets.length);
  for (const [, target] of named) expect(Object.keys(unzipSync(again))).toContain(`xl/${target}`);
});

describe("our own reader", () => {
  test.each<readonly [string, () => Layout]>([
    ["a return", () => PROVIDER],
    ["odd values", () => ODD],
  ])("reads every value and formula of %s back", async (_, layout) => {
    const workbook = cellsIn(await writeWorkbook(layout()));
    const wanted = layoutCells(layout());
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
      wanted.sheets.map(({ name, visibility }) => [name, visibility]),
    );
    workbook.sheets.forEach(({ cells }, at) => {
      const sorted = (of: typeof cells) => [...of].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(cells)).toEqual(sorted(wanted.sheets[at]!.cells));
    });
    expect(workbook.date1904).toBe(false);
  });

  test("finds no result where none is to be written, and every formula", async () => {
    const workbook = cellsIn(await writeWorkbook(PROVIDER, { results: "none" }));
    let formulas = 0;
    for (const { name, cells } of workbook.sheets) {
      for (const [address, { value, formula }] of cells) {
        if (formula === null) continue;
        formulas += 1;
        expect([name, address, value]).toEqual([name, address, null]);
      }
    }
    const wanted = PROVIDER.sheets.flatMap(({ cells }) =>
      [...cells.values()].filter(({ formula }) => formula !== null),
    );
    expect(formulas).toBe(wanted.length);
  });
});

describe("the bytes of a workbook", () => {
  test("are the same for the same layout, and others for another", async () => {
    expect(await writeWorkbook(provider())).toEqual(bytes);
    expect(await writeWorkbook(ODD)).not.toEqual(await writeWorkbook(odd({ ...ODD_CELLS, A3: cell(1) })));
  });

  test("say when it was made only as they are told", async () => {
    const day = new Date(Date.UTC(2007, 4, 14, 9, 30, 0));
    expect(cellsIn(await writeWorkbook(ODD, { made: day })).modified).toContain("2007-05-14T09:30:00");
    expect(cellsIn(await writeWorkbook(ODD)).modified).toContain("2007-01-01T00:00:00");
  });

  test("ask for everything to be worked out anew on opening", () => {
    expect(part(bytes, "xl/workbook.xml")).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
  });

  test("protect each sheet that is to be protected, without a password", async () => {
    const sheets = Object.keys(unzipSync(bytes)).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(PROVIDER.sheets.length);
    for (const name of sheets) {
      const [protection = ""] = /<sheetProtection[^>]*>/.exec(part(bytes, name)) ?? [];
      expect(protection).toContain('sheet="1"');
      expect(protection).not.toMatch(/password|hashValue|saltValue|algorithmName/);
    }
    const other = await writeWorkbook(ODD);
    expect(part(other, "xl/worksheets/sheet1.xml")).not.toContain("sheetProtection");
    expect(part(other, "xl/worksheets/sheet2.xml")).toContain("sheetProtection");
  });

  test.each([NaN, Infinity, -Infinity])(
    "are refused to a cell that is %d, as a value and as a result",
    async (value) => {
      await expect(writeWorkbook(odd({ A1: cell(value) }))).rejects.toThrow(/can't stand in a cell/);
      await expect(writeWorkbook(odd({ A1: cell(value, "1+1") }))).rejects.toThrow(/can't stand in a cell/);
    },
  );
});

describe("what exceljs reads back", () => {
  test("are the sheets in order, with title", () => {
    expect(read.worksheets.map(({ name }) => name)).toEqual(PROVIDER.sheets.map(({ name }) => name));
    expect(read.title).toBe(PROVIDER.title);
  });

  test("has the number format and the lock of every cell", () => {
    each((sheet, there) => {
      for (const [address, { role, format }] of sheet.cells) {
        const style = there.getCell(address).style;
        const locked = style.protection?.locked ?? true;
        expect([address, style.numFmt ?? "General", locked]).toEqual([
          address,
          NUMBER_FORMATS[format],
          LOOKS[role].locked,
        ]);
      }
    });
  });

  test("has the widths, heights and what is hidden", () => {
    each((sheet, there) => {
      sheet.columns.forEach(({ width, hidden }, at) => {
        const column = there.getColumn(at + 1);
        expect([sheet.name, at, column.width, column.hidden]).toEqual([sheet.name, at, width, hidden]);
      });
      for (const [row, { height, hidden }] of sheet.rows) {
        const got = there.getRow(row);
        expect([sheet.name, row, got.hidden]).toEqual([sheet.name, row, hidden]);
        if (height !== null) expect([sheet.name, row, got.height]).toEqual([sheet.name, row, height]);
      }
    });
  });

  test("has what stays in sight, the direction of the page, the rows repeated and the foot", () => {
    each((sheet, there) => {
      expect(there.views[0]).toMatchObject({
        state: "frozen",
        xSplit: sheet.freeze.columns,
        ySplit: sheet.freeze.rows,
      });
      expect(there.pageSetup).toMatchObject({
        orientation: sheet.portrait ? "portrait" : "landscape",
        printTitlesRow: `${sheet.titleRows[0]}:${sheet.titleRows[1]}`,
        ...(sheet.titleColumns ? { printTitlesColumn: sheet.titleColumns.map(columnLetters).join(":") } : {}),
        ...(sheet.scale === null
          ? { fitToPage: true, fitToWidth: sheet.pagesAcross, fitToHeight: sheet.pagesDown ?? 0 }
          : { fitToPage: false, scale: sheet.scale }),
        paperSize: 9,
      });
      expect(there.headerFooter.oddFooter).toBe(sheet.footer);
    });
  });
});
