/** Whole plans against LibreOffice, over all sheets and rules: minutes a role, so apart from the other tests. */
module.exports = {
  ...require("./jest.config.cjs"),
  testPathIgnorePatterns: ["/node_modules/"],
  testMatch: ["**/agreement/whole-*.test.ts"],
};
