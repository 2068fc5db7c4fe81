const Sequencer = require("@jest/test-sequencer").default;

/** Tests that take longest, the longest first: begun late, one of them would be waited for while the other processors have nothing to do. */
const LONGEST = [
  "agreement/whole-provider",
  "demo-totals/demo-totals",
  "agreement/whole-commissioner",
  "edit-sequences/edit-sequences",
  "agreement/whole-years",
  "pane/chromium/states",
  "worked-examples/worked-examples",
  "agreement/agreement",
  "agreement/commissioner",
  "pane/chromium/saved-return",
  "worked-examples/commissioner",
  "resaved/resaved",
  "report/report",
  "demo/insert-row",
  "support/person",
  "support/libreoffice",
  "pane/chromium/journeys",
];

/** Where a test stands among the longest; behind them, if it is none. */
function place({ path }) {
  const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return at === -1 ? LONGEST.length : at;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other));
  }
};
