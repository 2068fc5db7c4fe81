import { join } from "node:path";
import ExcelJS from "exceljs";

/** A small workbook whose formula carries a result that is wrong on purpose. */
export async function writeSample(folder: string, name: string, first = 40): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Spend");
  sheet.getCell("A1").value = first;
  sheet.getCell("A2").value = 2;
  sheet.getCell("A3").value = { formula: "A1+A2", result: 999 };
  sheet.getCell("B1").value = { richText: [{ text: "Ashmere " }, { font: { bold: true }, text: "PCT" }] };
  sheet.getCell("B2").value = new Date(Date.UTC(2000, 0, 1));
  sheet.getCell("B3").value = true;
  sheet.mergeCells("C1:D2");
  sheet.getCell("C1").value = "merged";
  sheet.getCell("C3").value = { formula: "1/0", result: { error: "#DIV/0!" } };
  const file = join(folder, name);
  await workbook.xlsx.writeFile(file);
  return file;
}
