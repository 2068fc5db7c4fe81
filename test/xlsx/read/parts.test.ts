import {
  MAIN,
  onlySheet,
  parts,
  read,
  refusal,
  relationships,
  RELATIONSHIPS,
  sheetXml,
  stringsXml,
  workbookXml,
} from "./hand-workbook";

const ROWS = `<row r="1"><c r="A1"><v>7</v></c></row>`;
const SHEET = "xl/worksheets/sheet1.xml";
const LINKS = "xl/_rels/workbook.xml.rels";
const SEVEN = { value: 7, formula: null };

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...((mark ? "\ufeff" : "") + text)].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(units.flatMap((u) => (little ? [u & 255, u >> 8] : [u >> 8, u & 255])));
}

describe("parts are found by their relationships", () => {
  it("so a sheet's part may have any name and place", () => {
    const odd = parts("", {
      "_rels/.rels": relationships([["x", "officeDocument", "/strange/book.part"]]),
      "xl/workbook.xml": undefined,
      [LINKS]: undefined,
      [SHEET]: undefined,
      "strange/book.part": workbookXml(`<sheet name="Table 1" sheetId="1" r:id="rId9"/>`),
      "strange/_rels/book.part.rels": relationships([["rId9", "worksheet", "../other/Cells%20One.xml"]]),
      "other/Cells One.xml": sheetXml(ROWS),
    });
    expect(onlySheet(read(odd)).cells.get("A1")).toEqual(SEVEN);
  });

  it("with absolute targets and names in another case", () => {
    const absolute = parts(ROWS, {
      [LINKS]: relationships([["rId1", "worksheet", "/XL/Worksheets/Sheet1.XML"]]),
    });
    expect(onlySheet(read(absolute)).cells.get("A1")).toEqual(SEVEN);
  });

  it("in the strict format too", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const book = workbookXml(`<sheet name="Table 1" sheetId="1" r:id="rId1"/>`)
      .replace(MAIN, `${strict}/spreadsheetml/main`)
      .replace(RELATIONSHIPS, `${strict}/officeDocument/relationships`);
    const links = relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]);
    const changed = parts("", {
      "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]).replace(
        RELATIONSHIPS,
        strict,
      ),
      "xl/workbook.xml": book,
      [LINKS]: links.replace(RELATIONSHIPS, `${strict}/officeDocument/relationships`),
      [SHEET]: sheetXml(ROWS).replace(MAIN, `${strict}/spreadsheetml/main`),
    });
    expect(onlySheet(read(changed)).cells.get("A1")).toEqual(SEVEN);
  });

  it("in the order that the workbook lists the sheets, with what it says of them", () => {
    const three = parts(ROWS, {
      "xl/workbook.xml": workbookXml(
        `<sheet name="Z &amp; Co" sheetId="9" r:id="rId3"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId1"/><sheet name="_meta" sheetId="1" state="veryHidden" r:id="rId2"/>`,
        `<workbookPr date1904="true"/>`,
      ),
      [LINKS]: relationships([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "worksheet", "worksheets/b.xml"],
        ["rId3", "worksheet", "worksheets/c.xml"],
      ]),
      "xl/worksheets/b.xml": sheetXml(""),
      "xl/worksheets/c.xml": sheetXml(ROWS),
    });
    const workbook = read(three);
    expect(workbook.sheets.map((s) => [s.name, s.visibility, s.cells.size])).toEqual([
      ["Z & Co", "visible", 1],
      ["Lists", "hidden", 1],
      ["_meta", "veryHidden", 0],
    ]);
    expect(workbook.date1904).toBe(true);
    expect(workbook.modified).toBeNull();
  });

  it("and chart, dialog and macro sheets are passed over", () => {
    const mixed = parts(ROWS, {
      "xl/workbook.xml": workbookXml(
        `<sheet name="Chart" sheetId="3" r:id="rId3"/><sheet name="Table 1" sheetId="1" r:id="rId1"/><sheet name="Ask" sheetId="4" r:id="rId4"/><sheet name="Macro" sheetId="5" r:id="rId5"/>`,
      ),
      [LINKS]: relationships([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId3", "chartsheet", "chartsheets/sheet1.xml"],
        ["rId4", "dialogsheet", "dialogsheets/sheet1.xml"],
        [
          "rId5",
          "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
          "macrosheets/sheet1.xml",
        ],
      ]),
    });
    expect(onlySheet(read(mixed)).name).toBe("Table 1");
  });

  it("and the properties tell when the workbook was saved", () => {
    const core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    const saved = (text: string) =>
      read(
        parts(ROWS, {
          "_rels/.rels": relationships([
            ["rId1", "officeDocument", "xl/workbook.xml"],
            ["rId2", core, "docProps/core.xml"],
          ]),
          "docProps/core.xml": `<cp:coreProperties xmlns:cp="a" xmlns:dcterms="b"><dcterms:created>2001-01-01T00:00:00Z</dcterms:created><dcterms:modified>${text}</dcterms:modified></cp:coreProperties>`,
        }),
      ).modified;
    expect(saved("2007-05-14T16:02:11Z")).toBe("2007-05-14T16:02:11Z");
    expect(saved("yesterday")).toBeNull();
  });
});

