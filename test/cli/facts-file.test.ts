import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";

import { writeFacts } from "../../src/cli/facts-file";
import { FACT_COLUMNS, type Fact } from "../../src/summary";
import { scratch } from "../support/scratch";

const away = scratch();
const start = { org: "5E1", role: "ward", year: "2001-02", version: "1.0", file: "a/5E1.xlsx", sha256: "ab" };
const place = { sheet: "Money", cell: "D5" };
const FACTS: readonly Fact[] = [
  { ...start, key: "money.staff[next]", value: -110.25, counts: true, ...place },
  { ...start, key: "money.staff[note]", value: "=1+1, “quoted”", counts: false, ...place },
  { ...start, key: "cover.date", value: "2007-03-31", counts: false, sheet: "", cell: "" },
  { ...start, key: "money.drugs[next]", value: null, counts: false, ...place },
];

async function written(name: string, facts: readonly Fact[] = FACTS): Promise<Buffer> {
  const file = join(away, name);
  await writeFacts(file, FACT_COLUMNS, facts);
  return readFileSync(file);
}

const bytesOf = (file: Buffer) =>
  file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;

describe("facts in a file", () => {
  test("are Parquet where the name says so: a figure under value, anything else under text, the other one null", async () => {
    const rows = await parquetReadObjects({ file: bytesOf(await written("facts.PARQUET")) });
    const wanted = FACTS.map(({ value, ...rest }) => ({
      ...rest,
      value: typeof value === "number" ? value : null,
      text: typeof value === "string" ? value : null,
    }));
    expect(rows).toEqual(wanted);
  });

  test("have their types said in the file, whether there are facts or none", async () => {
    for (const facts of [FACTS, []]) {
      const { schema, num_rows: count } = parquetMetadata(bytesOf(await written("typed.parquet", facts)));
      const types = schema.slice(1).map(({ name, type, repetition_type: is }) => [name, type, is]);
      const text = (name: string) => [name, "BYTE_ARRAY", "REQUIRED"];
      expect(types).toEqual([
        ...["org", "role", "year", "version", "key"].map(text),
        ["value", "DOUBLE", "OPTIONAL"],
        ["text", "BYTE_ARRAY", "OPTIONAL"],
        ["counts", "BOOLEAN", "REQUIRED"],
        ...["file", "sheet", "cell", "sha256"].map(text),
      ]);
      expect(Number(count)).toBe(facts.length);
    }
  });

  test("are CSV under any other name, one column for the value, no text that runs as a formula", async () => {
    const rows: readonly (readonly string[])[] = parse(await written("facts.parquet.csv"));
    expect(rows[0]).toEqual([...FACT_COLUMNS]);
    expect(rows.slice(1).map((row) => [row[5], row[6]])).toEqual([
      ["-110.25", "yes"],
      ["'=1+1, “quoted”", "no"],
      ["2007-03-31", "no"],
      ["", "no"],
    ]);
  });

  test("are the same bytes each time", async () => {
    expect(await written("again.parquet")).toEqual(await written("facts.parquet"));
  });
});
