import { serialOfIso } from "../../../src/xlsx/read/iso-date";

/** Serial numbers as Excel shows them for these dates. */
describe("the serial number of ISO text", () => {
  it("is the day's where it names a day", () => {
    expect(serialOfIso("2007-03-31", false)).toBe(39172);
    expect(serialOfIso("1900-03-01", false)).toBe(61);
    expect(serialOfIso("9999-12-31", false)).toBe(2_958_465);
    expect(serialOfIso("1904-01-01", true)).toBe(0);
    expect(serialOfIso("2007-03-31", true)).toBe(37710);
  });

  it("counts the days before the leap day that never was as Excel does", () => {
    expect(serialOfIso("1900-01-01", false)).toBe(1);
    expect(serialOfIso("1900-02-28", false)).toBe(59);
    expect(serialOfIso("1899-12-31", false)).toBe(0);
    expect(serialOfIso("1899-12-30", false)).toBe(0);
  });

  it("has the time of day as its fraction", () => {
    expect(serialOfIso("2021-01-01T12:00:00", false)).toBe(44197.5);
    expect(serialOfIso("2021-01-01T18:00:00.000Z", false)).toBe(44197.75);
    expect(serialOfIso("2021-01-01T06:00:00+01:00", false)).toBe(44197.25);
    expect(serialOfIso("1899-12-30T12:00:00", false)).toBe(0.5);
    expect(serialOfIso("06:00:00", false)).toBe(0.25);
    expect(serialOfIso("PT36H", false)).toBe(1.5);
    expect(serialOfIso("PT1H30M", false)).toBeCloseTo(1.5 / 24, 12);
  });

  it("is none for other text", () => {
    for (const text of [
      "",
      "T",
      "PT",
      "2007-02-30",
      "2007-03-31T",
      "31/03/2007",
      "2007-03-31T25:00:00",
      "noon",
      "1898-01-01",
    ]) {
      expect([text, serialOfIso(text, false)]).toEqual([text, undefined]);
    }
    expect(serialOfIso("1903-12-31", true)).toBeUndefined();
  });
});
