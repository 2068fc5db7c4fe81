// A workbook with nothing in it but the wish to be opened with the add-in of this Id.
const { strToU8, zipSync } = require("fflate");

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const EXTENSIONS = "http://schemas.microsoft.com/office/webextensions";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const related = (...relations) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The parts of the workbook by their path. `storeType` Registry is where Excel on Windows has the add-ins of developers. */
const parts = (id, version) => ({
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/><Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/></Types>`,
  "_rels/.rels": related(
    [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
    [
      "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
      "xl/webextensions/taskpanes.xml",
    ],
  ),
  "xl/workbook.xml": `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": related([`${OFFICE}/worksheet`, "worksheets/sheet1.xml"]),
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${SHEETS}"><sheetData/></worksheet>`,
  "xl/webextensions/taskpanes.xml": `<wetp:taskpanes xmlns:wetp="${EXTENSIONS}/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="1"><wetp:webextensionref xmlns:r="${OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
  "xl/webextensions/_rels/taskpanes.xml.rels": related([
    "http://schemas.microsoft.com/office/2011/relationships/webextension",
    "webextension1.xml",
  ]),
  "xl/webextensions/webextension1.xml": `<we:webextension xmlns:we="${EXTENSIONS}/webextension/2010/11" id="{${id}}"><we:reference id="${id}" version="${version}" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="${OFFICE}"/></we:webextension>`,
});

/** The bytes of the workbook. */
function sideloadWorkbook(id, version) {
  const files = Object.entries(parts(id, version)).map(([path, text]) => [path, strToU8(HEAD + text)]);
  return zipSync(Object.fromEntries(files));
}

module.exports = { sideloadWorkbook };
