import { day, oneOf, type Role, type Unmet } from "../unmet";

/** What is asked of every organisation alike, by the deployment that its row 1 of objectives rests on. */
function ofBoth(role: Role): readonly Unmet[] {
  const of = oneOf(role);
  return [
    of("0506-1", "isip.signed_on", null, "IS01"),
    of("0506-1", "isip.signed_on", day("2005-10-03"), "IS02"),
    { id: "0506-3", role, without: ["objectives"], finds: "OB01", at: "objectives.r01[objective]" },
    // From 0 to 90 and back.
    of("0506-3", "objectives.r01[y3]", 0, "OB02"),
    of("0506-3", "objectives.r01[y2]", 5, "OB03"),
    {
      id: "0506-3",
      role,
      changes: {
        "objectives.r01[workforce]": 0,
        "objectives.r01[modernisation]": "None",
        "objectives.r01[money]": 0,
        "objectives.r01[deployment]": null,
      },
      finds: "OB04",
      at: "objectives.r01[workforce]",
    },
    of("0506-4", "isip.reviewed_on", null, "IS03"),
    of("0506-4", "isip.reviewed_on", day("2006-04-03"), "IS04"),
    of("0506-5", "isip.ldp", "No", "IS05"),
    of("0506-5", "systems.booking[order]", null, "NS01"),
    of("0506-5", "deployments.r02[order]", 1, "DP03"),
    of("0506-5", "deployments.r02[go_live]", day("2008-04-01"), "DP06"),
    {
      id: "0506-5",
      role,
      changes: { "deployments.r02[system]": "Other" },
      finds: "NS09",
      at: "systems.booking[decision]",
    },
    { id: "0506-5", role, without: ["deployments"], finds: "DP08", at: "deployments.r01[name]" },
    of("0506-6", "systems.booking[taken_by]", null, "NS01"),
    of("0506-6", "systems.booking[decision]", "Not committed", "NS02"),
    of("0506-6", "systems.booking[taken_by]", day("2008-04-01"), "NS03"),
    {
      id: "0506-6",
      role,
      changes: { "systems.booking[previous]": day("2006-12-30") },
      finds: "NS04",
      at: "systems.booking[taken_by]",
    },
    of("0506-6", "systems.booking[taken_by]", day("2006-03-01"), "NS07"),
    of("0506-6", "systems.booking[agreed_on]", null, "NS08"),
  ];
}

const provider = oneOf("provider");
const commissioner = oneOf("commissioner");

export const UNMET: readonly Unmet[] = [
  ...ofBoth("provider"),
  // Images bring cash too.
  {
    id: "0506-5",
    role: "provider",
    changes: { "deployments.r03[target]": 5, "deployments.r03[cash]": 0 },
    finds: "DP05",
    at: "deployments.r03[target]",
  },
  // The network was to be taken by 30 June 2005.
  provider("0506-6", "systems.n3[live_on]", day("2005-07-01"), "NS06"),
  ...ofBoth("commissioner"),
  commissioner("0506-1", "signatures.r03[signed_on]", null, "SI02"),
  commissioner("0506-1", "signatures.r03[signed_on]", day("2005-10-01"), "SI03"),
  { id: "0506-1", role: "commissioner", without: ["signatures"], finds: "SI05", at: "signatures.r01[name]" },
];
