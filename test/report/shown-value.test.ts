import type { RawValue } from "../../src/cells";
import type { NumberFormat } from "../../src/layout";
import { shownValue } from "../../src/report/shown-value";

const CASES: readonly (readonly [RawValue, NumberFormat, string])[] = [
  [1_234_567, "money", "1,234,567"],
  [-1_850, "money", "(1,850)"],
  [0, "money", "–"],
  [0.4, "whole", "0"],
  [1_999.96, "decimal1", "2,000.0"],
  [-1_234_567.891, "decimal2", "(1,234,567.89)"],
  [0.057457, "percent1", "5.7%"],
  [-0.981796, "percent2", "-98.18%"],
  [1, "percent0", "100%"],
  [39_173, "date", "01 Apr 2007"],
  [220, "general", "220"],
  ["2007/08 Q3", "money", "2007/08 Q3"],
  [null, "money", ""],
  [{ error: "#VALUE!" }, "money", "#VALUE!"],
  [true, "general", "TRUE"],
];

test.each(CASES)("%j as %s is shown as %s", (value, format, shown) => {
  expect(shownValue(value, format)).toBe(shown);
});
