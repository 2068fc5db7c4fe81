import type { Tool } from "./tool";

/**
 * A describe that needs a tool. Where that is missing, it says so and counts as one skipped test, not as passed; on the build
 * server, where nothing may be missing, it fails.
 */
export function describeWith(tool: Tool, title: string, body: () => void): void {
  if (tool.available) {
    describe(title, body);
    return;
  }
  const notRun = `not run (${tool.name} is not installed)`;
  if (process.env["CI"] === "true") {
    describe(title, () => {
      test(notRun, () => {
        throw new Error(`${title}: ${notRun}. Where CI is "true" it has to be.`);
      });
    });
    return;
  }
  process.stderr.write(`${title}: ${notRun}\n`);
  describe.skip(title, () => {
    test(notRun, () => undefined);
  });
}
