import type { RawValue } from "../../src/cells";
import { COMMUNITY, communityEntries, communityKey } from "../support/commissioner-return";
import { randomCommissioners } from "../support/random-commissioner";
import { firstPart } from "../support/shipped";

import { agreement } from "./suite";

const year = firstPart();
const template = year.templates.get("commissioner")!;

agreement({
  year,
  template,
  next: randomCommissioners(template, 20_070_401).next,
  always: [
    // To COUNTIF a code that Excel turned into the number 50 is 5E1 as well.
    withCodes(50, "5E1", "X03"),
    withCodes("5E1", "5e1", 50),
    // What somebody types who does not know the codes; to COUNTIF it stands for any of them.
    withCodes("X01", "???", "X*"),
  ],
  wanted: {
    least: 5,
    asTheyCome: 12,
    edges: [
      { rule: "TF03", difference: "health_community.rise[difference]" },
      { rule: "TF08", difference: "health_community.capital[difference]" },
    ],
  },
  folder: "agreement-commissioner",
});

/** A right return but for the codes of its providers. */
function withCodes(...codes: readonly RawValue[]): ReadonlyMap<string, RawValue> {
  const entries = new Map([...communityEntries(COMMUNITY)].filter(([key]) => template.fields.has(key)));
  codes.forEach((code, at) => entries.set(communityKey(at + 1, "code"), code));
  return entries;
}
