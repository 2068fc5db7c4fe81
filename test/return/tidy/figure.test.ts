import { COUNT, meant, MONEY, withCommas } from "./typed-alike";
import * as fc from "../../support/laws";

describe("a figure that was typed as text", () => {
  const asMoneyAndAsCount: readonly (readonly [string, number])[] = [
    ["1250", 1250],
    ["1,250", 1250],
    ["1,250,000", 1250000],
    ["1 250", 1250],
    ["1 250 000", 1250000],
    [" 1250 ", 1250],
    ["\t1250\n", 1250],
    ["1250\u00a0", 1250],
    ["\u00a01,250", 1250],
    ["1\u00a0250", 1250],
    ["1\u202f250", 1250],
    ["1\u2009250", 1250],
    ["\u20071250\u2007", 1250],
    ["'1250", 1250],
    ["’1,250", 1250],
    ["+1,250", 1250],
    ["1,250.00", 1250],
    ["1,250.5", 1250.5],
    ["1250.", 1250],
    ["0.5", 0.5],
    [".5", 0.5],
    ["0.125", 0.125],
    ["1250.125", 1250.125],
    ["0", 0],
    ["0.00", 0],
    ["007", 7],
    ["(300)", -300],
    ["( 300 )", -300],
    ["(1,300)", -1300],
    ["-300", -300],
    ["- 300", -300],
    ["300-", -300],
    ["300\u2212", -300],
    ["\u2212300", -300],
    ["\u2013300", -300],
    ["\u2011300", -300],
    ["-1,300.50", -1300.5],
  ];
  test.each(asMoneyAndAsCount)("%j is %d, as money and as a count", (text, figure) => {
    expect(meant(text, MONEY)).toBe(figure);
    expect(meant(text, COUNT)).toBe(figure);
  });

  test.each([
    "–",
    "-",
    "—",
    "−",
    "-   ",
    " - ",
    "nil",
    "Nil",
    "NIL",
    "nil.",
    "none",
    "zero",
    "-0",
    "(0)",
    "'-",
  ])("%j is nothing, and never less than nothing", (text) => {
    expect(meant(text, MONEY)).toBe(0);
    expect(meant(text, COUNT)).toBe(0);
  });
});

describe("money that was typed as text", () => {
  test.each<readonly [string, number]>([
    ["£1,250", 1250],
    ["£ 1,250", 1250],
    ["£1,250.00", 1250],
    ["£1,250k", 1250],
    ["1,250k", 1250],
    ["1250K", 1250],
    ["£1,250 k", 1250],
    ["£1,250\u00a0k", 1250],
    ["1,250 thousand", 1250],
    ["12.5k", 12.5],
    ["£1.25m", 1250],
    ["£1.25M", 1250],
    ["£1.25 m", 1250],
    ["£1.250m", 1250],
    ["£1.25m.", 1250],
    ["1.2 million.", 1200],
    ["1.2 million", 1200],
    ["£1.2million", 1200],
    ["£1.2 Million", 1200],
    ["£1.1m", 1100],
    ["£4.35m", 4350],
    ["£0.0011m", 1.1],
    ["£0", 0],
    ["£nil", 0],
    ["£-", 0],
    ["£   -", 0],
    ["£0k", 0],
    ["(£300)", -300],
    ["£(300)", -300],
    ["£ (300)", -300],
    ["(£300k)", -300],
    ["(300)k", -300],
    ["(£1.5m)", -1500],
    ["-£300", -300],
    ["- £300", -300],
    ["£-300", -300],
    ["£ -300", -300],
    ["£300-", -300],
    ["−£1.5m", -1500],
    ["+£1.5m", 1500],
    ["1,250 (£000)", 1250],
    ["1,250 £000", 1250],
    ["1,250 (£000s)", 1250],
    ["1,250 £'000", 1250],
    ["1,250 (£’000)", 1250],
    ["£000 1,250", 1250],
    ["£000: 1,250", 1250],
    ["(£000) 1,250", 1250],
    ["£'000   1,250", 1250],
    ["£000 250", 250],
    ["£1,250 (£000)", 1250],
    ["(1,250) (£000)", -1250],
    ["-1,250 £000", -1250],
    ["1,250 (£k)", 1250],
    ["1.25 (£m)", 1250],
    ["£m 1.25", 1250],
  ])("%j is %d", (text, figure) => {
    expect(meant(text, MONEY)).toBe(figure);
    // Pounds and thousands are no count of anything.
    if (!/^£? *-$|nil/.test(text)) expect(meant(text, COUNT)).toBeNull();
  });
});

