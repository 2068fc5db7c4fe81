import { isoDay, serialOfDay } from "../../src/cells";
import * as fc from "../support/laws";

/** Excel's own count: 1 March 1900 is day 61, after a 29 February 1900 that never was; its last day is in 9999. */
const FIRST = 61;
const LAST = 2_958_465;

describe("a day", () => {
  test.each([
    [FIRST, "1900-03-01"],
    [36_526, "2000-01-01"],
    [38_411, "2005-02-28"],
    [38_807, "2006-03-31"],
    [39_141, "2007-02-28"],
    [39_142, "2007-03-01"],
    [39_172, "2007-03-31"],
    [39_507, "2008-02-29"],
    [LAST, "9999-12-31"],
  ])("with the number %i is %s", (serial, day) => {
    expect(isoDay(serial)).toBe(day);
    expect(serialOfDay(day)).toBe(serial);
  });

  it("is the same whatever the time of day", () => {
    expect(isoDay(39_172.999)).toBe("2007-03-31");
  });

  it("counts from 1904 in older Macintosh workbooks", () => {
    expect(isoDay(0, true)).toBe("1904-01-01");
    expect(isoDay(37_710, true)).toBe("2007-03-31");
  });

  it("is not told of numbers outside Excel's own days, nor of the first weeks of 1900, which Excel counts wrongly", () => {
    expect([-1, 0, 1, 60, 60.9, LAST + 1, NaN, Infinity].map((serial) => isoDay(serial))).toEqual(
      Array(8).fill(undefined),
    );
  });

  it("goes to its number and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (serial) => {
        expect(serialOfDay(isoDay(serial)!)).toBe(serial);
      }),
    );
  });

  test.each([
    "",
    "2007",
    "31/03/2007",
    "2007-3-31",
    "2007-02-29",
    "2007-13-01",
    "2007-04-31",
    "2007-03-31T00:00",
    "x007-03-31",
  ])("is not %j", (text) => expect(serialOfDay(text)).toBeUndefined());
});
