import { enteredReturn } from "../support/entered-return";
import { writtenReturn } from "../support/honest";
import { planningYear } from "../support/shipped";
import { ASSURED } from "./authority";
import { COMMISSIONER } from "./commissioner";
import { PROVIDER } from "./provider";
import { traced } from "./traced";

const year = planningYear("2007-08");

traced({
  year,
  honest: { provider: "honest-provider", commissioner: "honest-commissioner" },
  cases: [...PROVIDER, ...COMMISSIONER],
  assured: ASSURED.map(({ id }) => id),
  count: 91,
  // A commissioner has no tariff income: it sees the rate in the uplift that it lists of each provider, which is money.
  elsewhere: new Set(["0708-T2 commissioner percentage"]),
});

const provider = year.templates.get("provider")!;

describe("what the tariff's uplift comes to", () => {
  test.each([
    // 0.3% of 165,000, and 3,530 less 3,000.
    ["test.forecast_all[uplift]", 495],
    ["test.forecast_all[rise]", 530],
    ["test.forecast_all[difference]", 35],
    // 0.1% of 171,900, and 3,840 less 3,530.
    ["test.plan_all[uplift]", 172],
    ["test.plan_all[rise]", 310],
    ["test.plan_all[difference]", 138],
  ])("%s is %d in the honest return", (key, figure) => {
    const found = enteredReturn(provider, writtenReturn("honest-provider", provider));
    expect(found.fields.get(key)!.value).toBe(figure);
  });
});
