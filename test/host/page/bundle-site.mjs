/**
 * node test/host/page/bundle-site.mjs FOLDER: the pane, by the very rules by which it is bundled for others, and the workbench that it is
 * tested in.
 */
import { createRequire } from "node:module";
import { join } from "node:path";

import { bundled, workbenchConfig } from "./bundle.mjs";

const [, pane] = createRequire(import.meta.url)("../../../webpack.config.js")(
  { office: "local" },
  { mode: "development" },
);
const [folder] = process.argv.slice(2);
await bundled([
  {
    ...pane,
    mode: "development",
    devtool: false,
    output: { ...pane.output, path: join(folder, "pane") },
    // Pictures are not needed here, and Office.js is served from where it was installed.
    plugins: pane.plugins.filter(({ constructor: { name } }) => name === "PagesPlugin"),
  },
  workbenchConfig(join(folder, "workbench")),
]);
