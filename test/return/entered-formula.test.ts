import type { RawValue } from "../../src/cells";
import { findingsOf, foundValue, valueOf, type Return } from "../../src/return";

import { edited, put, type Edit } from "./edits";
import { ALONE, foundIn, placeOf, rightWorkbook } from "./provider";

const STAFF = "spend.staff[plan_revenue]";
const label = "100 IM&T staff, 2007/08 plan revenue";
const counted = (found: Return, key: string) => valueOf(found, found.template.fields.get(key)!);

describe("a formula that was typed into an entry", () => {
  const { sheet, cell } = placeOf(STAFF);
  const typed = (formula: string, value: RawValue): Edit => put(sheet, cell, { formula, value });
  const after = (...edits: readonly Edit[]) => foundIn(edited(rightWorkbook, ...edits));

  test("counts with its result, which is noted with the formula", () => {
    const found = after(typed("1500+249", 1_749));
    expect([foundValue(found, STAFF), counted(found, "spend.gross[plan_revenue]")]).toEqual([1_749, 3_180]);
    const [only, ...more] = findingsOf(found, ALONE);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM02", level: "note", sheet, cells: [cell], labels: [label] });
    expect(only!.message).toBe(
      `${label} holds the formula =1500+249. Its result, 1,749, is the figure that counts.`,
    );
  });

  test.each([
    ["of figures", "1500+249", 1_749],
    ["of cells of the sheet", "SUM(D10:D12)", 1_628 + 148 + 148],
    ["of a cell of another sheet", "Tariff!$D$10/100", 1_650],
    ["of a formula that was not worked out either", "AC1*2", 42],
    ["of a blank cell", "AC9", 0],
    ["that begins with a plus sign", "+D10+100", 1_728],
  ])("%s, without its result, is worked out", (_, formula, result) => {
    const found = after(typed(formula, null), put(sheet, "AC1", { formula: "20+1", value: null }));
    expect(foundValue(found, STAFF)).toBe(result);
    expect(counted(found, "spend.gross[plan_revenue]")).toBe(1_431 + result);
    expect(findingsOf(found, ALONE)).toContainEqual(
      expect.objectContaining({ code: "TM02", message: expect.stringContaining(`=${formula}.`) as unknown }),
    );
  });

  test.each([
    ["that needs itself", `${cell}+1`],
    ["that goes in a circle over another cell", "AC1+1"],
    ["of a function that is not known here", "VLOOKUP(1,A1:B9,2)"],
    ["of another workbook", "[1]Plan!A1"],
    ["of a sheet that is not there", "Gone!A1"],
    ["that makes an error", "1/0"],
    ["over more cells than any entry needs", "SUM(Cover!F100:ZZ1100)"],
  ])("%s, without its result, is to put right, and is not said to be blank", (_, formula) => {
    const found = after(typed(formula, null), put(sheet, "AC1", { formula: cell, value: null }));
    expect(foundValue(found, STAFF)).toBeNull();
    const ofCell = findingsOf(found, ALONE).filter(({ labels }) => labels.includes(label));
    expect(ofCell).toMatchObject([{ code: "TM03", level: "fix", sheet, cells: [cell], labels: [label] }]);
    expect(ofCell[0]!.message).toContain(`holds the formula =${formula}, and the workbook was saved without`);
  });

  test("whose result is an error is named as one", () => {
    const codes = findingsOf(after(typed("1/0", { error: "#DIV/0!" })), ALONE).map(({ code }) => code);
    expect(codes).toContain("SG03");
  });

  test("whose result is an untidy text counts as the figure, and both are said", () => {
    const found = after(typed('"1,749"', "1,749"));
    expect(counted(found, STAFF)).toBe(1_749);
    const ofCell = findingsOf(found, ALONE).filter(({ labels }) => labels.includes(label));
    expect(ofCell.map(({ code }) => code)).toEqual(["TD01", "TM02"]);
  });
});
