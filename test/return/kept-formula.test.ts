import type { WorkbookCells } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { findingsOf, type Finding } from "../../src/return";
import { layoutCells } from "../support/layout-cells";
import { returnIn } from "../support/saved";
import { templateOf } from "../template/small-year";

import {
  ROWS,
  findingsIn as commissionerFindings,
  placeOf as placeIn,
  rowOf,
  workbookWith as commissionerWith,
} from "./commissioner";
import { deleteRow, edited, insertColumns, insertRows, put, rename, type Edit } from "./edits";
import { ALONE, foundIn, placeOf, rightWorkbook, workbookWith } from "./provider";

const SPEND = "IM&T spend";
const GROSS = placeOf("spend.gross[plan_revenue]").cell;
const NET = placeOf("spend.net[plan_revenue]").cell;

/** The workbook of a right return with another formula in one cell, whose result is left as it was. */
const withFormula = (sheet: string, cell: string, formula: string) =>
  edited(rightWorkbook, put(sheet, cell, { formula }));
const findingsIn = (workbook: WorkbookCells): readonly Finding[] => findingsOf(foundIn(workbook), ALONE);
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe("the formula of a total", () => {
  test("stands where the tests below take it to stand", () => {
    const cells = rightWorkbook.sheets.find(({ name }) => name === SPEND)!.cells;
    expect([GROSS, cells.get(GROSS)!.formula, NET, cells.get(NET)!.formula]).toEqual([
      "G20",
      "SUM($G$10:$G$19)",
      "G22",
      "SUM($G$20,$G$21)",
    ]);
  });

  test("that means something else, though its result is right today, is a note with both formulas", () => {
    // Line 190 is 0, so leaving it out makes no difference yet.
    const [only, ...more] = findingsIn(withFormula(SPEND, GROSS, "SUM(G10:G18)"));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM01", level: "note", sheet: SPEND, cells: [GROSS] });
    expect(only!.labels).toEqual(["200 Gross IM&T spend, 2007/08 plan revenue"]);
    expect(only!.message).toBe(
      "200 Gross IM&T spend, 2007/08 plan revenue has the formula =SUM(G10:G18) in place of =SUM(G10:G19). The figure that counts is 3,180.",
    );
  });

  test.each([
    ["another column", SPEND, GROSS, "SUM(F10:F19)"],
    ["another function", SPEND, GROSS, "MAX(G10:G19)"],
    ["a figure added", SPEND, GROSS, "SUM(G10:G19)+0"],
    ["a figure inside the sum", SPEND, GROSS, "SUM(G10:G19,0)"],
    ["a line too many", SPEND, GROSS, "SUM(G10:G19,G21)"],
    ["a line left out in the middle", SPEND, GROSS, "SUM(G10:G13,G15:G19)"],
    ["a line counted twice", SPEND, GROSS, "SUM(G10:G19,G19)"],
    ["lines counted twice", SPEND, GROSS, "SUM(G10:G19,G18:G19)"],
    ["a cell that is none of the return's", SPEND, GROSS, "SUM(G10:G19,AC50)"],
    ["several cells that are none of the return's", SPEND, GROSS, "SUM(G10:G19,AC50:AC60)"],
    ["two parts the other way round", "Tariff", "F30", "E30-D30"],
    ["another sheet", "Tariff", "E30", "'IM&T spend'!E13"],
    ["a lost reference", SPEND, GROSS, "SUM(#REF!)"],
    ["a reference that is lost altogether", SPEND, GROSS, "#REF!+#REF!"],
    ["a function that is not known here", SPEND, GROSS, "SUMPRODUCT(G10:G19)"],
    ["a function of a newer Excel", SPEND, GROSS, "_xlfn.SINGLE(SUM(G10:G19))"],
    ["another workbook, as a file keeps it", SPEND, GROSS, "SUM('[1]IM&T spend'!G10:G19)"],
    ["another workbook, with its name", SPEND, GROSS, "'[Last year.xlsx]IM&T spend'!G20"],
    ["a name", SPEND, GROSS, "Gross_revenue"],
    ["nothing that can be read", SPEND, GROSS, "SUM(G10:G19"],
    ["a whole column", SPEND, GROSS, "SUM(G1:G1048576)"],
  ])("with %s is named", (_, sheet, cell, formula) => {
    const findings = findingsIn(withFormula(sheet, cell, formula));
    expect(codes(findings)).toEqual(["TM01"]);
    expect(findings[0]).toMatchObject({ sheet, cells: [cell] });
    expect(findings[0]!.message).toContain(`has the formula =${formula} in place of =`);
  });

  test.each([
    ["its cells one by one", SPEND, GROSS, "SUM(G10,G11,G12,G13,G14,G15,G16,G17,G18,G19)"],
    ["its cells in another order", SPEND, GROSS, "SUM(G15:G19,G10:G14)"],
    ["its range from the other end", SPEND, GROSS, "SUM(G19:G10)"],
    ["$ signs", SPEND, GROSS, "SUM($G$10:$G$19)"],
    ["spaces", SPEND, GROSS, " SUM( G10:G15 , G16:G19 ) "],
    ["small letters", SPEND, GROSS, "sum(g10:g19)"],
    ["one range for two cells", SPEND, NET, "SUM(G20:G21)"],
    ["its own sheet's name", SPEND, GROSS, "SUM('IM&T spend'!G10:G19)"],
    ["the name of its own sheet, unquoted", "Tariff", "F30", "Tariff!D30-Tariff!E30"],
    ["the name of its own sheet, quoted", "Tariff", "F30", "'Tariff'!D30-'Tariff'!E30"],
    ["brackets that change nothing", "Tariff", "F30", "(D30-E30)"],
    ["a plus sign before it, as Lotus users type", SPEND, GROSS, "+SUM(G10:G19)"],
  ])("written with %s is the same", (_, sheet, cell, formula) => {
    expect(findingsIn(withFormula(sheet, cell, formula))).toEqual([]);
  });

  test("that is false today as well is said to be both", () => {
    const edit = put(SPEND, GROSS, { formula: "SUM(G10:G12)", value: 2_226 });
    const ofGross = findingsIn(edited(rightWorkbook, edit)).filter(({ cells }) => cells.includes(GROSS));
    expect(codes(ofGross)).toEqual(["AR07", "TM01"]);
    expect(ofGross[0]!.message).toContain("shows 2,226, and the entries make 3,180.");
  });

  test("is looked at in a workbook that nothing calculated too", () => {
    const workbook = edited(workbookWith({}, "none"), put(SPEND, GROSS, { formula: "SUM(G10:G18)" }));
    expect(codes(findingsIn(workbook))).toEqual(["TM01"]);
  });

  test("whose place a figure took is said to be typed over, not to have another formula", () => {
    expect(codes(findingsIn(workbookWith({ [`spend.gross[plan_revenue]`]: 3_200 })))).toEqual(["AR05"]);
  });
});

