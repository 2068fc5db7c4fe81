import { csvText } from "./csv";
import { writeFile } from "./files";
import { parquetBytes } from "./parquet";

export type FactCell = string | number | boolean | null;

/** Facts as rows under the names of their columns. */
export interface FactRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FactCell[])[];
}

/** Writes these columns of facts: as Parquet where the file's name says so, and else as CSV. */
export async function writeFacts<Column extends string>(
  path: string,
  columns: readonly Column[],
  facts: readonly Readonly<Record<Column, FactCell>>[],
): Promise<void> {
  const rows = facts.map((fact) => columns.map((column) => fact[column]));
  if (/\.parquet$/i.test(path)) writeFile(path, await parquetBytes({ columns, rows }));
  else writeFile(path, factsCsv({ columns, rows }));
}

function factsCsv({ columns, rows }: FactRows): string {
  const words = (cell: FactCell) => (typeof cell === "boolean" ? (cell ? "yes" : "no") : cell);
  return csvText([columns, ...rows.map((row) => row.map(words))]);
}
