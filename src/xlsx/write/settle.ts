import { strFromU8, strToU8, unzipSync } from "fflate";

import { FONT } from "../../layout";
import { packed } from "./packed";

/** exceljs names Calibri 11 as a workbook's usual font; the widths of columns and the grey heads of Excel follow it. */
const STYLES = "xl/styles.xml";
const USUAL_FONT = /(<fonts[^>]*>)<font>.*?<\/font>/s;
const OUR_FONT = `$1<font><sz val="10"/><name val="${FONT}"/><family val="2"/></font>`;

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const CELL = /<c r="([A-Z]+)(\d+)"([^>]*>(?:<f t="shared")?)/g;

/**
 * Without the address of a cell that stands right of the one before it, as Microsoft's own reporting programs write sheets: rows of a
 * list are then alike to the letter, and a workbook of sixty rows a list takes half of the room.
 */
function withoutAddresses(sheet: string): string {
  let rowBefore = "";
  let columnBefore = 0;
  return sheet.replace(CELL, (cell, letters: string, row: string, rest: string) => {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const follows = row === rowBefore && column === columnBefore + 1;
    rowBefore = row;
    columnBefore = column;
    // openpyxl moves a shared formula to where the cell says that it stands.
    return follows && !rest.includes("<f") ? `<c${rest}` : cell;
  });
}

/** The parts that exceljs makes as one layout always gives them; with the usual font that the cells have. */
export function settled(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, ownPart(name, content)] as const,
  );
  return packed(new Map(parts));
}

function ownPart(name: string, content: Uint8Array): Uint8Array {
  if (name === STYLES) return strToU8(strFromU8(content).replace(USUAL_FONT, OUR_FONT));
  return SHEET.test(name) ? strToU8(withoutAddresses(strFromU8(content))) : content;
}
