import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

import { wantedWords } from "../../src/cli/field-words";
import { answerWords, typeWord, unitWords } from "../../src/guide";
import { scratch } from "../support/scratch";
import { fieldOf } from "./fields";
import { planningYear } from "../support/shipped";
import { imtHere } from "./imt";

const away = scratch();
const keys = (...args: readonly string[]) => imtHere("keys", "--role", "provider", ...args);
const template = planningYear("2007-08").templates.get("provider")!;
const entered = [...template.fields.values()].filter(({ source }) => source.kind === "entered");

describe("imt keys", () => {
  test("lists every field that can be filled in, one line each, in the order of the sheets", async () => {
    const { code, said, remarked } = await keys();
    expect([code, remarked]).toEqual([0, []]);
    expect(said[0]).toMatch(/^key +label +type +answer +unit$/);
    expect(said.slice(1).map((line) => line.split(" ")[0])).toEqual(entered.map(({ key }) => key));
  });

  test("says what each is called and takes, in columns that stand under each other", async () => {
    const { said } = await keys();
    const columns = ["label", "type", "answer", "unit"].map((name) => said[0]!.indexOf(name));
    const line = (key: string) => {
      const found = said.find((one) => one.startsWith(`${key} `))!;
      return columns.map((start, at) => found.slice(start, columns[at + 1]).trim());
    };
    expect(line("spend.staff[plan_revenue]")).toEqual([
      "100 IM&T staff, 2007/08 plan revenue",
      "money",
      "due",
      "£000",
    ]);
    expect(line("filing.status")).toEqual(["Status", "choice", "due", "Draft / Final"]);
    expect(line("filing.fd_date")).toEqual([
      "Director of finance: date of sign-off",
      "date",
      "optional",
      "date",
    ]);
    expect(line("filing.fd_name")).toContain("text up to 80 characters");
  });

  test("--json is one line of JSON a key", async () => {
    const { said } = await keys("--json");
    expect(said).toHaveLength(entered.length);
    expect(said.map((line) => JSON.parse(line) as unknown)).toContainEqual({
      key: "filing.submission",
      label: "Submission number",
      type: "number",
      unit: "whole number",
      answer: "due",
    });
  });

  test("--out writes a CSV that Excel reads as it is: £ stays £", async () => {
    const out = join(away, "keys.csv");
    const { code, said } = await keys("--out", out);
    expect([code, said]).toEqual([
      0,
      [`IM&T spend and local IM&T plan 2007/08, provider: ${entered.length} keys in ${out}`],
    ]);
    const bytes = readFileSync(out);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes.toString("utf8"), { bom: true });
    expect(rows[0]).toEqual(["key", "label", "type", "unit", "answer"]);
    expect(rows).toContainEqual([
      "spend.staff[plan_revenue]",
      "100 IM&T staff, 2007/08 plan revenue",
      "money",
      "£000",
      "due",
    ]);
    expect(rows).toHaveLength(entered.length + 1);
  });

  test("a file that is no .csv, or two ways of printing at once, is refused", async () => {
    expect((await keys("--out", "keys.xlsx")).remarked).toEqual([
      "The list's name has to end in .csv; keys.xlsx does not.",
    ]);
    expect(await keys("--json", "--out", "keys.csv")).toEqual({
      code: 2,
      said: [],
      remarked: ["Choose one of --json and --out: lines of JSON here, or a CSV file."],
    });
  });
});

describe("what a field takes, in words", () => {
  test.each([
    [{ kind: "money" }, "money", "£000", "a whole number (£000)"],
    [{ kind: "count", decimals: 0 }, "number", "whole number", "a whole number"],
    [{ kind: "count", decimals: 1 }, "number", "number, 1 decimal", "a number with at most 1 decimal"],
    [{ kind: "count", decimals: 2 }, "number", "number, 2 decimals", "a number with at most 2 decimals"],
    [
      { kind: "percent", decimals: 1 },
      "percentage",
      "%",
      "a percentage, written as 45% or 0.45, with at most 1 decimal",
    ],
    [{ kind: "date" }, "date", "date", "a day as dd/mm/yyyy or yyyy-mm-dd, from 1990 to 2049"],
    [{ kind: "text", most: 9 }, "text", "text up to 9 characters", "text of up to 9 characters"],
    [{ kind: "code" }, "code", "code", "a code of letters and digits"],
    [{ kind: "choice", choices: ["Yes", "No"] }, "choice", "Yes / No", "one of Yes, No"],
  ] as const)("%j", (type, word, unit, wanted) => {
    const field = fieldOf(type);
    expect([typeWord(field), unitWords(field), wantedWords(field)]).toEqual([word, unit, wanted]);
  });

  test("with the bounds that it has", () => {
    const wanted = (least: number | null, most: number | null) =>
      wantedWords(fieldOf({ kind: "count", decimals: 0 }, { least, most }));
    expect(wanted(0, null)).toBe("a whole number, 0 or more");
    expect(wanted(null, 0)).toBe("a whole number, 0 or less");
    expect(wanted(1, 99)).toBe("a whole number, from 1 to 99");
    expect(wantedWords(fieldOf({ kind: "percent", decimals: 0 }, { least: 0.07, most: 1 }))).toBe(
      "a percentage, written as 45% or 0.45, with whole per cents, from 7% to 100%",
    );
  });

  test("and whether a blank is an answer", () => {
    const words = (answer: "due" | "optional" | "zero") =>
      answerWords(fieldOf({ kind: "money" }, { answer }));
    expect([words("due"), words("optional"), words("zero")]).toEqual([
      "due",
      "optional",
      "optional, blank is 0",
    ]);
    const inList = { ...fieldOf({ kind: "money" }), row: ["a.r01[b]"] };
    expect(answerWords(inList)).toBe("due in a row that is used");
  });
});
