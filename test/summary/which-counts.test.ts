import { collect } from "../../src/summary";
import { REGISTER, sent, sentBlank, year } from "./returns";

const final = { "filing.status": "Final" };
const at = (modified: string) => ({ modified });
const submission = (number: number | null) => ({ "filing.submission": number });

/** Why the first of two returns counts; the one that counts has to be it. */
function why(first: ReturnType<typeof sent>, other: ReturnType<typeof sent>): string {
  const [row] = collect([other, first], REGISTER, "Q30", year).rows;
  expect(row!.counted!.file).toBe(first.file);
  expect(row!.superseded.map(({ file }) => file.file)).toEqual([other.file]);
  return row!.superseded[0]!.because;
}

describe("why a return counts and another of the same organisation does not", () => {
  test("a final return before a draft, and a draft before one with nothing in it", () => {
    expect(why(sent("X01", "f.xlsx", final), sent("X01", "d.xlsx", submission(7)))).toBe(
      "A final return counts before a draft.",
    );
    expect(why(sent("X01", "d.xlsx"), sentBlank("X01", "b.xlsx"))).toBe(
      "A draft counts before one with nothing in it.",
    );
  });

  test("the submission number", () => {
    const old = sent("X01", "1.xlsx", {}, at("2007-09-01T00:00:00Z"));
    expect(why(sent("X01", "2.xlsx", submission(2)), old)).toBe("Submission 2 counts before submission 1.");
    expect(why(old, sent("X01", "0.xlsx", submission(null)))).toBe(
      "Submission 1 counts before one without a number.",
    );
  });

  test("when it was saved, to the minute, and to the second where it has to be", () => {
    const later = sent("X01", "b.xlsx", {}, at("2007-03-12T09:30:00Z"));
    expect(why(later, sent("X01", "a.xlsx", {}, at("2007-03-05T16:02:10Z")))).toBe(
      "It was saved later (2007-03-12 09:30 against 2007-03-05 16:02).",
    );
    expect(why(later, sent("X01", "a.xlsx", {}, at("2007-03-12T09:29:58Z")))).toBe(
      "It was saved later (2007-03-12 09:30 against 2007-03-12 09:29).",
    );
    const soon = sent("X01", "c.xlsx", {}, at("2007-03-12T09:30:05Z"));
    expect(why(soon, later)).toBe("It was saved later (2007-03-12 09:30:05 against 2007-03-12 09:30:00).");
    expect(why(later, sent("X01", "a.xlsx"))).toBe(
      "It says when it was saved (2007-03-12 09:30), and this one does not.",
    );
  });

  test("nothing but the contents", () => {
    const [a, b] = [sent("X01", "a.xlsx", {}, { sha256: "0a" }), sent("X01", "b.xlsx", {}, { sha256: "ff" })];
    expect(why(a, b)).toMatch(
      /^Nothing tells the two apart but their contents; .*higher submission number\.$/,
    );
  });

  test("the same file, whatever else may be said of it", () => {
    const twice = { sha256: "same", ...at("2007-03-12T09:30:00Z") };
    expect(why(sent("X01", "a.xlsx", final, twice), sent("X01", "b.xlsx", final, twice))).toBe(
      "The same file, sent twice.",
    );
  });
});
