import type { ColumnSource } from "hyparquet-writer";

import type { FactCell, FactRows } from "./facts-file";

/** The column that holds figures and words; in Parquet the words get a column of their own. */
const VALUE = "value";
const WORDS = "text";
/** The column that says yes or no. */
const COUNTS = "counts";

/**
 * Facts as Parquet. A column holds one type there, so a value is two: `value` a figure and `text` anything else, the other one null.
 * What is yes or no in CSV is true or false; days are ISO text, as in CSV.
 */
export async function parquetBytes({ columns, rows }: FactRows): Promise<Uint8Array> {
  // Loaded only where somebody asks for it.
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const columnData = columns.flatMap((name, at): ColumnSource[] => {
    const cells = rows.map((row) => row[at] ?? null);
    if (name !== VALUE) return [filledColumn(name, cells)];
    return [
      { name, type: "DOUBLE", data: cells.map((cell) => (typeof cell === "number" ? cell : null)) },
      {
        name: WORDS,
        type: "STRING",
        data: cells.map((cell) => (typeof cell === "string" ? cell : null)),
      },
    ];
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** A column that every fact has something in, were it an empty text. */
function filledColumn(name: string, data: FactCell[]): ColumnSource {
  return { name, type: name === COUNTS ? "BOOLEAN" : "STRING", nullable: false, data };
}
