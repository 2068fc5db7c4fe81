import ExcelJS from "exceljs";

export interface ReadCell {
  /** The entered value or the formula's cached result; a date is the serial number that the file holds. */
  readonly value: number | string | boolean | { readonly error: string } | null;
  /** Without its equals sign; null where the cell holds a plain value. */
  readonly formula: string | null;
}

/** Sheet → address → cell, as exceljs sees a workbook: a second opinion, apart from the project's own reader. */
export type ReadWorkbook = ReadonlyMap<string, ReadonlyMap<string, ReadCell>>;

export async function readXlsx(file: string): Promise<ReadWorkbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const date1904 = workbook.properties.date1904;
  const sheets = new Map<string, ReadonlyMap<string, ReadCell>>();
  for (const sheet of workbook.worksheets) {
    const cells = new Map<string, ReadCell>();
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        // exceljs repeats a merged cell's value in all cells below it.
        if (cell.master.address !== cell.address) return;
        const formula = cell.type === ExcelJS.ValueType.Formula ? cell.formula : null;
        cells.set(cell.address, {
          value: plain(formula === null ? cell.value : cell.result, date1904),
          formula,
        });
      }),
    );
    sheets.set(sheet.name, cells);
  }
  return sheets;
}

/** The cell of a workbook that was read; a mistyped sheet is an error, a cell that holds nothing is blank. */
export function cellAt(workbook: ReadWorkbook, sheet: string, address: string): ReadCell {
  const cells = workbook.get(sheet);
  if (!cells) throw new Error(`there is no sheet ${sheet}, only ${[...workbook.keys()].join(", ")}`);
  return cells.get(address) ?? { value: null, formula: null };
}

function plain(value: ExcelJS.CellValue, date1904: boolean): ReadCell["value"] {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return value;
  if (value instanceof Date) return value.getTime() / 86_400_000 + (date1904 ? 24_107 : 25_569);
  if ("error" in value) return { error: value.error };
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  // What a hyperlink shows may be rich text, whatever its type says.
  if ("text" in value) return plain(value.text, date1904);
  throw new Error(`exceljs read something unknown: ${JSON.stringify(value)}`);
}
