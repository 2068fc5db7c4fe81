import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import { formatAddress, parseAddress, type Address } from "../../../src/cells";
import { cutFormula, moveFormula } from "../../../src/xlsx/read/shared-formula";

function at(text: string): Address {
  const address = parseAddress(text);
  if (!address) throw new Error(text);
  return address;
}

function moved(formula: string, from: string, to: string): string {
  return moveFormula(cutFormula(formula, at(from)), at(to));
}

describe("a shared formula in another cell", () => {
  it("moves what is relative and leaves what is fixed", () => {
    expect(moved("A1+$A1+A$1+$A$1", "C3", "D5")).toBe("B3+$A3+B$1+$A$1");
    expect(moved("SUM(B2:C$9)", "A1", "A2")).toBe("SUM(B3:C$9)");
    expect(moved("SUM(A:B)+SUM($A:C)+SUM(1:$2)", "E5", "F7")).toBe("SUM(B:C)+SUM($A:D)+SUM(3:$2)");
    expect(moved("a1", "A1", "B2")).toBe("B2");
  });

  it("moves references to other sheets and not the sheets' names", () => {
    expect(moved("Q1!A1+'Q1 A1'!A1+'It''s A1'!B2+Jan:Mar!A1+[1]Q1!A1+T!A1:'T'!B2", "A1", "A2")).toBe(
      "Q1!A2+'Q1 A1'!A2+'It''s A1'!B3+Jan:Mar!A2+[1]Q1!A2+T!A2:'T'!B3",
    );
  });

  it("leaves texts, functions, tables, names and numbers alone", () => {
    const formula = `LOG10(1)&"A1 ""B2"""&Tax_A1&T1[[#All],[A1]:[B2 '[x']]]&1E5&ATAN2(2,3)&A1B2&TRUE&#REF!&AAAA1&.5&XFE1`;
    expect(moved(formula, "A1", "C9")).toBe(formula);
  });

  it("comes back at the other side of the sheet as in Excel", () => {
    expect(moved("A1", "B2", "A1")).toBe("XFD1048576");
    expect(moved("XFD1048576", "A1", "B2")).toBe("A1");
  });

  it("is what another library makes of it", () => {
    const formulas = [
      "SUM(B4:B9)-SUM(Sheet2!$B4:C$900)",
      `IF(AND(D14<>"",ISNUMBER(D14)),ROUND(D14*$B$2,0),"")`,
      "VLOOKUP($A5,'Lists & codes'!$A$1:$C$200,3,FALSE)",
      "INDEX(B:B,MATCH(A3,$C:$C,0))",
      "_xlfn.IFERROR(D5/E5,0)%",
      "-A1^2+(B2,C3)",
      "{1,2;3,4}*A1",
      "OFFSET(A1,1,2):B9",
      "SUMIFS([2]Data!$C:$C,[2]Data!$A:$A,$A3)",
      "Table1[[#This Row],[Spend]]*B7",
    ];
    for (const formula of formulas) {
      for (const to of [at("F20"), at("H21"), at("K400")]) {
        const home = at("F20");
        const theirs = translateFormulaToA1(
          translateFormulaToR1C1(formula, formatAddress(home)),
          formatAddress(to),
        );
        expect(moveFormula(cutFormula(formula, home), to)).toBe(theirs);
      }
    }
  });

  it("takes time in proportion to its length, however it is written", () => {
    for (const unit of ["'", '"', "[", "[[", "'[", "1.", "A1:", "$", "a!", "("]) {
      const text = unit.repeat(200_000 / unit.length);
      const started = Date.now();
      cutFormula(text, at("A1"));
      expect(Date.now() - started).toBeLessThan(2_000);
    }
  });
});
