/** The laws alone, drawn anew and many times as much; the seed is said, so that a run can be had again with LAWS_SEED. */
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const usual = require("./jest.config.cjs");

process.env.LAWS_SEED ??= String(Math.floor(Date.now() / 1000));
process.env.LAWS_TIMES ??= "20";

const laws = readdirSync(join(__dirname, "test"), { recursive: true })
  .filter((path) => path.endsWith(".test.ts"))
  .filter((path) => readFileSync(join(__dirname, "test", path), "utf8").includes('support/laws"'))
  .map((path) => `<rootDir>/test/${path.replaceAll("\\", "/")}`);

console.log(`Laws drawn with LAWS_SEED=${process.env.LAWS_SEED}, ${process.env.LAWS_TIMES} times as much.`);
module.exports = { ...usual, testMatch: laws, testTimeout: 1_800_000 };
