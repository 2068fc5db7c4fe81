import type { Scalar } from "../../src/formula";
import { worked, type TestCells } from "./formulas";

const DIVISION = { error: "#DIV/0!" };
const VALUE = { error: "#VALUE!" };
const REFERENCE = { error: "#REF!" };
const MISSING = { error: "#N/A" };

/** Column A holds figures and one blank, B words and truth values, C an error; D is blank. */
const CELLS: TestCells = {
  A1: 10,
  A2: -2.5,
  A4: 4,
  B1: "Draft",
  B2: true,
  B3: false,
  B4: "7",
  C1: MISSING,
};

function expectEach(title: string, rows: readonly (readonly [string, Scalar])[]): void {
  describe(title, () => {
    test.each(rows)("%s gives %j", (formula, result) => expect(worked(formula, CELLS)).toEqual(result));
  });
}

expectEach("SUM, MIN and MAX pass over what is no number in cells", [
  ["=SUM(A1:A4)", 11.5],
  ["=SUM(A1:B4)", 11.5],
  ["=SUM(A1,B1,B4,D1,1)", 11],
  ["=SUM(B1:B4)", 0],
  ["=SUM(D1:D3)", 0],
  ["=SUM(A1:C1)", MISSING],
  ["=SUM(1,1/0)", DIVISION],
  ['=SUM(1,"x")', VALUE],
  ["=MIN(A1:B4)", -2.5],
  ["=MAX(A1:B4)", 10],
  ["=MIN(A1:A4,-3)", -3],
  ["=MAX(A2,D1)", -2.5],
  ["=MIN(D1:D3)", 0],
  ["=MAX(B1:B4)", 0],
  ["=MAX(C1,1)", MISSING],
]);

expectEach("COUNT counts numbers, COUNTA whatever is there", [
  ["=COUNT(A1:A4)", 3],
  ["=COUNT(A1:C4)", 3],
  ["=COUNT(B1:B4)", 0],
  ["=COUNT(A1,1,C1)", 2],
  ["=COUNT(TRUE,A1>0)", 2],
  ["=COUNT(1/0,1)", 1],
  ["=COUNTA(A1:A4)", 3],
  ["=COUNTA(A1:C4)", 8],
  ["=COUNTA(D1:D4)", 0],
  ['=COUNTA(D1,"",0)', 2],
]);

expectEach("COUNTIF counts what equals its second part", [
  ["=COUNTIF(A1:A4,10)", 1],
  ["=COUNTIF(A1:B4,-2.5)", 1],
  ["=COUNTIF(A1:B4,0)", 0],
  ['=COUNTIF(B1:B4,"DRAFT")', 1],
  ["=COUNTIF(B1:B4,TRUE)", 1],
  ["=COUNTIF(A1:C4,99)", 0],
]);

expectEach("COUNTIF and MATCH take ? for any sign and * for any signs, in texts alone", [
  ['=COUNTIF(B1:B4,"?raf?")', 1],
  ['=COUNTIF(B1:B4,"D*")', 1],
  ['=COUNTIF(B1:B4,"?*D*")', 0],
  ['=COUNTIF(B1:B4,"D.*")', 0],
  ['=COUNTIF(A1:A4,"*")', 0],
  ['=MATCH("?r*",B1:B4,0)', 1],
  ['=MATCH("DRAFT",B1:B4,0)', 1],
  ['=MATCH("?x*",B1:B4,0)', MISSING],
]);

expectEach("COLUMNS counts the columns of an area", [
  ["=COLUMNS(A1:C4)", 3],
  ["=COLUMNS($A1:A1)", 1],
]);

expectEach(
  "COUNTSAME counts what is the same: no text that reads like a number, and none that COUNTIF would take for any",
  [
    ["=COUNTSAME(A1:A4,10)", 1],
    ['=COUNTSAME(A1:A4,"10")', 0],
    ['=COUNTSAME(A1:A4,"1E1")', 0],
    ['=COUNTSAME(B1:B4,"DRAFT")', 1],
    ['=COUNTSAME(B1:B4,"?????")', 0],
    ['=COUNTSAME(B1:B4,"*")', 0],
  ],
);

