import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { made } from "./made";
import { run } from "./run";

jest.setTimeout(60_000);

const ROOT = join(__dirname, "..", "..");

const SAMPLE = `
const { describeWith } = require("../../test/support/skipping");
describeWith({ available: true, name: "Node" }, "what can run", () => { test("runs", () => {}); });
describeWith({ available: false, name: "LibreOffice" }, "what cannot run", () => { test("never runs", () => {}); });
`;

interface Outcome {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
}

describe("tests that need a tool", () => {
  const folder = made("support-skipping");
  writeFileSync(join(folder, "sample.test.js"), SAMPLE);

  async function outcome(ci: string): Promise<{ readonly result: Outcome; readonly said: string }> {
    const config = {
      rootDir: ROOT,
      roots: [folder],
      testMatch: ["**/sample.test.js"],
      transform: {
        "\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" } }, module: { type: "commonjs" } }],
      },
    };
    const jest = join(ROOT, "node_modules", "jest", "bin", "jest.js");
    const args = [jest, "--config", JSON.stringify(config), "--json", "--runInBand"];
    const { stdout, stderr } = await run(process.execPath, args, { env: { CI: ci } });
    return { result: JSON.parse(stdout) as Outcome, said: stderr };
  }

  test("are skipped, not passed, where it is missing, and one line says so", async () => {
    const { result, said } = await outcome("");
    expect(result).toMatchObject({ numPassedTests: 1, numPendingTests: 1, numFailedTests: 0, success: true });
    const lines = said.split("\n").filter((line) => line.includes("not run"));
    expect(lines).toContain("what cannot run: not run (LibreOffice is not installed)");
  });

  test("fail where it is missing on the build server", async () => {
    const { result } = await outcome("true");
    expect(result).toMatchObject({
      numPassedTests: 1,
      numPendingTests: 0,
      numFailedTests: 1,
      success: false,
    });
  });
});
