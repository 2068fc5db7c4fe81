const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

/**
 * Node's own environment for a test file, but in a world whose global names are looked up as everywhere else. In the usual one each
 * Map, Math or Number that is named is asked for through jest, which makes what counts and draws a fifth slower.
 */
module.exports = class PlainWorld extends TestEnvironment {
  constructor(config, context) {
    const usual = vm.createContext;
    // Older versions of Node have no such worlds: there the usual one serves.
    const { DONT_CONTEXTIFY } = vm.constants ?? {};
    vm.createContext = (...given) => (DONT_CONTEXTIFY ? usual(DONT_CONTEXTIFY) : usual(...given));
    try {
      super(config, context);
    } finally {
      vm.createContext = usual;
    }
  }
};
