import { join } from "node:path";
import ExcelJS from "exceljs";
import * as fc from "../support/laws";

import { evaluate, writeFormula, type Scalar } from "../../src/formula";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { cellAt, readXlsx } from "../support/xlsx";
import { areaOf, parsed } from "./formulas";
import { CELLS, formula } from "./sheet-language";

jest.setTimeout(180_000);

const SEED = 200_708;
const SAMPLES = 4_000;
const AT_LEAST = 1_500;
const PLACE = (row: number) => `H${row + 1}`;

/** Different formulas, always the same ones; references without a function around them show nothing. */
function formulas(): readonly string[] {
  const written = fc
    .sample(formula, { seed: SEED, numRuns: SAMPLES })
    .filter((tree) => tree.kind !== "reference" && tree.kind !== "number" && tree.kind !== "text")
    .map((tree) => writeFormula(tree, (reference) => reference));
  return [...new Set(written)].filter((text) => text.length <= 1_000);
}

/** The workbook holds no results: what is read back, LibreOffice worked out. */
async function workbookOf(texts: readonly string[], file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Formulas");
  for (const [address, value] of Object.entries(CELLS)) {
    sheet.getCell(address).value = value as number | string;
  }
  texts.forEach((text, row) => (sheet.getCell(PLACE(row)).value = { formula: text }));
  await workbook.xlsx.writeFile(file);
}

/** Numbers may differ in their last digits, where the order of adding does. */
function alike(ours: Scalar, theirs: Scalar): boolean {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(Math.abs(ours), Math.abs(theirs), 1e-3);
  }
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

describeWith(libreOffice, "formulas in LibreOffice", () => {
  const folder = made("formula-language");
  const out = scratch();

  test("give what the engine gives", async () => {
    const texts = formulas();
    const file = join(folder, "formulas.xlsx");
    await workbookOf(texts, file);
    const [calculated] = await calculate([file], out);
    const read = await readXlsx(calculated!);
    const differing = texts.flatMap((text, row) => {
      // A formula that ends in a blank cell shows 0, and a result that is an empty text is read back as nothing.
      const ours = evaluate(parsed(`=${text}`), (reference) => areaOf(CELLS, reference)) ?? 0;
      const theirs = cellAt(read, "Formulas", PLACE(row)).value ?? "";
      return alike(ours, theirs) ? [] : [{ text, ours, theirs }];
    });
    process.stderr.write(`${texts.length} formulas compared with LibreOffice\n`);
    expect(differing).toEqual([]);
    expect(texts.length).toBeGreaterThanOrEqual(AT_LEAST);
  });
});
