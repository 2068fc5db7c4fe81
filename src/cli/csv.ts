import { stringify } from "csv-stringify/sync";

/** Rows as CSV for programs: UTF-8 without a byte order mark, and no text that a spreadsheet would run as a formula. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );
}
