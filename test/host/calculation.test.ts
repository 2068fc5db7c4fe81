import { simulatedExcel, type SimulatedExcel } from ".";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend", "Sums"] });
});

describe("formulas", () => {
  test("follow what they look at, through other formulas and other sheets", async () => {
    await excel.user.pastes("Sums!A1", [["=Spend!A1+Spend!B1"], ["=A1*2"], ['=IF(A2>10,"much","little")']]);
    expect(excel.values("Sums!A1:A3").flat()).toEqual([0, 0, "little"]);
    await excel.user.pastes("Spend!A1", [[4, 5]]);
    expect(excel.values("Sums!A1:A3").flat()).toEqual([9, 18, "much"]);
    await excel.user.clears("Spend!B1");
    expect(excel.values("Sums!A1:A3").flat()).toEqual([4, 8, "little"]);
  });

  test("over a large area follow each of its cells, and nothing else is worked out anew", async () => {
    await excel.user.types("Sums!A1", "=SUM(Spend!A1:J500)");
    await excel.user.types("Sums!A2", "=COUNTA(Spend!K:K)");
    await excel.user.types("Spend!J500", 3);
    await excel.user.types("Spend!K77", "x");
    expect(excel.values("Sums!A1:A2").flat()).toEqual([3, 1]);
    const { formula } = excel.sheet("Sums").cell(1, 1)!;
    expect(formula?.state).toBe("right");
    await excel.user.types("Spend!K78", "y");
    expect(formula?.state).toBe("right");
    await excel.user.types("Spend!A1", 1);
    expect(formula?.state).toBe("old");
    expect(excel.values("Sums!A1:A2").flat()).toEqual([4, 2]);
  });

  test("that are replaced look at their old cells no longer", async () => {
    await excel.user.types("Sums!A1", "=Spend!A1");
    await excel.user.types("Sums!A1", "=Spend!A2");
    await excel.user.pastes("Spend!A1", [[1], [2]]);
    expect(excel.cell("Sums!A1").value).toBe(2);
  });

  test("that need themselves show 0", async () => {
    await excel.user.pastes("Spend!A1", [["=B1+1", "=A1+1"]]);
    expect(excel.values("Spend!A1:B1").flat()).toEqual([2, 1]);
  });

  test("give the errors that Excel gives", async () => {
    await excel.user.pastes("Spend!A1", [["=1/0", "=A1+1", "=unknown_name", '="a"*1', "=INDEX(A1:A2,9)"]]);
    expect(excel.values("Spend!A1:E1").flat()).toEqual(
      ["#DIV/0!", "#DIV/0!", "#NAME?", "#VALUE!", "#REF!"].map((error) => ({ error })),
    );
  });

  test("with blanks, a plus sign or small letters are read as Excel reads them", async () => {
    await excel.user.pastes("Spend!A1", [[3, "=+a1 * 2", '= IF( A1 > 2 , "a  b" , "" )']]);
    expect(excel.values("Spend!B1:C1").flat()).toEqual([6, "a  b"]);
  });
});
