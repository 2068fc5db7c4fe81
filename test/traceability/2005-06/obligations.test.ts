import { planningYear } from "../../support/shipped";
import { traced } from "../traced";
import { ASSURED } from "./authority";
import { UNMET } from "./unmet";

traced({
  year: planningYear("2005-06"),
  honest: { provider: "honest-provider-2005", commissioner: "honest-commissioner-2005" },
  cases: UNMET,
  assured: ASSURED.map(({ id }) => id),
  count: 7,
});
