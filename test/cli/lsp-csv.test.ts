import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { readLspCsv } from "../../src/cli/lsp-csv";
import { CommandProblem } from "../../src/cli/problem";
import { scratch } from "../support/scratch";

const file = join(scratch(), "lsp.csv");

function read(text: string) {
  writeFileSync(file, text);
  return readLspCsv(file, "2007/08");
}

function refusalOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (problem) {
    if (problem instanceof CommandProblem) return problem.sentences;
    throw problem;
  }
  return [];
}

describe("what is contracted with LSPs", () => {
  test("is read by its headings, whatever the year of the quarter", () => {
    expect(
      read(
        "contracted,quarter,product,lsp,region\n3,2007/08 Q1,PAS,CSC,N\n0, 2009/10  q4 ,Order communications,BT,N\n",
      ),
    ).toEqual([
      { lsp: "CSC", product: "PAS", quarter: { year: 2007, number: 1 }, contracted: 3 },
      { lsp: "BT", product: "Order communications", quarter: { year: 2009, number: 4 }, contracted: 0 },
    ]);
  });

  test("with broken lines is refused with every one of them by number", () => {
    const lines = [
      "lsp,product,quarter,contracted",
      ",PAS,2007/08 Q1,1",
      "CSC,,2007/08 Q1,1",
      "CSC,PAS,2007/08,1",
      "CSC,PAS,2007/09 Q1,1",
      "CSC,PAS,2007/08 Q5,1",
      "CSC,PAS,2007/08 Q1,1.5",
      "CSC,PAS,2007/08 Q2,-1",
      "CSC,PAS,2007/08 Q3,",
      "csc,pas,2007/08 Q1,2",
    ];
    const wanted = "Give a year and Q1 to Q4, for example 2007/08 Q1 for April to June.";
    expect(refusalOf(lines.join("\n"))).toEqual([
      `${file} can't be used, and nothing was written.`,
      "Line 2: the lsp is empty. Enter its name, or remove the line.",
      "Line 3: the product of CSC is empty. Enter it, or remove the line.",
      `Line 4: the quarter is “2007/08”. ${wanted}`,
      `Line 5: the quarter is “2007/09 Q1”. ${wanted}`,
      `Line 6: the quarter is “2007/08 Q5”. ${wanted}`,
      "Line 7: contracted is “1.5”. Enter a whole number, 0 for none.",
      "Line 8: contracted is “-1”. Enter a whole number, 0 for none.",
      "Line 9: it does not say how many of PAS are contracted. Enter a whole number, 0 for none.",
      "Line 10: pas of csc in 2007/08 Q1 already stands in line 7. Keep one of the two.",
    ]);
  });
});
