import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

import { findReturn } from "../../src/return";
import { readWorkbook } from "../../src/xlsx/read";
import { planningYear } from "../support/shipped";
import { describeWith } from "../support/skipping";
import { outside } from "./outside";

const corpus = outside("corpus");

/** Read by some and refused here on purpose. */
const REFUSED_ALL_THE_SAME: ReadonlyMap<string, string> = new Map([
  ["apache-poi/sample-beta.xlsx", "of a schema that was given up before Excel 2007 came out"],
]);

interface Listed {
  readonly file: string;
  readonly expected: string;
}

/** Workbooks of other people, broken and hostile ones among them, with what each must lead to. */
function listed(): readonly Listed[] {
  const text = readFileSync(join(corpus.path, "MANIFEST.tsv"), "utf8");
  const rows: readonly Listed[] = parse(text, { columns: true, delimiter: "\t", relax_quotes: true });
  return rows;
}

describeWith(corpus.tool, "workbooks that nobody here made", () => {
  const years = new Map([["2007-08", planningYear("2007-08")]]);
  const files = corpus.tool.available ? listed() : [];

  test("are there", () => {
    expect(files.length).toBeGreaterThan(200);
  });

  test.each(files)("$file comes out as $expected", ({ file, expected }) => {
    const started = performance.now();
    const result = readWorkbook(new Uint8Array(readFileSync(join(corpus.path, file))));
    const took = performance.now() - started;
    if (result.kind === "refused") {
      expect(result.refusal.message).toMatch(/^[A-Z].*\.$/s);
      expect(result.refusal.message).not.toMatch(/undefined|\[object|\n {4}at /);
    } else {
      // None of them is a return: it is said so, in a sentence.
      expect(findReturn(result.workbook, years).kind).toBe("refused");
    }
    if (expected === "reject") expect(result.kind).toBe("refused");
    if (expected.startsWith("readable") && !REFUSED_ALL_THE_SAME.has(file)) expect(result.kind).toBe("read");
    expect(took).toBeLessThan(10_000);
  });
});
