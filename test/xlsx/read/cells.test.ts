import { cellsOf, one, parts, read, refusal, stringsXml, workbookXml } from "./hand-workbook";

const STRINGS = "xl/sharedStrings.xml";

describe("a cell's value", () => {
  it("is a number, a truth value or an error as the file says", () => {
    expect(one(`<c r="A1"><v>1234.5</v></c>`)).toEqual({ value: 1234.5, formula: null });
    expect(one(`<c r="A1" t="n"><v> -1.5E-3 </v></c>`)?.value).toBe(-0.0015);
    expect(one(`<c r="A1"><v>0</v></c>`)?.value).toBe(0);
    expect(one(`<c r="A1" t="b"><v>1</v></c>`)?.value).toBe(true);
    expect(one(`<c r="A1" t="b"><v>0</v></c>`)?.value).toBe(false);
    expect(one(`<c r="A1" t="e"><v>#DIV/0!</v></c>`)?.value).toEqual({ error: "#DIV/0!" });
  });

  it("is a text from the shared list, with its runs joined and its phonetic guide left out", () => {
    const strings = stringsXml(
      "<t>plain</t>",
      "<r><rPr><b/></rPr><t>Hard</t></r><r><t xml:space='preserve'> ware</t></r>",
      "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/>",
      "<t/>",
    );
    const values = [0, 1, 2, 3].map(
      (i) => one(`<c r="A1" t="s"><v>${i}</v></c>`, { [STRINGS]: strings })?.value,
    );
    expect(values).toEqual(["plain", "Hard ware", "東京", ""]);
  });

  it("is a text of its own, in a CDATA section too", () => {
    expect(one(`<c r="A1" t="inlineStr"><is><t>a</t></is></c>`)?.value).toBe("a");
    expect(one(`<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>`)?.value).toBe("ab");
    expect(one(`<c r="A1" t="inlineStr"><is><t><![CDATA[R&D <1>]]></t></is></c>`)?.value).toBe("R&D <1>");
    expect(one(`<c r="A1" t="inlineStr"><v>stray</v></c>`)?.value).toBe("stray");
    expect(one(`<c r="A1" t="str"><v>typed</v></c>`)?.value).toBe("typed");
  });

  it("keeps every space, and reads line ends as XML does", () => {
    expect(one(`<c r="A1" t="inlineStr"><is><t>  a \t</t></is></c>`)?.value).toBe("  a \t");
    expect(one(`<c r="A1" t="inlineStr"><is><t>a\r\nb\rc&#13;d</t></is></c>`)?.value).toBe("a\nb\nc\rd");
  });

  it("has its escaped characters decoded once", () => {
    const text = (t: string) => one(`<c r="A1" t="inlineStr"><is><t>${t}</t></is></c>`)?.value;
    expect(text("a_x000D_\nb")).toBe("a\r\nb");
    expect(text("_x005F_x000D_")).toBe("_x000D_");
    expect(text("_x00_ _X000D_ _xyz_")).toBe("_x00_ _X000D_ _xyz_");
    expect(
      one(`<c r="A1" t="s"><v>0</v></c>`, { [STRINGS]: stringsXml("<r><t>_x00</t></r><r><t>41_</t></r>") })
        ?.value,
    ).toBe("A");
  });

  it("is a date's serial number where the file gives ISO text, by the workbook's own count", () => {
    const iso = `<c r="A1" t="d"><v>2007-03-31</v></c>`;
    const late = {
      "xl/workbook.xml": workbookXml(`<sheet name="T" r:id="rId1"/>`, `<workbookPr date1904="1"/>`),
    };
    expect(one(iso)?.value).toBe(39172);
    expect(one(iso, late)?.value).toBe(39172 - 1462);
  });

  it("refuses what is no number, truth value, date or text, and names the cell", () => {
    for (const cell of [
      `<c r="D14"><v>NaN</v></c>`,
      `<c r="D14"><v>1e999</v></c>`,
      `<c r="D14"><v>0x10</v></c>`,
      `<c r="D14"><v>1,000</v></c>`,
      `<c r="D14" t="b"><v>yes</v></c>`,
      `<c r="D14" t="d"><v>31/03/2007</v></c>`,
      `<c r="D14" t="s"><v>1</v></c>`,
      `<c r="D14" t="s"><v>-1</v></c>`,
      `<c r="D14" t="s"><v>0.5</v></c>`,
      `<c r="D14" t="zz"><v>0</v></c>`,
    ]) {
      const refused = refusal(parts(`<row r="14">${cell}</row>`, { [STRINGS]: stringsXml("<t>a</t>") }));
      expect(refused.kind).toBe("broken_cell");
      expect(refused.message).toContain('cell D14 of the sheet "Table 1"');
    }
  });
});

