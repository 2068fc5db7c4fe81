import { likelyCodes } from "../../../src/return/tidy";
import * as fc from "../../support/laws";

describe("codes that Excel turns into numbers", () => {
  const CODES = [
    "5E1",
    "5E2",
    "9E1",
    "RX1",
    "50",
    "007",
    "7",
    "070",
    "5EE",
    "E50",
    "0E5",
    "123E4",
    "5E10",
    "9E308",
  ];

  test.each<readonly [number | string, readonly string[]]>([
    [50, ["5E1", "50"]],
    ["5.00E+01", ["5E1", "50"]],
    ["5E+01", ["5E1", "50"]],
    ["5e1", ["5E1", "50"]],
    ["50", ["5E1", "50"]],
    ["50.00", ["5E1", "50"]],
    [" 50\u00a0", ["5E1", "50"]],
    [500, ["5E2"]],
    [90, ["9E1"]],
    [7, ["007", "7"]],
    ["7", ["007", "7"]],
    ["007", ["007", "7"]],
    [70, ["070"]],
    [0, ["0E5"]],
    ["0.00E+00", ["0E5"]],
    [1_230_000, ["123E4"]],
    ["1.23E+06", ["123E4"]],
    [50_000_000_000, ["5E10"]],
  ])("%j was %j", (value, codes) => expect(likelyCodes(value, CODES)).toEqual(codes));

  test.each([51, -50, 0.5, 5, NaN, Infinity, -Infinity, 1e308, 9e307])("%d was none of them", (value) =>
    expect(likelyCodes(value, CODES)).toEqual([]),
  );

  test.each([
    "",
    " ",
    "RX1",
    "E",
    "5E",
    "E1",
    "-50",
    "5.0.0",
    "1,230,000",
    "9E308",
    "Infinity",
    "0x32",
    "5".repeat(400),
  ])("%j was none of them", (text) => expect(likelyCodes(text, CODES)).toEqual([]));

  it("are found among small letters too, and nothing among no codes", () => {
    expect(likelyCodes(50, ["5e1"])).toEqual(["5e1"]);
    expect(likelyCodes(50, [])).toEqual([]);
  });

  it("are found again, whatever digits they have", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), fc.nat({ max: 290 }), (digits, power) => {
        const code = `${digits}E${power}`;
        // As a program saves the number, and as it writes it out.
        const number = Number(`${digits}${"0".repeat(power)}`);
        expect(likelyCodes(number, ["A1", code])).toEqual([code]);
        expect(likelyCodes(number.toExponential(3).toUpperCase(), ["A1", code])).toEqual([code]);
      }),
    );
  });

  it("are found quickly for every organisation of a large register", () => {
    const codes = Array.from({ length: 500 }, (_, at) => (at % 3 === 0 ? `${at}E${at % 9}` : `R${at}`));
    const found = codes.map((_, at) => likelyCodes(at, codes));
    expect(found).toHaveLength(500);
    expect(found[3]).toEqual([]);
    expect(found[9]).toEqual(["9E0"]);
  });
});
