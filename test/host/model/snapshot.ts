import type { Workbook } from "./workbook";

/** Remembers all sheets as they are; what it gives puts them back. Sheets themselves must not have come or gone in between. */
export function snapshot(book: Workbook): () => void {
  const sheets = book.sheets.map((sheet) => {
    const { cells, conditional, merges, page, rowBreaks, columnBreaks, filter, usualFormat } = sheet;
    const kept = {
      cells: new Map(cells),
      conditional,
      merges,
      page,
      rowBreaks,
      columnBreaks,
      filter,
      usualFormat,
    };
    const parts = {
      rows: sheet.rows.copy(),
      columns: sheet.columns.copy(),
      validations: sheet.validations.copy(),
    };
    return () => {
      Object.assign(sheet, kept, parts);
      sheet.cellsMoved();
    };
  });
  const names = book.names.map((name) => ({ name, formula: name.formula }));
  return () => {
    for (const back of sheets) back();
    for (const { name, formula } of names) name.formula = formula;
    book.calculation.rebuild(book.sheets.flatMap((sheet) => sheet.formulas()));
    book.touch();
  };
}