expectEach("AND, OR and NOT", [
  ["=AND(TRUE,A1>0)", true],
  ["=AND(TRUE,A1<0)", false],
  ["=OR(FALSE,A1<0)", false],
  ["=OR(FALSE,A1>0)", true],
  ["=AND(A1,A2)", true],
  ["=AND(A1,0)", false],
  ["=AND(B2,D1)", true],
  ["=AND(B1,B2)", true],
  ["=OR(B3,D1)", false],
  ["=AND(D1)", VALUE],
  ["=OR(D1:D3)", VALUE],
  ['=AND(TRUE,"x")', VALUE],
  ["=AND(FALSE,1/0)", DIVISION],
  ["=OR(TRUE,C1)", MISSING],
  ["=NOT(TRUE)", false],
  ["=NOT(0)", true],
  ["=NOT(A1)", false],
  ["=NOT(D1)", true],
  ["=NOT(B1)", VALUE],
  ["=NOT(C1)", MISSING],
]);

expectEach("what a cell holds", [
  ["=ISBLANK(D1)", true],
  ["=ISBLANK(A1)", false],
  ['=ISBLANK("")', false],
  ["=ISBLANK(C1)", false],
  ["=ISNUMBER(A1)", true],
  ["=ISNUMBER(B4)", false],
  ["=ISNUMBER(B2)", false],
  ["=ISNUMBER(D1)", false],
  ["=ISTEXT(B1)", true],
  ["=ISTEXT(A1)", false],
  ["=ISTEXT(D1)", false],
  ["=ISERROR(C1)", true],
  ["=ISERROR(1/0)", true],
  ["=ISERROR(B1)", false],
  ["=ISERROR(D1)", false],
]);

expectEach("ROUND goes away from zero at the half that a person sees", [
  ["=ROUND(2.5,0)", 3],
  ["=ROUND(-2.5,0)", -3],
  ["=ROUND(0.5,0)", 1],
  ["=ROUND(-0.5,0)", -1],
  ["=ROUND(1.4999,0)", 1],
  ["=ROUND(2.675,2)", 2.68],
  ["=ROUND(1.005,2)", 1.01],
  ["=ROUND(-1.005,2)", -1.01],
  ["=ROUND(1.15,1)", 1.2],
  ["=ROUND(0.1*3,1)", 0.3],
  ["=ROUND(1250,-2)", 1300],
  ["=ROUND(-1250,-2)", -1300],
  ["=ROUND(49,-2)", 0],
  ["=ROUND(-0.4,0)", 0],
  ["=ROUND(1234.5,1.9)", 1234.5],
  ["=ROUND(21.5,-1)", 20],
  ["=ROUND(1E308,5)", 1e308],
  ["=ROUND(D1,0)", 0],
  ["=ROUND(TRUE,0)", 1],
  ["=ROUND(B1,0)", VALUE],
  ["=ROUND(C1,0)", MISSING],
  ["=ROUND(1,C1)", MISSING],
]);

expectEach("ABS and INT", [
  ["=ABS(-2.5)", 2.5],
  ["=ABS(A1)", 10],
  ["=ABS(D1)", 0],
  ["=ABS(B1)", VALUE],
  ["=INT(2.9)", 2],
  ["=INT(-2.1)", -3],
  ["=INT(-3)", -3],
  ["=INT(D1)", 0],
  ["=INT(C1)", MISSING],
]);

expectEach("LEN", [
  ["=LEN(B1)", 5],
  ['=LEN("")', 0],
  ["=LEN(D1)", 0],
  ["=LEN(-2.5)", 4],
  ["=LEN(TRUE)", 4],
  ["=LEN(C1)", MISSING],
]);