describe("a cell without a value", () => {
  it("is left out when it has no formula either", () => {
    const rows = `<row r="1"><c r="A1" s="3"/><c r="B1"><v></v></c><c r="C1" t="s"/><c r="D1" t="inlineStr"/></row><row r="2"/>`;
    expect(cellsOf(rows).size).toBe(0);
  });

  it("keeps a formula that was never calculated", () => {
    expect(one(`<c r="A1"><f>SUM(B1:B9)</f></c>`)).toEqual({ value: null, formula: "SUM(B1:B9)" });
    expect(one(`<c r="A1"><f>SUM(B1:B9)</f><v></v></c>`)?.value).toBeNull();
  });

  it("is not the same as one with empty text", () => {
    expect(one(`<c r="A1" t="str"><f>IF(B1="","",1)</f><v></v></c>`)).toEqual({
      value: "",
      formula: 'IF(B1="","",1)',
    });
    expect(one(`<c r="A1" t="inlineStr"><is><t></t></is></c>`)?.value).toBe("");
  });
});

describe("a cell's formula", () => {
  it("comes without its equals sign and with its cached result", () => {
    expect(one(`<c r="A1"><f>B1*2</f><v>14</v></c>`)).toEqual({ value: 14, formula: "B1*2" });
    expect(one(`<c r="A1"><f>=B1&amp;"x"</f><v>0</v></c>`)?.formula).toBe('B1&"x"');
    expect(one(`<c r="A1"><f></f><v>3</v></c>`)).toEqual({ value: 3, formula: null });
  });

  it("is moved from the cell that shares it, in whatever order they come", () => {
    const rows = `<row r="1"><c r="A1"><f t="shared" si="1"/><v>0</v></c></row>
      <row r="2"><c r="C2"><f t="shared" si="0" ref="C2:C4">A2*$B$1</f><v>1</v></c><c r="D2"><f t="shared" si="1">E3+1</f></c></row>
      <row r="3"><c r="C3"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="4"><c r="C4"><f t="shared" si="0"/></c><c r="D4"><f t="shared" si="0">A1</f></c></row>
      <row r="5"><c r="C5"><f t="shared" si="7"/><v>5</v></c><c r="D5"><f t="shared" si="7"/></c></row>`;
    const cells = cellsOf(rows);
    expect(cells.get("C3")).toEqual({ value: 2, formula: "A3*$B$1" });
    expect(cells.get("C4")).toEqual({ value: null, formula: "A4*$B$1" });
    expect(cells.get("D4")?.formula).toBe("A1");
    expect(cells.get("A1")).toEqual({ value: 0, formula: "B2+1" });
    expect(cells.get("C5")).toEqual({ value: 5, formula: null });
    expect(cells.has("D5")).toBe(false);
  });

  it("of an array stands in its first cell only", () => {
    const rows = `<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>`;
    expect([...cellsOf(rows)]).toEqual([
      ["A1", { value: 2, formula: "B1:B2*2" }],
      ["A2", { value: 4, formula: null }],
    ]);
  });
});

describe("a cell's address", () => {
  it("is counted where the file gives none", () => {
    const rows = `<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`;
    expect([...cellsOf(rows)].map(([address, cell]) => [address, cell.value])).toEqual([
      ["A1", 1],
      ["C1", 2],
      ["C5", 3],
      ["D5", 4],
      ["A6", 5],
    ]);
  });

  it("may be the last of the sheet and not beyond it", () => {
    expect([...cellsOf(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`).keys()]).toEqual([
      "XFD1048576",
    ]);
    for (const rows of [
      `<row r="1048577"><c><v>1</v></c></row>`,
      `<row r="1"><c r="XFE1"><v>1</v></c></row>`,
      `<row r="1"><c r="XFD1"/><c><v>1</v></c></row>`,
      `<row r="0"><c r="A1"/></row>`,
      `<row r="1"><c r="constructor"><v>1</v></c></row>`,
      `<row r="one"/>`,
    ]) {
      expect(refusal(parts(rows)).kind).toBe("broken_cell");
    }
  });

  it("may not come twice with content, wherever the second stands", () => {
    const twice = `<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>`;
    expect(refusal(parts(twice)).message).toContain("cell A1");
    const blank = `<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1" s="2"/></row>`;
    expect([...cellsOf(blank)]).toEqual([["A1", { value: 1, formula: null }]]);
  });
});

describe("what stands outside the cells", () => {
  it("is not read as cells", () => {
    const part = `<worksheet><sheetData><row><c><v>1</v><extLst><ext><v>8</v><f>X</f></ext></extLst></c></row></sheetData><sheetData2><row><c><v>2</v></c></row></sheetData2><conditionalFormatting><cfRule><formula>1</formula><f>2</f></cfRule></conditionalFormatting></worksheet>`;
    const [sheet] = read(parts("", { "xl/worksheets/sheet1.xml": part })).sheets;
    expect([...(sheet?.cells ?? [])]).toEqual([["A1", { value: 1, formula: null }]]);
  });

  it("may have names that objects in JavaScript have", () => {
    const workbook = read(
      parts("", { "xl/workbook.xml": workbookXml(`<sheet name="__proto__" sheetId="1" r:id="rId1"/>`) }),
    );
    expect(workbook.sheets[0]?.name).toBe("__proto__");
  });
});