describe("the formula of a total follows what was done to the sheets", () => {
  const formulaIn = (workbook: WorkbookCells, sheet: string, cell: string) =>
    workbook.sheets.find(({ name }) => name === sheet)!.cells.get(cell)!.formula;

  test.each<readonly [string, string, string, string, readonly Edit[]]>([
    ["a range grown by a blank row", SPEND, "G21", "SUM($G$10:$G$20)", [insertRows(SPEND, 14)]],
    ["a range moved down", SPEND, "G23", "SUM($G$13:$G$22)", [insertRows(SPEND, 10, 3)]],
    [
      "columns moved along",
      SPEND,
      "I20",
      "SUM($I$10:$I$19)",
      [insertColumns(SPEND, 4), insertColumns(SPEND, 2)],
    ],
  ])("%s is the same", (_, sheet, cell, formula, edits) => {
    const workbook = edited(rightWorkbook, ...edits);
    expect(formulaIn(workbook, sheet, cell)).toBe(formula);
    expect(findingsIn(workbook)).toEqual([]);
  });

  test.each(["Spend", "Our spend", "O'Neill"])("a sheet renamed %s", (name) => {
    const workbook = edited(rightWorkbook, rename(SPEND, name));
    expect(formulaIn(workbook, "Tariff", "D30")).toBe(
      { Spend: "Spend!$I$22-Spend!$F$22", "O'Neill": "'O''Neill'!$I$22-'O''Neill'!$F$22" }[name] ??
        "'Our spend'!$I$22-'Our spend'!$F$22",
    );
    expect(codes(findingsIn(workbook))).toEqual(["TM04"]);
  });

  test("where a line was deleted, its sums are not blamed: the line is named", () => {
    const found = codes(findingsIn(edited(rightWorkbook, deleteRow(SPEND, 15))));
    expect(found).toContain("AR08");
    expect(found).not.toContain("TM01");
  });

  test("a formula that is wrong in a moved sheet is held against where its cells now are", () => {
    const edits = [insertRows(SPEND, 5, 2), put(SPEND, "G22", { formula: "SUM(G12:G20)" })];
    expect(findingsIn(edited(rightWorkbook, ...edits))[0]!.message).toContain(
      "has the formula =SUM(G12:G20) in place of =SUM(G12:G21).",
    );
  });
});

