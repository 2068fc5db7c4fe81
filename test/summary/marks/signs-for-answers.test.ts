import { withSigns } from "../../../src/summary/marks/signs-for-answers";
import type { SummaryExpression, SummaryState } from "../../../src/template";

const STATES: readonly SummaryState[] = [
  { is: "In place", sign: "✔", says: "In place", look: "green" },
  { is: null, sign: "?", says: "No answer", look: "note" },
];
const cells = (column: string): SummaryExpression => ({
  kind: "reference",
  to: { kind: "column", table: "points", column },
});
const counted = (column: string, value: string): SummaryExpression => ({
  kind: "call",
  name: "COUNTSAME",
  args: [cells(column), { kind: "text", value }],
});

describe("a formula that counts answers by their words", () => {
  const signs = new Map([["points.first", STATES]]);

  test("counts the signs that stand in the cells for them, wherever in the formula it does", () => {
    const sum = (left: SummaryExpression): SummaryExpression => ({
      ...{ kind: "binary", operator: "+", left },
      right: { kind: "negate", of: left },
    });
    expect(withSigns(sum(counted("first", "In place")), signs)).toEqual(sum(counted("first", "✔")));
  });

  test("is left as it is over columns that hold the words, and for words that are no state", () => {
    expect(withSigns(counted("second", "In place"), signs)).toEqual(counted("second", "In place"));
    expect(withSigns(counted("first", "Begun"), signs)).toEqual(counted("first", "Begun"));
  });
});
