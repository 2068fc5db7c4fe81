import { join } from "node:path";

import { readPlanningYear } from "../../src/template";
import { planningYear, yearFiles } from "../support/shipped";

const files = yearFiles("2001-02", join(__dirname, "..", "fixtures", "wards"));
const written = files.sheets.get("letters")!.text;

/** What is wrong once this piece of the letters' words is another, by the words of the line that is named. */
function problemsOf(old: string, by: string): readonly (readonly [string, string])[] {
  if (written.split(old).length !== 2) throw new Error(`${old} does not stand there once`);
  const text = written.replace(old, by);
  const sheets = new Map([...files.sheets, ["letters", { name: "letters.yaml", text }] as const]);
  const result = readPlanningYear({ ...files, sheets });
  if (result.kind === "year") return [];
  return result.problems.map(({ file, line, message }) => {
    expect(file).toBe("letters.yaml");
    return [text.split("\n")[line - 1]!.trim(), message] as const;
  });
}

describe("the words of letters are refused where", () => {
  test("a hole is not known there", () => {
    expect(problemsOf("[That is all.]", '["That is {all}."]')).toEqual([
      [
        'closing: ["That is {all}."]',
        "“0”: nothing is known of {all}; what may stand here is {organisation}, {code}, {authority}, {year}, {returns}, {answer_by}, {due}, {dates.NAME}.",
      ],
    ]);
  });

  test("a brace is never closed", () => {
    expect(problemsOf("[That is all.]", '["That is {code."]')).toEqual([
      ['closing: ["That is {code."]', "“0”: a brace is opened and never closed, or closed and never opened."],
    ]);
  });

  test("a day is none of the year's", () => {
    expect(problemsOf("{dates.answers}", "{dates.never}")).toEqual([
      ['due: "Answers were due on {dates.never}."', "There is no day never among the year's dates."],
    ]);
    expect(problemsOf("before: review", "before: never").map(([, message]) => message)).toEqual([
      "There is no day never among the year's dates.",
    ]);
  });

  test("a text is missing, or one stands there that nothing asks for", () => {
    expect(problemsOf("enquiries:", "enquiry:").map(([, message]) => message)).toEqual([
      "“enquiries” is missing.",
      "“enquiry” is not known here.",
    ]);
  });
});

describe("the letters of a year", () => {
  test("want an answer so many days before a day of the year", () => {
    // Ten days before 30 June.
    expect(planningYear("2001-02", join(__dirname, "..", "fixtures", "wards")).letters!.replyBy).toBe(
      "2001-06-20",
    );
  });

  test("are shipped for every year, two weeks before its review or its plans", () => {
    const replies = ["2005-06", "2007-08", "2008-09"].map((year) => planningYear(year).letters?.replyBy);
    expect(replies).toEqual(["2006-03-17", "2007-06-16", "2008-03-17"]);
  });
});