describe("a workbook with something missing", () => {
  it("is refused with the sheet's name when the sheet's part is not there", () => {
    expect(refusal(parts(ROWS, { [SHEET]: undefined }))).toEqual({
      kind: "missing_part",
      message:
        'The file is incomplete: the sheet "Table 1" is missing. Open it in Excel, check it and save it there; if Excel cannot open it either, ask for another copy.',
    });
    expect(refusal(parts(ROWS, { [LINKS]: undefined })).message).toContain('"Table 1"');
    const outside = relationships([["rId1", "worksheet", "http://example.org/a"]]).replace(
      "/></R",
      ' TargetMode="External"/></R',
    );
    expect(refusal(parts(ROWS, { [LINKS]: outside })).kind).toBe("missing_part");
  });

  it("is refused when it has no sheets, a sheet without a name, or two of one name", () => {
    const book = (sheets: string) => refusal(parts(ROWS, { "xl/workbook.xml": workbookXml(sheets) })).kind;
    expect(book("")).toBe("no_sheets");
    expect(book(`<sheet name="" sheetId="1" r:id="rId1"/>`)).toBe("nameless_sheet");
    expect(book(`<sheet name="Table 1" r:id="rId1"/><sheet name="TABLE 1" r:id="rId1"/>`)).toBe(
      "duplicate_sheet",
    );
  });

  it("shows a hostile sheet name only as far as a name goes", () => {
    const long = workbookXml(`<sheet name="${"x\u202e".repeat(500)}" sheetId="1" r:id="rId8"/>`);
    const { message } = refusal(parts(ROWS, { "xl/workbook.xml": long }));
    expect(message.length).toBeLessThan(220);
    expect(message).not.toContain("\u202e");
  });

  it("is refused when cells refer to texts that are not there, never giving the number", () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`;
    expect(refusal(parts(rows)).kind).toBe("missing_strings");
    expect(refusal(parts(rows, { "xl/sharedStrings.xml": stringsXml() })).kind).toBe("broken_cell");
    expect(onlySheet(read(parts(ROWS))).cells.get("A1")).toEqual(SEVEN);
  });
});

describe("the XML of a part", () => {
  it("may have a prefix on all its elements, and foreign ones do not count", () => {
    const prefixed = `<x:worksheet xmlns:x="${MAIN}" xmlns:y="z"><x:sheetData><x:row r="1"><x:c r="A1"><y:v>9</y:v><x:v>7</x:v></x:c></x:row></x:sheetData><x:extLst><y:f>1</y:f></x:extLst></x:worksheet>`;
    const book = workbookXml("").replace(
      /<workbook[^]*/,
      `<x:workbook xmlns:x="${MAIN}"><x:sheets><x:sheet name="Table 1" sheetId="1" rel:id="rId1" xmlns:rel="${RELATIONSHIPS}"/></x:sheets></x:workbook>`,
    );
    const cells = onlySheet(read(parts("", { [SHEET]: prefixed, "xl/workbook.xml": book }))).cells;
    expect([...cells]).toEqual([["A1", SEVEN]]);
  });

  it("may be UTF-8 with a mark, UTF-16 with or without one, or plain ASCII", () => {
    const text = (encoding: string) =>
      sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>£9 Ÿ café</t></is></c></row>`).replace(
        "UTF-8",
        encoding,
      );
    for (const part of [
      `\ufeff${text("UTF-8")}`,
      utf16(text("UTF-16"), true, true),
      utf16(text("UTF-16"), false, true),
      utf16(text("UTF-16"), true, false),
      utf16(text("UTF-16"), false, false),
      text("utf-16"),
    ]) {
      expect(onlySheet(read(parts("", { [SHEET]: part }))).cells.get("A1")?.value).toBe("£9 Ÿ café");
    }
  });

  it("keeps letters whole that fall on the border of two pieces", () => {
    const text = "€£é𝄞".repeat(40_000);
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    expect(onlySheet(read(parts(rows))).cells.get("A1")?.value).toBe(text);
  });

  it("is refused when it is not well-formed, or not in its character set", () => {
    for (const broken of [
      "",
      "text",
      "<worksheet>",
      "<worksheet></sheet>",
      "<worksheet/><worksheet/>",
      "<w>&nbsp;</w>",
    ]) {
      expect(refusal(parts("", { [SHEET]: broken })).kind).toBe("broken_xml");
    }
    expect(refusal(parts("", { [SHEET]: Uint8Array.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]) })).kind).toBe(
      "broken_xml",
    );
    expect(
      refusal(parts("", { [SHEET]: '<?xml version="1.0" encoding="windows-1252"?><worksheet/>' })).kind,
    ).toBe("broken_xml");
    expect(refusal(parts("", { [SHEET]: "<chartsheet/>" })).kind).toBe("broken_xml");
  });

  it("is refused when it declares a document type, in whichever part", () => {
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`;
    const sound = parts(rows, { "xl/sharedStrings.xml": stringsXml("<t>a</t>") });
    for (const name of Object.keys(sound)) {
      const xml = (sound[name] as string).replace("?>\n", `?>\n${laughs}`);
      expect([name, refusal({ ...sound, [name]: xml }).kind]).toEqual([name, "doctype"]);
    }
  });
});
