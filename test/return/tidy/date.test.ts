import { DATE, meant } from "./typed-alike";
import * as fc from "../../support/laws";

// Serial numbers as Excel shows them: 1 January 2000 is 36526, and 31 March 2007 is 2646 days later.
const LAST_OF_MARCH = 39_172;

describe("a date that was typed as text", () => {
  test.each([
    "31/03/2007",
    "31/3/2007",
    "31/03/07",
    "31.3.2007",
    "31.03.07",
    "31-03-07",
    "31-03-2007",
    "31–03–2007",
    "31 03 2007",
    "31 / 03 / 2007",
    "31 March 2007",
    "31 march 2007",
    "31 MARCH 2007",
    "31\u00a0March\u00a02007",
    " 31  March  2007 ",
    "31st March 2007",
    "31st of March 2007",
    "31 March, 2007",
    "31 March 2007.",
    "31. March 2007",
    "31-Mar-07",
    "31-Mar-2007",
    "31/Mar/2007",
    "31 Mar 07",
    "31 Mar. 2007",
    "31 March '07",
    "31Mar07",
    "31MAR2007",
    "March 31, 2007",
    "March 31 2007",
    "March 31st, 2007",
    "Mar. 31, 2007",
    "Mar-31-2007",
    "2007-03-31",
    "2007/03/31",
    "2007.3.31",
    "'31/03/2007",
    "03/31/2007",
    "3/31/2007",
    "03/31/07",
    "31/03/2007 00:00",
    "31/03/2007 00:00:00",
    "31/03/2007 17:30",
    "31/03/2007, 00:00",
    "31 March 2007 5:30 pm",
    "3/31/2007 12:00:00 AM",
    "2007-03-31T00:00:00",
    "2007-03-31T00:00:00.000Z",
    "2007-03-31T00:00:00+01:00",
    "2007-03-31 00:00",
    "Saturday 31 March 2007",
    "Saturday, 31 March 2007",
    "Sat 31 Mar 2007",
    "Sat, 31/03/2007",
    "SATURDAY 31ST MARCH 2007 00:00",
    "Saturday, March 31, 2007",
  ])("%j is 31 March 2007", (text) => expect(meant(text, DATE)).toBe(LAST_OF_MARCH));

  test.each<readonly [string, number]>([
    ["01/01/2000", 36_526],
    ["29/02/2000", 36_585],
    ["29/02/2008", 39_507],
    ["03/04/2007", 39_175],
    ["1 Sept 2007", 39_326],
    ["1 Sep 2007", 39_326],
    ["1 May 2007", 39_203],
    ["1 January 49", 54_424],
    ["1/1/50", 18_264],
    ["31/12/99", 36_525],
    ["1 March 1900", 61],
  ])("%j has the serial number %d", (text, serial) => expect(meant(text, DATE)).toBe(serial));

  test.each([
    "",
    " ",
    "31/02/2007",
    "29/02/2007",
    "02/29/2007",
    "02/30/2007",
    "31/04/2007",
    "32/01/2007",
    "00/01/2007",
    "01/00/2007",
    "13/13/2007",
    "2007-31-03",
    "2007-02-30",
    "31/03",
    "31 March",
    "March 2007",
    "Mar-07",
    "March 07/08",
    "March 07-08",
    "March 31 07",
    "2007",
    "2007/08",
    "Q1",
    "Q4 2007",
    "39172",
    "31032007",
    "20070331",
    "31/03-2007",
    "31/03/207",
    "31/03/20007",
    "31/3/7",
    "31 03 07",
    "31/03/2007 or 30/04/2007",
    "31/03/2007 - 30/04/2007",
    "31/03/2007?",
    "by 31/03/2007",
    "31 Marsh 2007",
    "31 M 2007",
    "31 Mars 2007",
    "Friday 31 March 2007",
    "Sunday 31/03/2007",
    "Sat",
    "Saturday",
    "Someday 31 March 2007",
    "31/03/2007 24:00",
    "31/03/2007 12:60",
    "31/03/2007 13:00 pm",
    "31/03/2007 0:00 am",
    "2007-03-30T23:00:00Z",
    "00:00",
    "28/02/1900",
    "29/02/1900",
    "01/01/0001",
    "TBC",
    "31/03/2007" + " ".repeat(91),
  ])("%j is no sure day", (text) => expect(meant(text, DATE)).toBeNull());

  test.each([LAST_OF_MARCH, 0, -1, true, null, { error: "#NUM!" }])("%j, which is no text, stays", (value) =>
    expect(meant(value, DATE)).toBeNull(),
  );
});

describe("every day that Excel counts", () => {
  const MONTHS =
    "January February March April May June July August September October November December".split(" ");
  const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
  const EPOCH = Date.UTC(1899, 11, 30);

  const parts = (serial: number) => {
    const day = new Date(EPOCH + serial * 86_400_000);
    return {
      d: day.getUTCDate(),
      m: day.getUTCMonth() + 1,
      y: day.getUTCFullYear(),
      name: MONTHS[day.getUTCMonth()]!,
      weekday: day.getUTCDay(),
      iso: day.toISOString().slice(0, 10),
    };
  };
  const two = (value: number) => String(value).padStart(2, "0");

  it("comes back from each British way of writing it, and only with its own weekday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const { d, m, y, name, weekday, iso } = parts(serial);
        const written = [
          iso,
          `${iso}T00:00:00`,
          `${two(d)}/${two(m)}/${y}`,
          `${d}.${m}.${y}`,
          `${d}-${m}-${y} 00:00`,
          `${d} ${name} ${y}`,
          `${d}th ${name.toLowerCase()} ${y}`,
          `${two(d)}-${name.slice(0, 3)}-${y}`,
          `${name} ${d}, ${y}`,
          `${WEEKDAYS[weekday]!} ${d} ${name} ${y}`,
          `${WEEKDAYS[weekday]!.slice(0, 3)}, ${d} ${name} ${y}`,
        ];
        for (const text of written) expect(meant(text, DATE)).toBe(serial);
        expect(meant(`${WEEKDAYS[(weekday + 1) % 7]!} ${d} ${name} ${y}`, DATE)).toBeNull();
        if (d > 12) expect(meant(`${two(m)}/${two(d)}/${y}`, DATE)).toBe(serial);
      }),
    );
  });

  it("between 1950 and 2049 comes back from a year of two digits", () => {
    const first = (Date.UTC(1950, 0, 1) - EPOCH) / 86_400_000;
    const last = (Date.UTC(2049, 11, 31) - EPOCH) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (serial) => {
        const { d, m, y, name } = parts(serial);
        for (const text of [`${d}/${m}/${two(y % 100)}`, `${two(d)}-${name.slice(0, 3)}-${two(y % 100)}`])
          expect(meant(text, DATE)).toBe(serial);
      }),
    );
  });
});
