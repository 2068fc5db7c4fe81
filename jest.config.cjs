/** Tests mirror src/; what needs LibreOffice says so and is not counted where it is missing. */
module.exports = {
  testEnvironment: "node",
  // A whole plan takes seconds to draw and to write.
  testTimeout: 60_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/test/outside/"],
  // What reads and writes Parquet comes as modules alone.
  transformIgnorePatterns: ["/node_modules/(?!hyparquet)"],
  transform: {
    "/node_modules/hyparquet(-writer)?/.+\\.js$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "ecmascript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
};
