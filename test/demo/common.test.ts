import { readFileSync } from "node:fs";
import { join } from "node:path";

import { makeDemo } from "../../src/demo";
import { planningYear } from "../support/shipped";
import { COMMON } from "./shipped-demo";

const NAME = "2008-09/demo.yaml";
const TEXT = readFileSync(join(__dirname, "..", "..", "templates", NAME), "utf8");
const YEAR = planningYear("2008-09");

type Change = readonly [old: string, by: string];

function changed(text: string, [old, by]: Change): string {
  if (text.split(old).length < 2) throw new Error(`the demo does not hold ${old}`);
  return text.replace(old, () => by);
}

/** Why a demo is refused, each with the words of the line that is named. */
function refused(own: string, common: { readonly name: string; readonly text: string } | null) {
  const result = makeDemo({ name: NAME, text: own }, YEAR, common);
  if (result.kind === "demo") return [];
  return result.problems.map(({ file, line, message }) => {
    const text = file === NAME ? own : (common?.text ?? "");
    return [file, text.split("\n")[line - 1]?.trim() ?? "", message] as const;
  });
}

describe("what demos have in common", () => {
  test("is wanted where a demo takes it", () => {
    const [, ...others] = refused(TEXT, null).map(([, , message]) => message);
    expect(others).toContain("Nothing called spend is common to the demos here.");
    expect(others).toContain("“surnames” is missing.");
  });

  test("is refused by its own file and line", () => {
    const change: Change = ["=ROUND({}_revenue*hardware_mix,0)", "=ROUND({}_revenue*hardware_mixture,0)"];
    const told = refused(TEXT, { ...COMMON, text: changed(COMMON.text, change) });
    expect(new Set(told.map(([file, words]) => `${file} ${words}`))).toEqual(
      new Set([`common/demo.yaml spend.hardware[{forecast,plan}_revenue]: "${change[1]}"`]),
    );
    for (const [, , message] of told)
      expect(message).toMatch(/^There is no draw or figure hardware_mixture that every size/);
  });

  test("is refused where it is not of the shape that is wanted", () => {
    const change: Change = ["surnames: [Sample,", "surname: [Sample,"];
    const told = refused(TEXT, { ...COMMON, text: changed(COMMON.text, change) });
    expect(told.map(([file, , message]) => [file, message])).toEqual([
      ["common/demo.yaml", "“surnames” is missing."],
      ["common/demo.yaml", "“surname” is not known here."],
    ]);
  });
});

describe("what is said of two organisations is refused for", () => {
  const TROUBLES: Readonly<Record<string, readonly [change: Change, at: string, says: string]>> = {
    "one that is not there": [
      ["- [X81, X8A, 21400]", "- [X81, X9A, 21400]"],
      "- [X81, X9A, 21400]",
      "X9A files no commissioner return here.",
    ],
    "an entry too few": [
      ["- [X81, X8A, 21400]", "- [X81, X8A]"],
      "- [X81, X8A]",
      "Two codes and 1 entries are wanted here, one for each column.",
    ],
    "an answer that is due and of which nothing is said": [
      ['each: { provided: "Yes", months: 0 }', 'each: { provided: "Yes" }'],
      "contracts:",
      "Nothing is said of contracts[months], where an answer is due.",
    ],
    "a list that is not there": [
      ["  contracts:\n    roles", "  bargains:\n    roles"],
      "roles: [provider, commissioner]",
      "There is no list bargains in the provider return.",
    ],
  };
  test.each(Object.entries(TROUBLES))("%s", (_, [change, at, says]) => {
    expect(refused(changed(TEXT, change), COMMON)).toContainEqual([NAME, at, says]);
  });
});
