// Draws the pictures of docs/pictures/pane anew: each state of the pane, as its tests in a browser bring it about. Needs chromium.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "docs", "pictures", "pane");
rmSync(out, { recursive: true, force: true });
const jest = join(root, "node_modules", "jest", "bin", "jest.js");
const { status } = spawnSync(process.execPath, [jest, "test/pane/chromium", "--runInBand"], {
  cwd: root,
  env: { ...process.env, IMT_PICTURES: out },
  stdio: ["ignore", "ignore", "inherit"],
});
if (status === 0) process.stdout.write(`${readdirSync(out).length} pictures in docs/pictures/pane\n`);
process.exitCode = status ?? 1;
