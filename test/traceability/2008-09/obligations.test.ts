import { planningYear } from "../../support/shipped";
import { traced } from "../traced";
import { UNMET } from "./unmet";

traced({
  year: planningYear("2008-09"),
  honest: { provider: "honest-provider-2008", commissioner: "honest-commissioner-2008" },
  cases: UNMET,
  // The framework puts no question to the authority.
  assured: [],
  count: 17,
});
