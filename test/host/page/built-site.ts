import { join } from "node:path";

import { madeOnce, PROGRAM } from "../../support/made-once";
import { run } from "../../support/run";

const PROJECT = join(__dirname, "..", "..", "..");
const BUNDLED = join(__dirname, "bundle-site.mjs");

/** A folder with the pane as it is bundled for others, `pane`, and the workbench, `workbench`; made anew where anything in them changed. */
export function builtSite(): Promise<string> {
  const own = ["webpack.config.js", "scripts/webpack", "test/host"];
  return madeOnce({
    name: "site",
    from: [...PROGRAM, ...own.map((name) => join(PROJECT, name))],
    make: async (folder) => {
      const { code, stdout, stderr } = await run(process.execPath, [BUNDLED, folder], { timeout: 240_000 });
      if (code !== 0) throw new Error(`${stdout}${stderr}`);
    },
  });
}
