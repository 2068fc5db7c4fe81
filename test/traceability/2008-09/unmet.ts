import { day, oneOf, type Role, type Unmet } from "../unmet";

const provider = oneOf("provider");
const commissioner = oneOf("commissioner");

/** What is asked of providers and PCTs alike. */
function ofBoth(role: Role): readonly Unmet[] {
  const of = oneOf(role);
  return [
    of("0809-2", "slots.r01[go_live]", day("2009-04-01"), "SL02"),
    of("0809-2", "slots.r01[confirmed]", "No", "SL03"),
    { id: "0809-2", role, without: ["slots"], finds: "SL05", at: "slots.r01[name]" },
    of("0809-3", "governance.access[due]", null, "IG01"),
    of("0809-3", "governance.number[status]", "Not started", "IG02"),
    of("0809-11", "readiness.sus_by", day("2009-04-02"), "RP01"),
    of("0809-13", "staff_record.checked", null, "QU01"),
    of("0809-13", "staff_record.checked", day("2008-04-02"), "QU04"),
    of("0809-13", "staff_record.complete", 0.94, "QU02"),
    of("0809-14", "audit.ready", "Not ready yet", "QU03"),
  ];
}

/** A national service that has not begun, that nobody answers for, or that reaches nobody more. */
const service = (id: string, line: string): readonly Unmet[] => [
  commissioner(id, `services.${line}[status]`, "Not started", "SV02"),
  commissioner(id, `services.${line}[owner]`, null, "SV01"),
  commissioner(id, `services.${line}[next]`, 0, "SV05"),
];

export const UNMET: readonly Unmet[] = [
  ...ofBoth("provider"),
  provider("0809-9", "datasets.weekly[from]", day("2008-04-02"), "DS01"),
  provider("0809-9", "datasets.weekly[complete]", 0.89, "DS02"),
  provider("0809-10", "datasets.monthly[from]", day("2008-05-01"), "DS01"),
  provider("0809-10", "datasets.monthly[complete]", 0.5, "DS02"),
  // Full codes come only from May, and nothing bridges the time.
  {
    id: "0809-12",
    role: "provider",
    changes: {
      "datasets.monthly[from]": day("2008-05-01"),
      "interim.revenue": 0,
      "interim.capital": 0,
    },
    finds: "DS04",
    at: "interim.revenue",
  },
  {
    id: "0809-15",
    role: "provider",
    changes: { "contracts.r02[provided]": "No", "contracts.r02[months]": 2 },
    finds: "EX02",
    at: "contracts.r02[provided]",
  },
  { id: "0809-15", role: "provider", without: ["contracts"], finds: "EX04", at: "contracts.r01[name]" },
  provider("0809-16", "datasets.captured[from]", day("2009-04-02"), "DS06"),
  // 2% of 4,180 is 83.6.
  provider("0809-17", "reliable.admissions[warehouse]", 4_096, "DS03"),
  ...ofBoth("commissioner"),
  commissioner("0809-1", "programme.ce_leads", "No", "LD01"),
  commissioner("0809-1", "programme.agreed_on", null, "LD02"),
  commissioner("0809-1", "programme.services", "No", "LD03"),
  ...service("0809-4", "summary"),
  commissioner("0809-4", "services.summary[plan_by]", day("2008-04-01"), "SV06"),
  ...service("0809-5", "gp2gp"),
  ...service("0809-6", "gpsoc"),
  commissioner("0809-6", "services.gpsoc[plan_by]", null, "SV03"),
  ...service("0809-7", "booking"),
  commissioner("0809-7", "services.booking[plan_by]", day("2008-04-01"), "SV06"),
  ...service("0809-8", "eps"),
];
