import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import type { Layout } from "../../src/layout";
import { writeWorkbook } from "../../src/xlsx/write";

/** A column's width counts digits of the workbook's usual font: seven pixels in Excel, for Calibri 11 and Arial 10 alike. */
export const POINTS_A_CHARACTER = 5.25;
/** What LibreOffice takes for a digit of Arial 10, which it does not round to pixels. */
const POINTS_IN_LIBREOFFICE = 5.562;

/**
 * Writes a workbook so that LibreOffice prints it with the columns that Excel shows. Where a machine has no Calibri, LibreOffice
 * takes a wider font for the usual one, all columns grow by a third, and what is cut in Excel would look as if it had room.
 */
export async function asInExcel(layout: Layout, folder: string, name: string): Promise<string> {
  const sheets = layout.sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => ({
      ...column,
      width: (column.width * POINTS_A_CHARACTER) / POINTS_IN_LIBREOFFICE,
    })),
  }));
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, usualFontArial(await writeWorkbook({ ...layout, sheets })));
  return file;
}

const FIRST_FONT = /(<fonts[^>]*>)<font>.*?<\/font>/s;

function usualFontArial(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
  if (!FIRST_FONT.test(styles)) throw new Error("the workbook's styles name no usual font");
  const arial = `$1<font><sz val="10"/><name val="Arial"/><family val="2"/></font>`;
  parts["xl/styles.xml"] = strToU8(styles.replace(FIRST_FONT, arial));
  return zipSync(parts, { level: 1 });
}

/** Copies a workbook with one change to the XML of each of its sheets. */
export function withSheetsChanged(file: string, to: string, change: (xml: string) => string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  for (const name of Object.keys(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) parts[name] = strToU8(change(strFromU8(parts[name]!)));
  }
  writeFileSync(to, zipSync(parts, { level: 1 }));
  return to;
}
