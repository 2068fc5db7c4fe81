const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { BannerPlugin } = require("webpack");

/** The imt command for Node: exceljs in a part of its own, which is loaded only when a workbook is written. */
const command = {
  name: "imt",
  target: "node20",
  entry: "./src/cli/main.ts",
  output: {
    path: path.resolve(__dirname, "dist"),
    filename: "imt.js",
    chunkFilename: "imt-[name].js",
    clean: true,
  },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        exclude: /node_modules/,
        options: { transpileOnly: true },
      },
    ],
  },
  // Only unzipper's reader of cloud storage would need it, and nothing here reads from there.
  externals: { "@aws-sdk/client-s3": "commonjs @aws-sdk/client-s3" },
  node: { __dirname: false },
  optimization: { minimize: false, chunkIds: "named" },
  plugins: [
    new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^imt\.js$/ }),
    new CopyPlugin({ patterns: [{ from: "templates", to: "templates" }] }),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
};

module.exports = [command];
