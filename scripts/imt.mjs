// Runs the imt command from a checkout, building it first where it is missing or older than what it is made of.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, "dist", "imt.js");
const MADE_OF = [
  "src",
  "templates",
  "manifest.xml",
  "webpack.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const age = existsSync(built) ? statSync(built).mtimeMs : 0;
if (MADE_OF.some((name) => newest(join(root, name)) > age)) {
  process.stderr.write("Building the imt command …\n");
  const webpack = join(root, "node_modules", "webpack-cli", "bin", "cli.js");
  const build = spawnSync(process.execPath, [webpack, "--mode", "production", "--config-name", "imt"], {
    cwd: root,
    encoding: "utf8",
  });
  if (build.status !== 0) {
    process.stderr.write(
      `${build.stdout ?? ""}${build.stderr ?? ""}The imt command could not be built. Run npm ci first.\n`,
    );
    process.exit(2);
  }
}
const result = spawnSync(process.execPath, [built, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(result.status ?? 2);
