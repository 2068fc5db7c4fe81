import type { RawValue } from "../../../src/cells";
import { likelyCodes, tidied } from "../../../src/return/tidy";
import type { ValueType } from "../../../src/template";

import { COUNT, DATE, MONEY, PERCENT } from "./typed-alike";
import * as fc from "../../support/laws";

const CHOICE: ValueType = { kind: "choice", choices: ["Yes", "No", "Not known"] };
const READ = [MONEY, COUNT, PERCENT, DATE, CHOICE];
const LEFT: readonly ValueType[] = [{ kind: "text", most: 80 }, { kind: "code" }];

/** Texts of the very pieces that entries are made of, in any order. */
const pieces = fc
  .array(
    fc.constantFrom(
      ..."0 1 2 3 12 250 000 2007 31 03 , . - / : ( ) + % £ k m K M T Z e E ' ’ – — − ? \n \t".split(/ /),
      ..." |\u00a0|\u202f|  |million|thousand|nil|none|March|Mar|st|of|Sat|Saturday|am|pm|£000|per cent|yes|Y".split(
        "|",
      ),
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(""));
const text = fc.oneof(pieces, fc.string({ unit: "binary" }), fc.string({ maxLength: 140 }));
const value: fc.Arbitrary<RawValue> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.double(),
  fc.integer({ min: -5, max: 120 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ error: "#DIV/0!" }),
);
const most = fc.constantFrom(null, 0.5, 1, 2, 99, 1000);

describe("what an entry was meant to be", () => {
  test("says what kind of value it is", () => {
    expect(tidied("1,250", MONEY, null)).toEqual({ kind: "figure", value: 1250 });
    expect(tidied("1,250", COUNT, 99)).toEqual({ kind: "figure", value: 1250 });
    expect(tidied("45%", PERCENT, 1)).toEqual({ kind: "percent", value: 0.45 });
    expect(tidied(45, PERCENT, 1)).toEqual({ kind: "percent", value: 0.45 });
    expect(tidied("31 March 2007", DATE, null)).toEqual({ kind: "date", value: 39_172 });
    expect(tidied("yes", CHOICE, null)).toEqual({ kind: "choice", value: "Yes" });
  });

  test("is never asked of a text or a code", () => {
    fc.assert(
      fc.property(value, most, (entry, bound) => {
        for (const type of LEFT) expect(tidied(entry, type, bound)).toBeNull();
      }),
    );
  });

  test("is right as it stands, finite, and never less than nothing by a mere sign", () => {
    fc.assert(
      fc.property(value, most, (entry, bound) => {
        for (const type of READ) {
          const found = tidied(entry, type, bound);
          if (found === null) continue;
          expect(tidied(found.value, type, bound)).toBeNull();
          expect(typeof found.value).toBe(found.kind === "choice" ? "string" : "number");
          if (typeof found.value === "number") expect(Number.isFinite(found.value)).toBe(true);
          expect(found.value).not.toBe(-0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("is the same with spaces of any kind around it", () => {
    fc.assert(
      fc.property(
        text.filter((each) => each.length < 90),
        fc.constantFrom(" ", "\u00a0", "\u2007", " \u202f"),
        (entry, space) => {
          for (const type of [MONEY, COUNT, PERCENT, DATE]) {
            expect(tidied(space + entry + space, type, 1)).toEqual(tidied(entry, type, 1));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("is not looked for in a text of more than a hundred characters", () => {
    expect(tidied(`${" ".repeat(96)}1250`, MONEY, null)).not.toBeNull();
    fc.assert(
      fc.property(text, fc.constantFrom(" ", "0", ",", "(", "£", "1 "), (entry, filling) => {
        const long = filling.repeat(101) + entry;
        for (const type of READ) expect(tidied(long, type, 1)).toBeNull();
        expect(likelyCodes(long, ["5E1", "0"])).toEqual([]);
      }),
    );
  });

  test("is found at once in texts that are hard on patterns", () => {
    const started = performance.now();
    for (const piece of [
      " ",
      "1",
      "1 ",
      "1,",
      ",",
      "(",
      "-",
      "- ",
      "£ ",
      "£000",
      ".",
      "Mar ",
      "a",
      "1:",
      " ,",
      "'",
    ]) {
      for (const end of ["", "x", ")", "-", "£k", "%", "."]) {
        const hard = piece.repeat(100).slice(0, 100 - end.length) + end;
        for (const type of READ) expect(() => tidied(hard, type, 1)).not.toThrow();
      }
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
