import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { WorkbookCells } from "../../src/cells";
import type { Layout } from "../../src/layout";
import { writeWorkbook } from "../../src/xlsx/write";
import { calculate } from "../support/libreoffice";
import { cellsIn } from "../support/saved";

/** These layouts as LibreOffice works them out. Half are written without results, half with false ones: both have to come out right. */
export async function calculatedWorkbooks(
  layouts: readonly Layout[],
  written: string,
  out: string,
): Promise<readonly WorkbookCells[]> {
  const files: string[] = [];
  for (const [at, layout] of layouts.entries()) {
    const bytes =
      at % 2 === 0
        ? await writeWorkbook(layout, { results: "none" })
        : await writeWorkbook(falsified(layout));
    const file = join(written, `return-${String(at).padStart(3, "0")}.xlsx`);
    writeFileSync(file, bytes);
    files.push(file);
  }
  const results = await calculate(files, out, { timeout: 540_000 });
  return results.map((file) => cellsIn(file));
}

/** The layout with every cached result false: whoever trusts them is found out. */
function falsified(layout: Layout): Layout {
  return {
    ...layout,
    sheets: layout.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...sheet.cells].map(([address, cell]) => {
          const value = typeof cell.value === "number" ? cell.value + 987_654 : "false";
          return [address, cell.formula === null ? cell : { ...cell, value }] as const;
        }),
      ),
    })),
  };
}

/** The same layout with "at least" turned into "more than" in one formula. */
export function brokenAt(layout: Layout, sheetName: string, address: string): Layout {
  const sheets = layout.sheets.map((sheet) => {
    const cell = sheet.cells.get(address);
    if (sheet.name !== sheetName || cell?.formula === null || cell === undefined) return sheet;
    const formula = cell.formula.replace(">=", ">");
    expect(formula).not.toBe(cell.formula);
    return { ...sheet, cells: new Map(sheet.cells).set(address, { ...cell, formula }) };
  });
  return { ...layout, sheets };
}
