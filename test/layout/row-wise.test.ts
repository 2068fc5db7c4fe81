import { anchored, rowless } from "../../src/layout/row-wise";

describe("a formula of a row", () => {
  test.each([
    ["SUM(G10:G19)", 20, "SUM($G$10:$G$19)"],
    ["SUM(G20,H20)", 20, "SUM(G20,H20)"],
    ["COUNTA(C12:AH12)=0", 12, "COUNTA(C12:AH12)=0"],
    ["SUM(C11:C12)", 12, "SUM($C$11:$C$12)"],
    ["'IM&T spend'!G12+G12", 12, "'IM&T spend'!$G$12+G12"],
    ["'It''s G12'!A1", 3, "'It''s G12'!$A$1"],
    ['"see G10, or B2"&G9', 9, '"see G10, or B2"&G9'],
    ['IF(B4="a ""G10"" b",B3,B4)', 4, 'IF(B4="a ""G10"" b",$B$3,B4)'],
    ["LOG10(A1)", 1, "LOG10(A1)"],
    ["$G$12+G12", 12, "G12+G12"],
  ])("%s in row %d is fixed to other rows: %s", (formula, row, expected) => {
    expect(anchored(formula, row)).toBe(expected);
  });

  test("is the same text in each row where it says the same of its own", () => {
    const of = (row: number) => rowless(anchored(`IF(AJ${row}=2,SUM(C10:C69)-C${row},"row 7")`, row), row);
    expect(of(11)).toBe(of(42));
    expect(rowless("C11+D12", 11)).not.toBe(rowless("C12+D12", 12));
    // A fixed reference to what happens to be the row itself is another one from elsewhere.
    expect(rowless("$C$11+C11", 11)).not.toBe(rowless("$C$11+C12", 12));
  });
});
