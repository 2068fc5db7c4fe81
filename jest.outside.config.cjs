/** Tests that need what lies outside of this project: they have a command of their own, and say so where it is missing. */
const usual = require("./jest.config.cjs");

module.exports = { ...usual, testMatch: ["**/test/outside/*.test.ts"], testPathIgnorePatterns: [] };
