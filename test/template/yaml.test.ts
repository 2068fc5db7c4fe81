import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

import { carefullyRead, readYaml } from "../../src/template/yaml";
import type { DefinitionProblem, LocatedSource } from "../../src/template/source";
import { randomNumbers } from "../support/random-returns";
import { TEMPLATES } from "../support/shipped";

const files = readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, text: readFileSync(join(TEMPLATES, name), "utf8") }));

type Reader = (
  file: { readonly name: string; readonly text: string },
  problems: DefinitionProblem[],
) => LocatedSource | undefined;

/** What a reader makes of a text: its content, or what it says is wrong. */
function madeBy(reader: Reader, text: string) {
  const problems: DefinitionProblem[] = [];
  const source = reader({ name: "a.yaml", text }, problems);
  return source ? { content: source.as(v.unknown(), problems) } : { problems };
}

const same = (text: string) =>
  JSON.stringify(madeBy(readYaml, text)) === JSON.stringify(madeBy(carefullyRead, text));

/** What spoils a text of YAML, or changes what it means. */
const SPOILS = [
  ...[
    " ",
    "  ",
    "\n",
    ":",
    ": ",
    "- ",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    "\t",
    "|",
    ">",
    "? ",
    "!",
    "%",
    "@",
  ],
  ...[
    "&a ",
    "*a",
    "---\n",
    "...",
    "~",
    "0",
    "1e3",
    "0x1F",
    "0o17",
    "yes",
    "null",
    ".inf",
    "<<: ",
    "\r",
    "!!str ",
  ],
];

describe("a definition in YAML", () => {
  test.each(files.map(({ name, text }) => [name, text]))("%s is read alike by both readers", (_, text) => {
    expect(madeBy(readYaml, text)).toEqual(madeBy(carefullyRead, text));
    expect(madeBy(readYaml, text)).toHaveProperty("content");
  });

  test("is read alike by both readers, or refused in the same words, where a piece of it was spoilt", () => {
    const random = randomNumbers(20070331);
    const upTo = (most: number) => Math.floor(random() * most);
    const differing: string[] = [];
    for (let times = 0; times < 500; times += 1) {
      const lines = files[upTo(files.length)]!.text.split("\n");
      const from = upTo(lines.length);
      const piece = lines.slice(from, from + 6 + upTo(12));
      const indent = /^ */.exec(piece[0] ?? "")![0];
      let text = piece.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
      for (let spoilt = upTo(3); spoilt >= 0; spoilt -= 1) {
        const at = upTo(text.length);
        text = text.slice(0, at) + SPOILS[upTo(SPOILS.length)]! + text.slice(at + upTo(3));
      }
      if (!same(text)) differing.push(text);
    }
    expect(differing).toEqual([]);
  });

  test.each([
    ["a blank key", 'a: 1\n: "b"\n'],
    ["a blank key between brackets", "a: { : 1 }\n"],
    ["a key that is said to be one", "? \n"],
    ["a list beside a blank key", ": - code: SI04\n"],
    ["a tag", "a: { asks: ![money] }\n"],
    ["a tab before a text", "\t1]7\n"],
    ["a carriage return within a line", "sou\r| ours\n"],
    ["an alias", "a: &x 1\nb: *x\n"],
    ["a key given twice", "a: 1\na: 2\n"],
    ["nothing", ""],
  ])("is read alike by both readers, or refused in the same words: %s", (_, text) => {
    expect(madeBy(readYaml, text)).toEqual(madeBy(carefullyRead, text));
  });

  test("knows the line of a value that is refused for what it says", () => {
    const problems: DefinitionProblem[] = [];
    const text = "title: Spend\nlines:\n  - { id: staff }\n  - id: hardware\n    label: 7\n";
    const source = readYaml({ name: "spend.yaml", text }, problems)!;
    expect(source.problem(["lines", 1, "label"], "A label is a text.")).toEqual({
      file: "spend.yaml",
      line: 5,
      message: "A label is a text.",
    });
    expect(source.problem(["lines", 0, "label"], "There is none.").line).toBe(3);
  });
});
