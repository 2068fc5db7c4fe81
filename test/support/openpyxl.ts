import { spawnSync } from "node:child_process";
import { run } from "./run";
import type { Tool } from "./tool";

/** The system's own Python, for which the distribution's openpyxl is installed. */
const PYTHON = "/usr/bin/python3";
const ALONE = ["-I", "-X", "utf8"];

export const openpyxl: Tool = {
  available: spawnSync(PYTHON, [...ALONE, "-c", "import openpyxl"], { timeout: 30_000 }).status === 0,
  name: "openpyxl",
};

/** Runs a Python script that reads JSON from its input and prints JSON. */
export async function python(script: string, input: unknown = null, timeout = 60_000): Promise<unknown> {
  const options = { input: JSON.stringify(input), timeout };
  const { code, stdout, stderr } = await run(PYTHON, [...ALONE, "-c", script], options);
  if (code !== 0) throw new Error(`the Python script ended with code ${code}\n${stderr}`.trim());
  try {
    return JSON.parse(stdout) as unknown;
  } catch {
    throw new Error(`the Python script did not print JSON but: ${stdout.slice(0, 500)}\n${stderr}`.trim());
  }
}
