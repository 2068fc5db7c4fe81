import { strFromU8, strToU8, unzipSync } from "fflate";

import { FONT } from "../../layout";
import { withAlikeValidations } from "./alike-validations";
import { keysInPlace } from "./keys-in-place";
import { packed, type Packing } from "./packed";
import { plainTheme } from "./plain-theme";

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

/** Which cells of a row are written, and how far letters hang down, with the names that this alone needs: nobody needs to be told. */
const OF_ROWS = / (?:spans|x14ac:dyDescent|xmlns:mc|mc:Ignorable|xmlns:x14ac)="[^"]*"/g;
/** What every program takes for granted where it is not said. */
const TAKEN_FOR_GRANTED = / (?:outlineLevelRow="0"|outlineLevelCol="0"|zoomScale="100"|state="visible")/g;
const TEXT = />[^<&]*&[^<]*</g;

/** Without what says nothing: attributes that every program works out or has by itself, and escapes that only an attribute's value needs. */
function plainer(sheet: string): string {
  return sheet
    .replace(/<(?:row|worksheet|sheetFormatPr) [^>]*>/g, (tag) => tag.replace(OF_ROWS, ""))
    .replace(/<(?:sheetFormatPr|sheetView) [^>]*>/g, (tag) => tag.replace(TAKEN_FOR_GRANTED, ""))
    .replace(TEXT, (text) => text.replaceAll("&quot;", '"').replaceAll("&apos;", "'"));
}

const WORKBOOK = "xl/workbook.xml";
const THEME = "xl/theme/theme1.xml";
/** What the file says of itself, and the names of its sheets, which stand in the workbook itself. */
const PROPERTIES = "docProps/app.xml";
const SHEET_NAMES = /<HeadingPairs>.*<\/TitlesOfParts>/s;
const NOBODY = /<Company><\/Company>|<Manager><\/Manager>/g;
const SHARED_TEXTS = "xl/sharedStrings.xml";

/** The place of pages side by side, which exceljs does not write: columns that begin one, behind what stands before them in a sheet. */
function withColumnBreaks(sheet: string, columns: readonly number[]): string {
  if (columns.length === 0) return sheet;
  const breaks = columns.map((column) => `<brk id="${column - 1}" max="1048575" man="1"/>`).join("");
  const all = `<colBreaks count="${columns.length}" manualBreakCount="${columns.length}">${breaks}</colBreaks>`;
  return sheet.replace(/(?:<\/rowBreaks>|<\/headerFooter>(?!<rowBreaks))/, (end) => `${end}${all}`);
}

export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * The parts that exceljs makes, as one layout always gives them, plainer and smaller; with the usual font that the cells have.
 * `columnBreaks` are those of each sheet in order; `rest` puts in what exceljs can't write.
 */
export function settled(
  bytes: Uint8Array,
  columnBreaks: readonly (readonly number[])[],
  packing: Packing,
  rest: (parts: Parts) => Parts = (parts) => parts,
): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  for (const name of parts.keys()) if (name.endsWith("/")) parts.delete(name);
  const change = (name: string, by: (text: string) => string) => {
    const part = parts.get(name);
    if (part) parts.set(name, strToU8(by(strFromU8(part))));
  };
  change(THEME, plainTheme);
  change(WORKBOOK, (text) => text.replace(/<sheet [^>]*>/g, (tag) => tag.replace(TAKEN_FOR_GRANTED, "")));
  change(PROPERTIES, (text) => text.replace(SHEET_NAMES, "").replace(NOBODY, ""));
  change(STYLES, (text) => text.replace(USUAL_FONT, OUR_FONT));
  const withBreaks = (name: string, sheet: string) =>
    withColumnBreaks(sheet, columnBreaks[Number(/\d+/.exec(name)?.[0]) - 1] ?? []);
  const sheets = new Map(
    [...parts].flatMap(([name, part]) =>
      SHEET.test(name)
        ? [
            [
              name,
              plainer(withAlikeValidations(withoutAddresses(withBreaks(name, strFromU8(part))))),
            ] as const,
          ]
        : [],
    ),
  );
  const texts = parts.get(SHARED_TEXTS);
  const placed = texts ? keysInPlace({ sheets, shared: strFromU8(texts) }) : { sheets, shared: "" };
  for (const [name, sheet] of placed.sheets) parts.set(name, strToU8(sheet));
  change(SHARED_TEXTS, () => placed.shared);
  return packed(rest(parts), packing);
}
