import { findingsOf, valueOf } from "../../src/return";
import { edited, put } from "./edits";
import { ALONE, findingsWith, foundIn, placeOf, rightWorkbook, template, workbookWith } from "./provider";

describe("totals", () => {
  const GROSS = "spend.gross[plan_revenue]";
  const said = (findings: ReturnType<typeof findingsOf>) =>
    findings.map(({ code, sheet, cells }) => ({ code, sheet, cell: cells.join() }));

  test("one that was typed over is named at its cell alone, with the figure that counts", () => {
    const findings = findingsWith({ [GROSS]: 3_300 });
    expect(said(findings)).toEqual([{ code: "AR05", ...placeOf(GROSS) }]);
    expect(findings[0]!.message).toBe(
      "200 Gross IM&T spend, 2007/08 plan revenue was typed over: it holds 3,300, and the entries make 3,180. The figure that counts is 3,180.",
    );
  });

  test("one that was typed over with the right figure is not named", () => {
    expect(findingsWith({ [GROSS]: 3_180 })).toEqual([]);
  });

  test("one that was cleared is named", () => {
    const cleared = edited(
      rightWorkbook,
      put("IM&T spend", placeOf(GROSS).cell, { value: null, formula: null }),
    );
    expect(findingsOf(foundIn(cleared), ALONE).map(({ code, message }) => [code, message])).toContainEqual([
      "AR05",
      expect.stringContaining("holds nothing, and the entries make 3,180"),
    ]);
  });

  test("whatever stands in a total's cell, what counts is what its entries make", () => {
    const found = foundIn(workbookWith({ [GROSS]: 3_300 }));
    expect(valueOf(found, template.fields.get(GROSS)!)).toBe(3_180);
    expect(valueOf(found, template.fields.get("spend.net[plan_total]")!)).toBe(3_880);
  });

  test("one whose formula shows a false result is named so", () => {
    // The last of the totals: nothing adds it up, so nothing else can look wrong.
    const key = "test.plan_all[difference]";
    const { sheet, cell } = placeOf(key);
    const stale = edited(rightWorkbook, put(sheet, cell, { value: 999 }));
    const [only, ...more] = findingsOf(foundIn(stale), ALONE);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "AR07", level: "fix", sheet, cells: [cell] });
    expect(only!.message).toContain("shows 999, and the entries make 138.");
  });

  test("a total's stale result does not make the right totals above it look false", () => {
    const { sheet, cell } = placeOf(GROSS);
    const stale = edited(rightWorkbook, put(sheet, cell, { value: 999 }));
    const findings = findingsOf(foundIn(stale), ALONE);
    expect(said(findings)).toContainEqual({ code: "AR07", ...placeOf(GROSS) });
    // A finding that quotes the same figure as found and as right says nothing that anyone could put right.
    for (const { message } of findings) {
      const [, shows, right] = /(?:shows|holds) (.+?), and the entries make (.+?)\./.exec(message)!;
      expect(shows).not.toBe(right);
    }
  });

  test("a workbook that nothing ever calculated gives no alarm, and its totals count", () => {
    const found = foundIn(workbookWith({}, "none"));
    expect(findingsOf(found, ALONE)).toEqual([]);
    expect(valueOf(found, template.fields.get("spend.net[plan_total]")!)).toBe(3_880);
  });

  test("in such a workbook a total that was typed over is still found, and the rules work", () => {
    const found = foundIn(workbookWith({ [GROSS]: 3_300, "purposes.business[plan_revenue]": 1 }, "none"));
    expect(findingsOf(found, ALONE).map(({ code }) => code)).toEqual(
      expect.arrayContaining(["AR05", "AR03"]),
    );
  });
});
