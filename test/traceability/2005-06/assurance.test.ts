import { planningYear } from "../../support/shipped";
import { assures } from "../assures";
import { ASSURED, MET, REGISTER, UNMET_RETURNS } from "./authority";

assures({
  year: planningYear("2005-06"),
  sha: "Q12",
  register: REGISTER,
  met: MET,
  unmet: UNMET_RETURNS,
  assured: ASSURED,
});
