import fc from "fast-check";

import { compare, to15 } from "../../src/formula/value";

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
        const wanted = Math.sign(to15(one) - to15(other));
        if (one !== other) told[wanted === 0 ? "alike" : "apart"] += 1;
        expect(compare(one, other)).toBe(wanted);
      }),
      { numRuns: 2_000 },
    );
    // Both kinds were there: rounded away, and not.
    expect(Math.min(told.alike, told.apart)).toBeGreaterThan(50);
  });

  test("that a person takes for the same are the same", () => {
    expect(compare(0.1 + 0.2, 0.3)).toBe(0);
    expect(compare(0.3, 0.300000000000001)).toBe(-1);
    expect(compare(1e308, -1e308)).toBe(1);
  });
});
