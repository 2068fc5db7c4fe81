import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

const UNWANTED = [
  'import { Scalar } from "./value";',
  "const left = 1;",
  "export const loose = (value: any) => typeof value;",
  "export function drop(work: () => Promise<Scalar>) { work(); }",
  'console.log("x");',
  "export default loose;",
  'export const code = "Q30";',
  'export { readWorkbook } from "../xlsx/read";',
].join("\n");
const FULL = Array.from({ length: 350 }, (_, at) => `export const v${at} = ${at};\n// why\n\n`).join("");
const SCRIPT = "console.log(process.argv);\nnowhere();\n";

/** Code, and an existing file for which it stands in: types are only known of files that the project has. */
const CASES = {
  unwanted: ["src/formula/index.ts", UNWANTED],
  full: ["src/formula/index.ts", FULL],
  tooFull: ["src/formula/index.ts", `${FULL}export const w = 1;\n`],
  module: ["scripts/lint/rooms.mjs", SCRIPT],
  script: ["jest.config.cjs", `module.exports = require("node:path");\n${SCRIPT}`],
} as const;

// A process of its own, because Jest can't load ESLint's settings; one for all, because it is slow to start.
const RUN = `
  const { ESLint } = require("eslint");
  const { cases, files } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  (async () => {
    const eslint = new ESLint();
    const findings = {};
    for (const [name, [filePath, code]] of Object.entries(cases)) {
      const [{ messages }] = await eslint.lintText(code, { filePath });
      findings[name] = messages.map(({ line, ruleId }) => line + " " + ruleId).sort();
    }
    const consoles = {};
    for (const file of files) consoles[file] = (await eslint.calculateConfigForFile(file)).rules["no-console"][0];
    console.log(JSON.stringify({ findings, consoles }));
  })();
`;

interface Answer {
  /** For each case, the line and the rule of every finding. */
  readonly findings: Readonly<Record<keyof typeof CASES, readonly string[]>>;
  /** How severe it is to write to the terminal from a file: 2 is an error. */
  readonly consoles: Readonly<Record<string, number>>;
}

describe("the set-up of the linter", () => {
  let answer: Answer;

  beforeAll(() => {
    const input = JSON.stringify({ cases: CASES, files: ["src/cli/main.ts", "src/pane/main.ts"] });
    const options = { cwd: ROOT, input, encoding: "utf8" } as const;
    answer = JSON.parse(execFileSync(process.execPath, ["-e", RUN], options)) as Answer;
  }, 60_000);

  test("refuses in the program what the house does not want", () => {
    expect(answer.findings.unwanted).toEqual([
      "1 @typescript-eslint/consistent-type-imports",
      "2 @typescript-eslint/no-unused-vars",
      "3 @typescript-eslint/no-explicit-any",
      "4 @typescript-eslint/no-floating-promises",
      "5 local/rooms",
      "5 no-console",
      "6 no-restricted-exports",
      "7 local/no-definition-literals",
      "8 local/rooms",
    ]);
  });

  test("refuses a file of more than 350 lines, comments and blank lines not counted", () => {
    expect(answer.findings.full).toEqual([]);
    expect(answer.findings.tooFull).toEqual([expect.stringMatching(/ max-lines$/)]);
  });

  test("lets the command, and no other room, talk to the terminal", () => {
    expect(answer.consoles).toEqual({ "src/cli/main.ts": 0, "src/pane/main.ts": 2 });
  });

  test("knows Node's names in scripts and refuses unknown ones", () => {
    expect(answer.findings.module).toEqual(["2 no-undef"]);
    expect(answer.findings.script).toEqual(["3 no-undef"]);
  });
});
