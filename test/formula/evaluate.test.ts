import type { RawValue } from "../../src/cells";
import { evaluate, type Scalar } from "../../src/formula";
import { worked, type TestCells } from "./formulas";

const DIVISION = { error: "#DIV/0!" };
const VALUE = { error: "#VALUE!" };
const MISSING = { error: "#N/A" };

/** A1 to A4 hold numbers, B a text, a truth value and an error; C1 is blank. */
const CELLS: TestCells = { A1: 10, A2: -2.5, A3: 0, A4: 0.1, B1: "Draft", B2: true, B3: MISSING, B4: "" };

type Row = readonly [string, Scalar];
const each = (rows: readonly Row[]) => test.each(rows);

describe("arithmetic", () => {
  each([
    ["=A1+A2", 7.5],
    ["=A1-A2", 12.5],
    ["=A1*A2", -25],
    ["=A1/A2", -4],
    ["=-A2", 2.5],
    ["=-A3", 0],
    ["=A1%", 0.1],
    ["=A1*50%", 5],
    ["=2+3*4", 14],
    ["=C1+5", 5],
    ["=-C1", 0],
    ["=TRUE+1", 2],
    ["=B2*3", 3],
  ])("%s gives %j", (formula, result) => expect(worked(formula, CELLS)).toBe(result));

  each([
    ["=1/0", DIVISION],
    ["=A1/A3", DIVISION],
    ["=A1/C1", DIVISION],
    ["=0/0", DIVISION],
    ["=B1+1", VALUE],
    ["=-B1", VALUE],
    ["=B4*1", VALUE],
    ["=B3+1", MISSING],
    ["=1+B3%", MISSING],
    ["=B3+1/0", MISSING],
    ["=1/0+B3", DIVISION],
    ["=1E300*1E300", { error: "#NUM!" }],
    ["=1E300/1E-300", { error: "#NUM!" }],
    ["=-1E308-1E308", { error: "#NUM!" }],
    ["=SUM(1E308,1E308)", { error: "#NUM!" }],
  ])("%s is the error %j", (formula, error) => expect(worked(formula, CELLS)).toEqual(error));

  each([
    ["=0.1+0.2-0.3", 0],
    ["=0/-5", 0],
    ["=0*-5", 0],
    ["=0.5-0.4-0.1", 0],
    ["=1.333+1.225-1.333-1.225", 0],
    ["=100-99.99-0.01", 100 - 99.99 - 0.01],
    ["=1000000.1-1000000", 1000000.1 - 1000000],
  ])("%s: what vanishes in fifteen digits is nothing", (formula, result) =>
    expect(worked(formula)).toBe(result),
  );
});

describe("joining texts", () => {
  each([
    ['="a"&"b"', "ab"],
    ["=A1&A2", "10-2.5"],
    ["=C1&B1", "Draft"],
    ["=B2&FALSE", "TRUEFALSE"],
    ['=1/3&""', "0.333333333333333"],
    ['=0.1+0.2&""', "0.3"],
    ["=B4&C1", ""],
    ["=B3&B1", MISSING],
  ])("%s gives %j", (formula, result) => expect(worked(formula, CELLS)).toEqual(result));
});

describe("comparison", () => {
  each([
    ["=A1=10", true],
    ["=A1<>10", false],
    ["=A2<A3", true],
    ["=A1<=10", true],
    ["=A1>10", false],
    ["=A1>=10", true],
    ["=0.1+0.2=0.3", true],
    ["=0.1+0.2>0.3", false],
    ["=1.00000000000001=1", false],
    ["=1.000000000000001=1", true],
    ['=B1="draft"', true],
    ['=B1="DRAFT"', true],
    ['=B1<>"final"', true],
    ['="a"<"B"', true],
    ['="b"<"B"', false],
    ['="10"=10', false],
    ["=B1>1000", true],
    ["=TRUE>B1", true],
    ["=TRUE=1", false],
    ["=B2", true],
    ["=TRUE>FALSE", true],
    ["=C1=0", true],
    ['=C1=""', true],
    ["=C1=FALSE", true],
    ["=C1=C2", true],
    ["=C1<1", true],
    ["=C1>A2", true],
    ['=C1<"a"', true],
    ["=A3=FALSE", false],
  ])("%s is %j", (formula, result) => expect(worked(formula, CELLS)).toBe(result));

  each([
    ["=B3=1", MISSING],
    ["=1=B3", MISSING],
    ["=1/0=B3", DIVISION],
  ])("%s is the error %j", (formula, error) => expect(worked(formula, CELLS)).toEqual(error));
});

describe("IF and IFERROR", () => {
  each([
    ['=IF(A1>0,"yes","no")', "yes"],
    ['=IF(A1<0,"yes","no")', "no"],
    ["=IF(A1<0,1)", false],
    ["=IF(A1,1,2)", 1],
    ["=IF(A3,1,2)", 2],
    ["=IF(C1,1,2)", 2],
    ["=IF(B2,1,2)", 1],
    ["=IF(A1>0,1,1/0)", 1],
    ["=IF(A1<0,B3,2)", 2],
    ["=SUM(IF(TRUE,A1:A4),1)", 8.6],
    ["=IFERROR(1/0,7)", 7],
    ["=IFERROR(A1,7)", 10],
    ["=IFERROR(B3,C1)", null],
    ["=IFERROR(A1,1/0)", 10],
    ["=IFERROR(1/0,B3)", MISSING],
    ["=IF(B3,1,2)", MISSING],
    ["=IF(B1,1,2)", VALUE],
    ["=IF(1/0,1,2)", DIVISION],
  ])("%s gives %j", (formula, result) => expect(worked(formula, CELLS)).toEqual(result));
});

describe("a lone reference", () => {
  test.each<readonly [string, RawValue]>([
    ["A1", 10],
    ["B1", "Draft"],
    ["B3", MISSING],
    ["C1", null],
  ])("to %s gives what the cell holds", (address, value) =>
    expect(worked(`=${address}`, CELLS)).toEqual(value),
  );

  it("to several cells is an error", () => {
    expect(worked("=A1:A2", CELLS)).toEqual(VALUE);
    expect(worked("=A1:B1", CELLS)).toEqual(VALUE);
    expect(worked("=A1:A2+1", CELLS)).toEqual(VALUE);
  });
});

test.each(["EVERY", "ANY"])("%s is written out before it is worked out; alone it is an error", (name) => {
  expect(worked(`=${name}(A1,TRUE)`, CELLS)).toEqual(VALUE);
});

test("a function that the language has not is a fault of the program", () => {
  const call = { kind: "call", name: "NOW", args: [] } as const;
  expect(() => evaluate(call, () => ({ rows: [] }))).toThrow("NOW is no function of the language");
});
