import { zipSync } from "fflate";
import type { Cell, SheetCells, WorkbookCells } from "../../../src/cells";
import { readWorkbook, type ReadBudget, type ReadRefusal } from "../../../src/xlsx/read";
import { bytesOf } from "./hand-zip";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** The parts of a package by name; undefined leaves out a part that would be there. */
export type Parts = Readonly<Record<string, string | Uint8Array | undefined>>;

/** `[id, the last step of the type, target]`. */
export type Link = readonly [id: string, type: string, target: string];

export function relationships(links: readonly Link[], space = RELATIONSHIPS): string {
  const each = links.map(([id, type, target]) => {
    const full = type.includes("/") ? type : `${space}/${type}`;
    return `<Relationship Id="${id}" Type="${full}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${each.join("")}</Relationships>`;
}

export function workbookXml(sheets: string, before = ""): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${before}<sheets>${sheets}</sheets></workbook>`;
}

export function sheetXml(rows: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

export function stringsXml(...strings: readonly string[]): string {
  return `${HEAD}<sst xmlns="${MAIN}">${strings.map((s) => `<si>${s}</si>`).join("")}</sst>`;
}

/** A sound workbook of one sheet, "Table 1", with changes. */
export function parts(rows: string, changes: Parts = {}): Parts {
  return {
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(`<sheet name="Table 1" sheetId="1" r:id="rId1"/>`),
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/worksheets/sheet1.xml": sheetXml(rows),
    ...changes,
  };
}

export function zipped(from: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(from)) {
    if (part !== undefined) files[name] = typeof part === "string" ? bytesOf(part) : part;
  }
  return zipSync(files);
}

export function read(from: Parts | Uint8Array): WorkbookCells {
  const result = readWorkbook(from instanceof Uint8Array ? from : zipped(from));
  if (result.kind === "refused")
    throw new Error(`refused as ${result.refusal.kind}: ${result.refusal.message}`);
  return result.workbook;
}

export function refusal(from: Parts | Uint8Array, budget?: ReadBudget): ReadRefusal {
  const result = readWorkbook(from instanceof Uint8Array ? from : zipped(from), budget);
  if (result.kind === "read") throw new Error("read, though it should be refused");
  return result.refusal;
}

export function onlySheet(workbook: WorkbookCells): SheetCells {
  const [sheet, ...others] = workbook.sheets;
  if (!sheet || others.length > 0) throw new Error(`${workbook.sheets.length} sheets, not one`);
  return sheet;
}

/** The cells of a one-sheet workbook with these rows. */
export function cellsOf(rows: string, changes: Parts = {}): ReadonlyMap<string, Cell> {
  return onlySheet(read(parts(rows, changes))).cells;
}

/** A cell's value and formula in a row of its own: `one("<c r='A1'>…</c>")`. */
export function one(cell: string, changes: Parts = {}): Cell | undefined {
  return cellsOf(`<row r="1">${cell}</row>`, changes).get("A1");
}
