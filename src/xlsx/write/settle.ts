import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

import { FONT } from "../../layout";

/** No clock in a file: the earliest day that a zip can hold. */
const ZIP_DAY = new Date(1980, 0, 1, 0, 0, 0);

/** exceljs names Calibri 11 as a workbook's usual font; the widths of columns and the grey heads of Excel follow it. */
const STYLES = "xl/styles.xml";
const USUAL_FONT = /(<fonts[^>]*>)<font>.*?<\/font>/s;
const OUR_FONT = `$1<font><sz val="10"/><name val="${FONT}"/><family val="2"/></font>`;

/** The same parts with the same dates, so that one layout always gives the same bytes; and the usual font that its cells have. */
export function settled(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const own = name === STYLES ? strToU8(strFromU8(content).replace(USUAL_FONT, OUR_FONT)) : content;
    parts[name] = [own, { mtime: ZIP_DAY, level: 6 }];
  }
  return zipSync(parts);
}
