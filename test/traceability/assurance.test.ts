import { planningYear } from "../support/shipped";
import { MET, REGISTER, UNMET } from "./assured-returns";
import { assures } from "./assures";
import { ASSURED } from "./authority";

assures({
  year: planningYear("2007-08"),
  sha: "Q31",
  register: REGISTER,
  met: MET,
  unmet: UNMET,
  assured: ASSURED,
});
