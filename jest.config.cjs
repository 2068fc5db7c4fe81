/** Packages that come as modules of the newer kind alone, which jest has to have rewritten. */
const MODULES_ALONE = "hyparquet|hyparquet-writer";

/** Tests mirror src/; what needs LibreOffice says so and is not counted where it is missing. */
module.exports = {
  testEnvironment: "<rootDir>/test/plain-world.cjs",
  // A whole plan takes seconds to draw and to write, and several times that on a busy machine: the limit is for what never ends.
  testTimeout: 180_000,
  testSequencer: "<rootDir>/test/longest-first.cjs",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/test/outside/"],
  // Of these, what they have for browsers can be read as the older kind; jest takes the others for the newer kind by their ending.
  moduleNameMapper: { "^(d3-[a-z-]+|internmap)$": "<rootDir>/node_modules/$1/dist/$1.min.js" },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES_ALONE})/)`],
  transform: {
    [`/node_modules/(${MODULES_ALONE})/.+\\.js$`]: [
      "@swc/jest",
      { jsc: { parser: { syntax: "ecmascript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
};
