import type { RawValue } from "../../src/cells";
import { plainValue, valuesOf } from "../../src/return";
import { foundIn, template, workbookWith } from "./provider";

const DATE = "filing.fd_date";

function plainOf(key: string, value: RawValue): number | string | null {
  const found = foundIn(workbookWith({ [key]: value }));
  return plainValue(valuesOf(found).find((one) => one.key === key)!);
}

describe("values for lists and files", () => {
  test("a date is ISO text, its time of day left out", () => {
    // 1 January 2000 is 36,526; 31 March 2007 lies 2,646 days later.
    const days = (Date.UTC(2007, 2, 31) - Date.UTC(2000, 0, 1)) / 86_400_000;
    expect(plainOf(DATE, 36_526 + days)).toBe("2007-03-31");
    expect(plainOf(DATE, 36_526 + days + 0.75)).toBe("2007-03-31");
  });

  test("a date of a workbook that counts from 1904 is the same day", () => {
    const days = (Date.UTC(2007, 2, 31) - Date.UTC(1904, 0, 1)) / 86_400_000;
    const workbook = { ...workbookWith({ [DATE]: days }), date1904: true };
    const found = foundIn(workbook);
    expect(plainValue(valuesOf(found).find(({ key }) => key === DATE)!)).toBe("2007-03-31");
    // Figures are no days.
    expect(found.fields.get("spend.recharges[plan_revenue]")!.value).toBe(0);
    expect(found.fields.get("context.turnover[plan]")!.value).toBe(185_200);
  });

  test("what is no date stays what it is", () => {
    expect(plainOf(DATE, "31 March")).toBe("31 March");
    expect(plainOf(DATE, -5)).toBe(-5);
  });

  test("blank is nothing, 0 is 0, errors and truth values are their own words", () => {
    const key = "spend.staff[memo_revenue]";
    expect(plainOf(key, null)).toBeNull();
    expect(plainOf(key, 0)).toBe(0);
    expect(plainOf(key, { error: "#REF!" })).toBe("#REF!");
    expect(plainOf(key, true)).toBe("TRUE");
    expect(plainOf(key, "about 1,250")).toBe("about 1,250");
  });

  test("a total of nothing but blanks is blank, one of which something is known counts that", () => {
    const lines = template.fields.values();
    const outturn = [...lines].filter(
      ({ block, source }) => block === "outturn" && source.kind === "entered",
    );
    const nothing = Object.fromEntries(outturn.map(({ key }) => [key, null]));
    const value = (changes: Readonly<Record<string, RawValue>>) =>
      valuesOf(foundIn(workbookWith(changes))).find(({ key }) => key === "outturn.net[total]")!.value;
    expect(value(nothing)).toBeNull();
    expect(value({ ...nothing, "outturn.gross[capital]": 0 })).toBe(0);
    expect(value({ ...nothing, "outturn.gross[capital]": 12, "outturn.recharges[revenue]": -2 })).toBe(10);
  });
});
