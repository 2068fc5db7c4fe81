import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { readCommitmentsCsv } from "../../src/cli/commitments-csv";
import { CommandProblem } from "../../src/cli/problem";
import { scratch } from "../support/scratch";
import { imtHere, registerIn } from "./imt";

const away = scratch();
const file = join(away, "commitments.csv");

function read(text: string) {
  writeFileSync(file, text);
  return readCommitmentsCsv(file);
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

/** 31 March 2007 and 1 April 2007, as Excel counts days. */
const [LAST_OF_MARCH, FIRST_OF_APRIL] = [39_172, 39_173];

describe("an extract of the database", () => {
  test("is read by its headings, in any order; other columns are left alone, and days may be written either way", () => {
    const text =
      '\ufeffGo_live,remark,ORG,supplier,product,reference\r\n31/03/2007,"x, y",x01, CSC ,PAS,NPO/1\r\n2007-04-01,,X02,,PACS,NPO/2\r\n1/4/2007,,X02,Local Ltd,PACS,\r\n';
    expect(read(text)).toEqual([
      { org: "X01", product: "PAS", supplier: "CSC", reference: "NPO/1", goLive: LAST_OF_MARCH },
      { org: "X02", product: "PACS", supplier: "", reference: "NPO/2", goLive: FIRST_OF_APRIL },
      { org: "X02", product: "PACS", supplier: "Local Ltd", reference: "", goLive: FIRST_OF_APRIL },
    ]);
  });

  test("with a code that Excel made a number of is refused, since nobody can tell whose it was", () => {
    const text =
      "org,product,supplier,reference,go_live\n5.00E+01,PAS,CSC,1,2007-04-01\n5E1,PAS,CSC,1,2007-04-01\n";
    expect(refusalOf(text)[1]).toMatch(
      /^Line 2: the org .5\.00E\+01. is a number: Excel has probably changed it\..* save the extract\.$/,
    );
    expect(refusalOf(text)).toHaveLength(2);
  });

  test("that has broken lines is refused with every one of them by number", () => {
    const lines = [
      "org,product,supplier,reference,go_live",
      ",PAS,CSC,1,2007-04-01",
      "X01,,CSC,2,2007-04-01",
      "X01,PAS,,,2007-04-01",
      "X01,PAS,CSC,3,",
      "X01,PAS,CSC,4,31/02/2007",
      "X01,PAS,CSC,npo/5,2007-04-01",
      "x01,PACS,CSC, NPO/5 ,2007-04-02",
      "X02,PACS,CSC,NPO/5,2007-04-02",
      "X02,PACS,CSC,6,2007-04-02,more",
    ];
    expect(refusalOf(lines.join("\n"))).toEqual([
      `${file} can't be used, and nothing was written.`,
      "Line 2: the org is empty. Enter the organisation's code, or remove the line.",
      "Line 3: the product of X01 is empty. Enter it, or remove the line.",
      "Line 4: PAS of X01 has neither a supplier nor a reference, so it can't be found in a plan. Enter one of the two, or remove the line.",
      "Line 5: it does not say when PAS of X01 goes live. Give a day as dd/mm/yyyy or yyyy-mm-dd, or remove the line.",
      "Line 6: PAS of X01 goes live on “31/02/2007”, which is no day. Give a day as dd/mm/yyyy or yyyy-mm-dd.",
      "Line 8: the reference NPO/5 of X01 already stands in line 7. Keep one of the two.",
      "Line 10: there are 6 values under 5 headings. Put quotation marks around a value that has a comma inside it.",
    ]);
  });

  test("without its columns is refused", () => {
    expect(refusalOf("org,product\nX01,PAS\n")[0]).toContain(
      "has no column supplier and no column reference and no column go_live.",
    );
  });
});

// The definitions of a whole year are read first.
jest.setTimeout(60_000);

describe("imt consolidate", () => {
  const consolidate = (...args: readonly string[]) => {
    const usual = [join(away, "nothing"), "--sha", "Q30", "--register", registerIn(away)];
    writeFileSync(join(away, "nothing"), "");
    return imtHere("consolidate", ...usual, "--out", join(away, "s.xlsx"), ...args);
  };

  test("says what came of --commitments and --lsp, state by state", async () => {
    writeFileSync(
      file,
      "org,product,supplier,reference,go_live\nX01,PAS,CSC,1,2007-04-01\nX04,PAS,CSC,2,2007-04-01\nX77,PAS,CSC,3,2007-04-01\n",
    );
    const lsp = join(away, "lsp.csv");
    writeFileSync(lsp, "lsp,product,quarter,contracted\nCSC,PAS,2007/08 Q1,2\nCSC,PACS,2007/08 Q1,0\n");
    const { said } = await consolidate("--commitments", file, "--lsp", lsp);
    expect(said).toContain(
      "Commitments: 3 in plans or the database; ▲ Not returned 1; ● No return expected 1; ✖ Not in the register 1.",
    );
    expect(said).toContain(
      "LSP: 2 products in a quarter; ✔ As contracted 1; ▲ Fewer planned than contracted 1.",
    );
  });

  test("reads nothing else while one of them can't be used", async () => {
    writeFileSync(file, "org,product,supplier,reference,go_live\nX01,PAS,CSC,1,soon\n");
    const { code, said, remarked } = await consolidate("--commitments", file);
    expect([code, said, remarked[1]]).toEqual([
      2,
      [],
      "Line 2: PAS of X01 goes live on “soon”, which is no day. Give a day as dd/mm/yyyy or yyyy-mm-dd.",
    ]);
  });
});
