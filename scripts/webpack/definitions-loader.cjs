// A year.yaml becomes the compiled definitions of its planning year; with ?head, the few words that a list of years needs.
const { basename, dirname } = require("node:path");

const { compiledYear, yearHead } = require("./compiled-year.cjs");

module.exports = function definitionsLoader() {
  const folder = dirname(this.resourcePath);
  const [templates, year] = [dirname(folder), basename(folder)];
  const { read, ...result } =
    this.resourceQuery === "?head" ? yearHead(templates, year) : compiledYear(templates, year);
  for (const path of read) this.addDependency(path);
  const [value] = Object.values(result);
  // A text to be parsed: browsers read that faster than the same written out as a program.
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
};
