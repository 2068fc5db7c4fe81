/** The workbench's page as one script with the whole host in it, beside the part that writes files. */
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const HERE = dirname(fileURLToPath(import.meta.url));

export function workbenchConfig(folder) {
  return {
    name: "workbench",
    mode: "development",
    devtool: false,
    context: resolve(HERE, "..", "..", ".."),
    entry: { workbench: join(HERE, "workbench.ts") },
    output: { path: folder, filename: "[name].js", chunkFilename: "[name].js", publicPath: "/workbench/" },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [{ test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true } }],
    },
    performance: { hints: false },
  };
}

/** Bundles by one or several configurations; what is wrong with them is thrown. */
export function bundled(config) {
  const compiler = webpack(config);
  return new Promise((done, fail) => {
    compiler.run((problem, stats) => {
      const said = problem ?? (stats.hasErrors() ? new Error(stats.toString("errors-only")) : undefined);
      compiler.close(() => (said ? fail(said) : done()));
    });
  });
}
