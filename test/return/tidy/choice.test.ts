import type { RawValue } from "../../../src/cells";
import { meant } from "./typed-alike";
import * as fc from "../../support/laws";

const choose = (value: RawValue, ...choices: readonly string[]) => meant(value, { kind: "choice", choices });

describe("a choice that was typed", () => {
  const CHOICES = ["Draft", "Final", "Director's own", "Not known.", "In house  team"];

  test.each<readonly [string, string]>([
    ["draft", "Draft"],
    ["FINAL", "Final"],
    [" Final ", "Final"],
    ["Final\u00a0", "Final"],
    ["\u2009Final", "Final"],
    ["Final.", "Final"],
    ["final .", "Final"],
    ["'Final", "Final"],
    ["director’s  own", "Director's own"],
    ["Director‘s\u00a0own", "Director's own"],
    ["not known", "Not known."],
    ["In house team", "In house  team"],
  ])("%j is %j", (text, choice) => expect(choose(text, ...CHOICES)).toBe(choice));

  test.each([
    "Draft",
    "Final",
    "In house  team",
    "",
    " ",
    ".",
    "Fin",
    "Finals",
    "Final?",
    "Final..",
    "Final/Draft",
    "Fi nal",
    "Y",
    "N",
    1,
    true,
    false,
    null,
    { error: "#REF!" },
  ])("%j is right as it stands, or none of them", (value) => expect(choose(value, ...CHOICES)).toBeNull());

  test("that could be two of the choices is neither", () => {
    expect(choose("it", "IT", "It")).toBeNull();
    expect(choose("it", "IT", "IT", "IM")).toBe("IT");
  });
});

describe("yes and no", () => {
  test.each<readonly [RawValue, string | null]>([
    ["Y", "Yes"],
    ["y", "Yes"],
    [" y. ", "Yes"],
    ["N", "No"],
    ["n", "No"],
    ["YES", "Yes"],
    [true, "Yes"],
    [false, "No"],
    ["Yes", null],
    ["TRUE", null],
    ["ye", null],
    [1, null],
  ])("%j among Yes, No and Partly is %j", (value, choice) =>
    expect(choose(value, "Yes", "No", "Partly")).toBe(choice),
  );

  test("a choice of one letter comes before its long form", () => {
    expect(choose("n", "Yes", "No", "N")).toBe("N");
  });

  test("are wanted both, or a letter and a truth value stand for neither", () => {
    for (const value of ["Y", "N", true, false]) {
      expect(choose(value, "Yes", "Not yet")).toBeNull();
      expect(choose(value, "Normal", "No")).toBeNull();
    }
  });
});

test("every choice comes back from small and capital letters and with spaces around", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "D", "E", " "), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const choices = words.map((each, at) => `${at} ${each.trim()}x`);
      for (const choice of choices) {
        for (const text of [choice.toLowerCase(), choice.toUpperCase(), `\u00a0${choice} `, `${choice}.`]) {
          expect(choose(text, ...choices)).toBe(text === choice ? null : choice);
        }
      }
    }),
  );
});
