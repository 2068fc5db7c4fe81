const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { BannerPlugin } = require("webpack");

const { OFFICE, officeFiles } = require("./scripts/webpack/office.cjs");
const { PagesPlugin } = require("./scripts/webpack/pages-plugin.cjs");

const here = (...parts) => path.resolve(__dirname, ...parts);
const resolve = { extensions: [".ts", ".tsx", ".js"] };
const typescript = {
  test: /\.tsx?$/,
  loader: "ts-loader",
  exclude: /node_modules/,
  options: { transpileOnly: true },
};

/** The imt command for Node: exceljs in a part of its own, which is loaded only when a workbook is written. */
const command = {
  name: "imt",
  target: "node20",
  entry: "./src/cli/main.ts",
  output: {
    path: here("dist"),
    filename: "imt.js",
    chunkFilename: "imt-[name].js",
    clean: { keep: /^pane([/\\]|$)/ },
  },
  resolve,
  module: { rules: [typescript] },
  // Only unzipper's reader of cloud storage would need it, and nothing here reads from there.
  externals: { "@aws-sdk/client-s3": "commonjs @aws-sdk/client-s3" },
  node: { __dirname: false },
  optimization: { minimize: false, chunkIds: "named" },
  plugins: [
    new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^imt\.js$/ }),
    new CopyPlugin({
      patterns: [
        { from: "templates", to: "templates" },
        { from: "manifest.xml", to: "manifest.development.xml" },
      ],
    }),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
};

/** What the pane may load before it shows its first page, packed, besides Office.js. */
const FIRST_LOAD = 80_000;

/**
 * The task pane: a folder of files for any web server. A file's name changes with what is in it, but for the pages and pictures
 * that the manifest names. `office`: "local" puts Office.js beside the pane, for networks that don't reach Microsoft's.
 */
const pane = (office, mode) => ({
  name: "pane",
  target: ["web", "es2022"],
  entry: { pane: "./src/pane/index.ts" },
  output: {
    path: here("dist", "pane"),
    filename: "[name].[contenthash:10].js",
    chunkFilename: "[name].[contenthash:10].js",
    cssFilename: "[name].[contenthash:10].css",
    clean: true,
  },
  // What reads a register expects Node's buffers, but for its edition for browsers.
  resolve: { ...resolve, alias: { "csv-parse/sync": "csv-parse/browser/esm/sync" } },
  experiments: { css: true },
  module: {
    rules: [
      typescript,
      // Rooms only declare things: what is imported from one and not used is left out, with what that would load.
      { test: /[\\/]src[\\/]/, exclude: /[\\/]src[\\/]pane[\\/]/, sideEffects: false },
      {
        test: /[\\/]year\.yaml$/,
        type: "javascript/auto",
        loader: here("scripts/webpack/definitions-loader.cjs"),
      },
    ],
  },
  // The pane's own rules allow no eval, which webpack's usual maps are made with.
  devtool: mode === "development" ? "source-map" : false,
  plugins: [
    new PagesPlugin({
      pages: [here("src/pane/taskpane.html"), here("src/pane/help.html")],
      words: office,
      budget: FIRST_LOAD,
    }),
    new CopyPlugin({
      patterns: [{ from: "*.png", context: "src/pane/icons", to: "icons" }, ...officeFiles(office)],
    }),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
});

module.exports = ({ office = "hosted" } = {}, { mode } = {}) => {
  if (!Object.hasOwn(OFFICE, office))
    throw new Error(`--env office=${office} is not known: it is one of ${Object.keys(OFFICE).join(", ")}.`);
  return [command, pane(OFFICE[office], mode)];
};
