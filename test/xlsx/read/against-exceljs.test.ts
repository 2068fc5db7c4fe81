import ExcelJS from "exceljs";
import type { Cell } from "../../../src/cells";
import { readWorkbook } from "../../../src/xlsx/read";

/** The serial number of a time, from days that are known: 1 January 2000 is 36526. */
function serial(date: Date): number {
  return 36526 + (date.getTime() - Date.UTC(2000, 0, 1)) / 86_400_000;
}

function asCell(value: ExcelJS.CellValue, formula: string | undefined): Cell {
  const plain = (v: unknown): Cell["value"] => {
    if (v === null || v === undefined) return null;
    if (v instanceof Date) return serial(v);
    if (typeof v === "number" || typeof v === "string" || typeof v === "boolean") return v;
    if (typeof v !== "object") throw new Error(typeof v);
    if ("error" in v) return { error: String(v.error) };
    if ("richText" in v) return (v.richText as { text: string }[]).map((run) => run.text).join("");
    if ("text" in v) return plain(v.text);
    return plain((v as { result?: unknown }).result);
  };
  return { value: plain(value), formula: formula ?? null };
}

async function writeManyKinds(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.modified = new Date(Date.UTC(2007, 4, 14, 16, 2, 11));
  const sheet = workbook.addWorksheet("Table 1");
  sheet.getCell("A1").value = "Trust — £000s";
  sheet.getCell("A2").value = "  spaced \n lines & <marks> \"'";
  sheet.getCell("A3").value = { richText: [{ text: "Hard", font: { bold: true } }, { text: "ware " }] };
  sheet.getCell("A4").value = { text: "NHS Digital", hyperlink: "https://digital.nhs.uk/" };
  sheet.getCell("A5").value = "00123";
  sheet.getCell("B1").value = 1234.5678901234567;
  sheet.getCell("B2").value = -0.000001;
  sheet.getCell("B3").value = 123456789012345680;
  sheet.getCell("B4").value = true;
  sheet.getCell("B5").value = false;
  sheet.getCell("B6").value = { error: "#N/A" };
  sheet.getCell("C1").value = new Date(Date.UTC(2007, 2, 31));
  sheet.getCell("C1").numFmt = "dd/mm/yyyy";
  sheet.getCell("C2").value = new Date(Date.UTC(2007, 2, 31, 18, 0, 0));
  sheet.getCell("C2").numFmt = "dd/mm/yyyy hh:mm";
  sheet.getCell("D1").value = { formula: "SUM(B1:B3)", result: 42 };
  sheet.getCell("D2").value = { formula: 'IF(B1>0,"yes","no")', result: "yes" };
  sheet.getCell("D3").value = { formula: "B4" };
  sheet.getCell("D4").value = { formula: "1/0", result: { error: "#DIV/0!" } };
  sheet.getCell("D5").value = { formula: "'Table 2'!A1&\"x\"", result: "firstx" };
  sheet.getCell("D6").value = { formula: "B4=TRUE", result: true };
  sheet.fillFormula("E1:F6", "$B1*2+C$1", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  sheet.getCell("H9").style = { font: { bold: true } };
  sheet.mergeCells("J1:K2");
  sheet.getCell("J1").value = "merged";
  workbook.addWorksheet("Table 2", { state: "hidden" }).getCell("A1").value = "first";
  workbook.addWorksheet("_meta", { state: "veryHidden" }).getCell("XFD1048576").value = 1;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe("a workbook that exceljs wrote", () => {
  it("reads as exceljs reads it, cell by cell", async () => {
    const bytes = await writeManyKinds();
    const result = readWorkbook(bytes);
    if (result.kind === "refused") throw new Error(result.refusal.message);
    const theirs = new ExcelJS.Workbook();
    await theirs.xlsx.load(bytes.buffer as ArrayBuffer);

    expect(result.workbook.sheets.map((s) => [s.name, s.visibility])).toEqual([
      ["Table 1", "visible"],
      ["Table 2", "hidden"],
      ["_meta", "veryHidden"],
    ]);
    let compared = 0;
    for (const sheet of result.workbook.sheets) {
      const expected = new Map<string, Cell>();
      theirs.getWorksheet(sheet.name)?.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.isMerged && cell.address !== cell.master.address) return;
          expected.set(cell.address, asCell(cell.value, cell.formula));
        }),
      );
      expect([...sheet.cells.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [address, cell] of sheet.cells) {
        expect([sheet.name, address, cell]).toEqual([sheet.name, address, expected.get(address)]);
        compared += 1;
      }
    }
    expect(compared).toBe(34);
  });

  it("reads as it was written", async () => {
    const result = readWorkbook(await writeManyKinds());
    if (result.kind === "refused") throw new Error(result.refusal.message);
    const cells = result.workbook.sheets[0]?.cells;
    expect(cells?.get("A2")?.value).toBe("  spaced \n lines & <marks> \"'");
    expect(cells?.get("A3")?.value).toBe("Hardware ");
    expect(cells?.get("C1")?.value).toBe(39172);
    expect(cells?.get("C2")?.value).toBe(39172.75);
    expect(cells?.get("D3")).toEqual({ value: null, formula: "B4" });
    expect(cells?.get("F6")).toEqual({ value: 12, formula: "$B6*2+D$1" });
    expect(result.workbook.modified).toBe("2007-05-14T16:02:11Z");
  });
});