expectEach("LEFT and MID", [
  ["=LEFT(B1,3)", "Dra"],
  ["=LEFT(B1,0)", ""],
  ["=LEFT(B1,99)", "Draft"],
  ["=LEFT(A1,1)", "1"],
  ["=LEFT(D1,1)", ""],
  ["=LEFT(B1,-1)", VALUE],
  ["=MID(B1,2,2)", "ra"],
  ["=MID(B1,2.9,1)", "r"],
  ["=MID(B1,6,1)", ""],
  ["=MID(B1,0,1)", VALUE],
  ["=MID(C1,1,1)", MISSING],
  ["=MID(B1,C1,1)", MISSING],
]);

expectEach("FIND", [
  ['=FIND("a",B1)', 3],
  ['=FIND("D",B1)', 1],
  ['=FIND("d",B1)', VALUE],
  ['=FIND("",B1)', 1],
  ['=FIND("a",C1)', MISSING],
]);

expectEach("SUBSTITUTE", [
  ['=SUBSTITUTE("00A0B","0","")', "AB"],
  ['=SUBSTITUTE(B1,"D","d")', "draft"],
  ['=SUBSTITUTE(B1,"","x")', "Draft"],
  ['=SUBSTITUTE(B1,"a","$&")', "Dr$&ft"],
  ['=SUBSTITUTE(D1,"a","b")', ""],
  ["=SUBSTITUTE(C1,1,2)", MISSING],
  // Cell by cell within SUMPRODUCT: 5 letters in Draft and none but "a" taken away.
  ['=SUMPRODUCT(LEN(B1:B1)-LEN(SUBSTITUTE(B1:B1,"a","")))', 1],
]);

expectEach("INDEX and CHOOSE", [
  ["=INDEX(A1:A4,2)", -2.5],
  ["=INDEX(A1:A4,2.9)", -2.5],
  ["=INDEX(A1:C1,2)", "Draft"],
  ["=INDEX(A1:B4,4,2)", "7"],
  ["=INDEX(A1:A4,5)", REFERENCE],
  ["=INDEX(A1:B4,1,3)", REFERENCE],
  ["=INDEX(A1:A4,B1)", VALUE],
  ["=INDEX(A1:A4,C1)", MISSING],
  ["=INDEX(A1:A4,3)", null],
  ['=CHOOSE(2,"a","b","c")', "b"],
  ['=CHOOSE(2.9,"a","b","c")', "b"],
  ['=CHOOSE(1,"a",1/0)', "a"],
  ['=CHOOSE(0,"a")', VALUE],
  ['=CHOOSE(2,"a")', VALUE],
  ['=CHOOSE(C1,"a")', MISSING],
  ["=CHOOSE(2,A1,B1)", "Draft"],
]);

expectEach("TEXT", [
  ['=TEXT(1234.5,"0")', "1235"],
  ['=TEXT(1234.5,"#,##0")', "1,235"],
  ['=TEXT(-1234.5,"#,##0")', "-1,235"],
  ['=TEXT(1234567.25,"#,##0.0")', "1,234,567.3"],
  ['=TEXT(999,"#,##0")', "999"],
  ['=TEXT(0,"#,##0")', "0"],
  ['=TEXT(2.675,"0.00")', "2.68"],
  ['=TEXT(5,"0.0")', "5.0"],
  ['=TEXT(0.019,"0%")', "2%"],
  ['=TEXT(0.285,"0%")', "29%"],
  ['=TEXT(0.0194,"0.0%")', "1.9%"],
  ['=TEXT(-0.12345,"0.00%")', "-12.35%"],
  ['=TEXT(-0.4,"0")', "0"],
  ['=TEXT(39172,"dd mmm yyyy")', "31 Mar 2007"],
  ['=TEXT(39142.75,"dd mmm yyyy")', "01 Mar 2007"],
  ['=TEXT(D1,"0.0")', "0.0"],
  ['=TEXT(B1,"0")', "Draft"],
  ['=TEXT(C1,"0")', MISSING],
  ['=TEXT(1,"0.000")', VALUE],
  ["=TEXT(1,0)", VALUE],
]);

expectEach("HYPERLINK shows its words", [['=HYPERLINK("#A1","To the cover")', "To the cover"]]);
