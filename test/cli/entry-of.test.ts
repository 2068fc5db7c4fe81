import { entryOf } from "../../src/cli/entry-of";
import { fieldOf } from "./fields";

const MONEY = fieldOf({ kind: "money" });
const POSITIVE = fieldOf({ kind: "money" }, { least: 0 });
const WHOLE = fieldOf({ kind: "count", decimals: 0 }, { least: 1, most: 99 });
const TENTHS = fieldOf({ kind: "count", decimals: 1 });
const PERCENT = fieldOf({ kind: "percent", decimals: 1 });
const SHARE = fieldOf({ kind: "percent", decimals: 0 }, { least: 0, most: 1 });
const DATE = fieldOf({ kind: "date" });
const TEXT = fieldOf({ kind: "text", most: 5 });
const CODE = fieldOf({ kind: "code" });
const CHOICE = fieldOf({ kind: "choice", choices: ["Yes", "Not yet"] });

describe("a text of a CSV becomes the entry that it stands for", () => {
  test.each([
    [MONEY, "1250", 1_250],
    [MONEY, "-300", -300],
    [MONEY, "1,250", 1_250],
    [MONEY, "-12,345,678", -12_345_678],
    [MONEY, " 7 ", 7],
    [MONEY, "1250.0", 1_250],
    [MONEY, "-0", 0],
    [TENTHS, "41.5", 41.5],
    [TENTHS, "1,041.5", 1_041.5],
    [PERCENT, "45%", 0.45],
    [PERCENT, "0.45", 0.45],
    [PERCENT, "33.3%", 0.333],
    [PERCENT, "-7 %", -0.07],
    [PERCENT, "120%", 1.2],
    [SHARE, "1", 1],
    // Days since 30 December 1899, counted by hand: 36,526 is 1 January 2000.
    [DATE, "01/01/2000", 36_526],
    [DATE, "2000-01-31", 36_556],
    [DATE, "1/2/2000", 36_557],
    [DATE, "29/02/2000", 36_585],
    [TEXT, "£ 1 =", "£ 1 ="],
    [TEXT, "a\nb", "a\nb"],
    [CODE, " x01 ", "X01"],
    [CHOICE, "not YET", "Not yet"],
  ])("%#: %j", (field, text, value) => {
    expect(Object.is(entryOf(field, text), value)).toBe(true);
  });
});

describe("what a field can't take is refused", () => {
  test.each([
    [MONEY, "12 k"],
    [MONEY, "£1250"],
    [MONEY, "12,50"],
    [MONEY, "1,2500"],
    [MONEY, "(300)"],
    [MONEY, "1e3"],
    [MONEY, "0x1F"],
    [MONEY, "12.5"],
    [MONEY, "TRUE"],
    [MONEY, "9".repeat(16)],
    [MONEY, "9".repeat(400)],
    [POSITIVE, "-1"],
    [WHOLE, "0"],
    [WHOLE, "100"],
    [TENTHS, "41.55"],
    [PERCENT, "45"],
    [PERCENT, "45.55%"],
    [PERCENT, "half"],
    [SHARE, "101%"],
    [SHARE, "-1%"],
    [DATE, "31/02/2007"],
    [DATE, "2007-02-31"],
    [DATE, "12/31/2007"],
    [DATE, "31.03.2007"],
    [DATE, "39172"],
    [DATE, "31/12/1989"],
    [DATE, "01/01/2051"],
    [TEXT, "sixlet"],
    [CODE, "X 1"],
    [CODE, "5.00E+01"],
    [CHOICE, "Perhaps"],
  ])("%#: %j", (field, text) => {
    expect(entryOf(field, text)).toBeUndefined();
  });
});