describe("the total of a list's column", () => {
  const [first, last] = [rowOf(1), rowOf(ROWS)];
  const whole = `H${first}:H${last}`;
  const capital = (formula: string) =>
    commissionerFindings(
      edited(
        commissionerWith(),
        put("Community", placeIn("health_community.capital[planned]").cell, { formula }),
      ),
    );

  test("over all of its rows is the same, however many were put in", () => {
    expect(placeIn("community.r01[plan_capital]").cell).toBe(`H${first}`);
    expect(capital(`SUM(${whole})`)).toEqual([]);
    expect(commissionerFindings(edited(commissionerWith(), insertRows("Community", first + 5, 4)))).toEqual(
      [],
    );
  });

  test.each([
    ["its filled rows alone", `SUM(H${first}:H${first + 2})`],
    ["all but its last row", `SUM(H${first}:H${last - 1})`],
    ["all but a row in the middle", `SUM(H${first}:H${last - 5},H${last - 3}:H${last})`],
    ["its first row alone", `SUM(H${first})`],
    ["another column", `SUM(G${first}:G${last})`],
  ])("over %s is named", (_, formula) => {
    const findings = capital(formula);
    expect(codes(findings)).toEqual(["TM01"]);
    expect(findings[0]!.message).toContain(`=${formula} in place of =SUM(${whole}).`);
  });
});

describe("truth values", () => {
  const TRUE_IN_A_TOTAL = {
    file: "spend.yaml",
    old: '"=ROUND(spend.rate[@]*spend.gross[@],0)"',
    by: '"=IF(TRUE,ROUND(spend.rate[@]*spend.gross[@],0),0)"',
  } as const;
  const small = templateOf(TRUE_IN_A_TOTAL);
  const year = {
    id: small.year,
    label: small.yearLabel,
    usual: false,
    earlier: () => null,
    templates: new Map([[small.role, small]]),
    obligations: new Map(),
    summary: null,
    letters: null,
  };
  const entries = new Map([["spend.staff[revenue]", 100]]);
  const workbook = layoutCells(layoutTemplate(small, { entries, prefilled: new Set(), organisation: null }));
  const [sheet] = workbook.sheets.filter(({ name }) => name === "Spend");
  const [cell, { formula }] = [...sheet!.cells].find(([, one]) =>
    one.formula?.startsWith("IF(TRUE,ROUND"),
  )! as [string, { formula: string }];
  const changedIn = (by: string) =>
    findingsOf(returnIn(edited(workbook, put("Spend", cell, { formula: by })), year), ALONE).filter(
      ({ message }) => message.includes("formula_changed"),
    );

  test.each(["TRUE()", "true", "True( )"])("TRUE written as %s is the same", (written) => {
    expect(changedIn(formula.replace("TRUE", written))).toEqual([]);
  });

  test("FALSE in its place is not", () => {
    expect(changedIn(formula.replace("TRUE", "FALSE()"))).toHaveLength(1);
  });
});
