/** node test/pane/chromium/bundle.mjs FOLDER: the pane over a workbook in memory, by the very rules by which the pane itself is bundled. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const webpack = require("webpack");
const [, pane] = require("../../../webpack.config.js")({ office: "local" }, { mode: "development" });

const here = dirname(fileURLToPath(import.meta.url));
const [folder] = process.argv.slice(2);
const compiler = webpack({
  ...pane,
  mode: "development",
  devtool: false,
  entry: { pane: join(here, "..", "page", "entry.ts") },
  output: { ...pane.output, path: folder },
  // Pictures and Office.js are not needed here.
  plugins: pane.plugins.filter(({ constructor: { name } }) => name === "PagesPlugin"),
});
compiler.run((problem, stats) => {
  const said = problem ?? (stats.hasErrors() ? stats.toString("errors-only") : undefined);
  if (said) {
    console.error(said);
    process.exitCode = 1;
  }
  compiler.close(() => undefined);
});
