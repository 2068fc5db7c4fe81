/** Tests mirror src/; what needs LibreOffice says so and is not counted where it is missing. */
module.exports = {
  testEnvironment: "node",
  // A whole plan takes seconds to draw and to write.
  testTimeout: 60_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/test/outside/"],
  // These are modules of the newer kind alone; what they have for browsers can be read as the older kind.
  moduleNameMapper: { "^(d3-[a-z-]+|internmap)$": "<rootDir>/node_modules/$1/dist/$1.min.js" },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
};
