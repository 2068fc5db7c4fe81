import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { RawValue, WorkbookCells } from "../../src/cells";
import type { Layout } from "../../src/layout";
import { findReturn, type Return } from "../../src/return";
import type { PlanningYear } from "../../src/template";
import { readWorkbook } from "../../src/xlsx/read";
import { writeWorkbook, type WriteOptions } from "../../src/xlsx/write";

/** Writes a layout as a workbook of this name and gives its path. */
export async function saved(
  layout: Layout,
  folder: string,
  name: string,
  options: WriteOptions = {},
): Promise<string> {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, await writeWorkbook(layout, options));
  return file;
}

/** The cells of a workbook that has to be readable, from its file or from its bytes. */
export function cellsIn(file: string | Uint8Array): WorkbookCells {
  const read = readWorkbook(typeof file === "string" ? new Uint8Array(readFileSync(file)) : file);
  if (read.kind === "read") return read.workbook;
  throw new Error(`the workbook was refused: ${read.refusal.message}`);
}

/** The return in a workbook that has to hold one. */
export function returnIn(workbook: WorkbookCells, year: PlanningYear): Return {
  const result = findReturn(workbook, new Map([[year.id, year]]));
  if (result.kind === "return") return result.found;
  throw new Error(`no return was found: ${result.message}`);
}

/** What a cell holds; a mistyped sheet is an error, a cell that is not in the file is blank. */
export function valueAt(workbook: WorkbookCells, sheet: string, address: string): RawValue {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(`there is no sheet ${sheet}`);
  return found.cells.get(address)?.value ?? null;
}