describe("what can't surely be read as a figure", () => {
  test.each([
    "",
    " ",
    "\u00a0",
    "'",
    "n/a",
    "tbc",
    "TBC",
    "?",
    "nil return",
    "no",
    "1.250,00",
    "1.250.000",
    "1.250",
    "12.500",
    "1.250k",
    "12,50",
    "1,25,000",
    "1,2500",
    "1250,000",
    ",250",
    "0,250",
    "1,250,",
    "1,250 000",
    "1 25",
    "1  250",
    "12 34",
    "2006 2007",
    "1\n250",
    "1\t250",
    "1, 250",
    "1 ,250",
    "about 1200",
    "c. 1200",
    "~1200",
    ">1200",
    "1,250?",
    "1,250*",
    "1,250 (1)",
    "1,250 approx",
    "1250 + 300",
    "=1250",
    "12-13",
    "12–13",
    "12/13",
    "300 -",
    "--",
    "--300",
    "-300-",
    "-(300)",
    "(-300)",
    "(300",
    "300)",
    "((300))",
    "()",
    "(-)",
    "1e3",
    "1E3",
    "1.5e-3",
    "0x10",
    "Infinity",
    "NaN",
    "1_250",
    "1250²",
    "½",
    "１２５０",
    "45%",
    "31/03/2007",
    "31.3.2007",
    "2007-03-31",
    "31 March 2007",
    "£",
    "k",
    "m",
    "£k",
    "£m",
    "-£",
    "££5",
    "£5£",
    "£(£5)",
    "£000",
    "(£000)",
    "£'000",
    "£000s",
    "000",
    "-£000",
    "£000 £000",
    "£5k (£000)",
    "£5km",
    "(5k)k",
    "5kk",
    "$5",
    "€5",
    "5p",
    "TRUE",
    "#N/A",
    "1234567890123456",
    "9".repeat(99),
    " ".repeat(97) + "1250",
  ])("%j", (text) => {
    expect(meant(text, MONEY)).toBeNull();
    expect(meant(text, COUNT)).toBeNull();
  });

  test.each([0, 1250, -3.5, true, false, null, { error: "#VALUE!" }])(
    "%j, which is no text, stays as it is",
    (value) => {
      expect(meant(value, MONEY)).toBeNull();
      expect(meant(value, COUNT)).toBeNull();
    },
  );
});

describe("every figure", () => {
  const whole = fc.oneof(fc.nat({ max: 2000 }), fc.nat({ max: 1e12 }));
  const space = fc.constantFrom("", " ", "\u00a0", "\u202f", "\u2009", "\u2007", "  ");

  it("comes back from each way of writing it", () => {
    fc.assert(
      fc.property(whole, space, fc.boolean(), (value, gap, commas) => {
        const digits = commas ? withCommas(value) : String(value);
        const negative = value === 0 ? 0 : -value;
        for (const type of [MONEY, COUNT]) {
          expect(meant(`${gap}${digits}${gap}`, type)).toBe(value);
          expect(meant(`${digits}.00`, type)).toBe(value);
          expect(meant(`(${gap}${digits}${gap})`, type)).toBe(negative);
          for (const minus of ["-", "\u2212", "\u2013"])
            expect(meant(`${minus}${digits}`, type)).toBe(negative);
          expect(meant(`${digits}-`, type)).toBe(negative);
          for (const thin of [" ", "\u00a0", "\u202f"])
            expect(meant(withCommas(value, thin), type)).toBe(value);
        }
        for (const text of [`£${gap}${digits}`, `${digits}${gap}k`, `£${digits}${gap}K`, `${digits} (£000)`])
          expect(meant(text, MONEY)).toBe(value);
        for (const text of [`(£${digits})`, `£(${digits})`, `-£${digits}`, `£-${digits}`, `(£${digits}k)`])
          expect(meant(text, MONEY)).toBe(negative);
      }),
    );
  });

  it("in whole £000 comes back from millions to the last bit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 }), space, (thousands, gap) => {
        const fraction = String(thousands % 1000).padStart(3, "0");
        const millions = `${Math.floor(thousands / 1000)}.${fraction}`;
        expect(meant(`£${millions}${gap}m`, MONEY)).toBe(thousands);
        expect(meant(`${millions}${gap}million`, MONEY)).toBe(thousands);
      }),
    );
  });

  it("stays unread where a second one stands beside it", () => {
    fc.assert(
      fc.property(
        whole,
        whole,
        fc.constantFrom("-", "/", " - ", " to ", "; ", "\n", " & ", ", "),
        (a, b, between) => {
          expect(meant(`${a}${between}${b}`, MONEY)).toBeNull();
        },
      ),
    );
  });
});
