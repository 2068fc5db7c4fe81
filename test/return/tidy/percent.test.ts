import { meant, PERCENT } from "./typed-alike";
import * as fc from "../../support/laws";

describe("a percentage that was typed as text", () => {
  test.each<readonly [string, number]>([
    ["45%", 0.45],
    ["45 %", 0.45],
    ["45\u00a0%", 0.45],
    [" 45% ", 0.45],
    ["45 per cent", 0.45],
    ["45 percent", 0.45],
    ["45%.", 0.45],
    ["12.5%", 0.125],
    ["12.500%", 0.125],
    ["12.3%", 0.123],
    ["0.3%", 0.003],
    ["100%", 1],
    ["0%", 0],
    ["0.45", 0.45],
    [".45", 0.45],
    ["0", 0],
    ["nil", 0],
    ["–", 0],
    ["-5%", -0.05],
    ["−5%", -0.05],
    ["(5%)", -0.05],
    ["(5)%", -0.05],
    ["-0.05", -0.05],
    ["(0%)", 0],
  ])("%j is %d, whatever the field allows", (text, share) => {
    expect(meant(text, PERCENT)).toBe(share);
    expect(meant(text, PERCENT, 1)).toBe(share);
  });

  test.each<readonly [string, number]>([
    ["45", 0.45],
    ["45.0", 0.45],
    ["12.5", 0.125],
    ["100", 1],
    ["1.5", 0.015],
  ])("%j is %d where the whole is the most, and unsure elsewhere", (text, share) => {
    expect(meant(text, PERCENT, 1)).toBe(share);
    expect(meant(text, PERCENT, null)).toBeNull();
    expect(meant(text, PERCENT, 2)).toBeNull();
  });

  test("more than the whole is read only where the field allows it", () => {
    expect(meant("250%", PERCENT)).toBe(2.5);
    expect(meant("1,250%", PERCENT, 20)).toBe(12.5);
    expect(meant("250%", PERCENT, 1)).toBeNull();
  });

  test.each([
    "",
    " ",
    "%",
    "1",
    "1.0",
    "-1",
    "-45",
    "101",
    "45%%",
    "(45%)%",
    "£45%",
    "45k",
    "45-50%",
    "4,5%",
    "n/a",
    "45% 50%",
    "45 % of",
    "about 45%",
    "1e-2",
    "(45",
    "1/2",
    "45‰",
  ])("%j can't surely be read", (text) => {
    expect(meant(text, PERCENT, 1)).toBeNull();
    expect(meant(text, PERCENT)).toBeNull();
  });
});

describe("a number of percent points", () => {
  test.each([
    [45, 0.45],
    [100, 1],
    [1.5, 0.015],
    [12.3, 0.123],
    [57, 0.57],
    [29, 0.29],
  ])("%d is %d where the whole is the most, and right as it stands elsewhere", (points, share) => {
    expect(meant(points, PERCENT, 1)).toBe(share);
    expect(meant(points, PERCENT, 0.5)).toBe(share);
    expect(meant(points, PERCENT, 1.5)).toBeNull();
    expect(meant(points, PERCENT, null)).toBeNull();
  });

  test.each([0, 0.45, 1, -5, 100.5, 4500, NaN, Infinity, true, null, { error: "#N/A" }])(
    "%p is none and stays as it is",
    (value) => expect(meant(value, PERCENT, 1)).toBeNull(),
  );
});

test("every percentage of two decimals comes back without dust", () => {
  fc.assert(
    fc.property(fc.integer({ min: 101, max: 10_000 }), (hundredths) => {
      const points = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
      const share = hundredths / 10_000;
      expect(meant(`${points}%`, PERCENT, 1)).toBe(share);
      expect(meant(`${points} %`, PERCENT)).toBe(share);
      expect(meant(points, PERCENT, 1)).toBe(share);
      expect(meant(Number(points), PERCENT, 1)).toBe(share);
    }),
  );
});
