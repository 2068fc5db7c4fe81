import { compare, roundHalfAway, textOf, to15 } from "../../src/formula/value";
import * as fc from "../support/laws";

/** The first fifteen digits as they are written, made a whole number: exact however large or small the figure is. */
function fifteenDigits(figure: number): bigint {
  const [, sign, digits, power] = /^(-?)([\d.]+)e([+-]\d+)$/.exec(figure.toExponential(14)) ?? [];
  return BigInt(`${sign}${digits?.replace(".", "")}`) * 10n ** BigInt(Number(power) + 400);
}

describe("two figures", () => {
  const figure = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer().map((whole) => whole / 100),
  );
  /** A figure, and another that differs from it in the last of its digits or by little more. */
  const near = fc
    .tuple(figure, fc.integer({ min: -200, max: 200 }))
    .map(([one, steps]) => [one, one * (1 + steps * Number.EPSILON)] as const)
    .filter(([, other]) => Number.isFinite(other));

  test("compare as their first fifteen digits do, however near they are", () => {
    const told = { alike: 0, apart: 0 };
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(figure, figure)), ([one, other]) => {
        const apart = fifteenDigits(one) - fifteenDigits(other);
        const wanted = apart === 0n ? 0 : apart > 0n ? 1 : -1;
        if (one !== other) told[wanted === 0 ? "alike" : "apart"] += 1;
        expect(compare(one, other)).toBe(wanted);
      }),
      { numRuns: 2_000 },
    );
    // Both kinds were there: rounded away, and not.
    expect(Math.min(told.alike, told.apart)).toBeGreaterThan(50);
  });

  test("of which there are no larger ones stay figures", () => {
    const largest = Number.MAX_VALUE;
    expect([to15(largest), to15(-largest)]).toEqual([largest, -largest]);
    expect(compare(largest, largest * (1 - Number.EPSILON))).toBe(0);
    expect(compare(largest, -largest)).toBe(1);
    expect(roundHalfAway(largest, 2)).toBe(largest);
    expect(textOf(largest)).not.toBe("Infinity");
  });

  test("that a person takes for the same are the same", () => {
    expect(compare(0.1 + 0.2, 0.3)).toBe(0);
    expect(compare(0.3, 0.300000000000001)).toBe(-1);
    expect(compare(1e308, -1e308)).toBe(1);
  });
});
