import { day, notStarted, oneOf, type Unmet } from "./unmet";

const of = (row: Omit<Unmet, "role">): Unmet => ({ ...row, role: "provider" });

const one = oneOf("provider");

/** For each obligation of a provider, an honest return in which it is unmet. */
export const PROVIDER: readonly Unmet[] = [
  // The table of spend lacks a figure.
  one("0708-A1", "spend.staff[plan_revenue]", null, "CV01"),
  one("0708-A2", "deployments.r04[npo_ref]", null, "DP08"),
  one("0708-A2", "deployments.r04[entered_on]", day("2007-04-02"), "DP09"),
  one("0708-A3", "approval.pct_date", null, "AP04"),
  one("0708-A3", "approval.board_date", day("2007-04-02"), "AP02"),
  // 3,530 net in 2006/07 less 3,190 in 2005/06 is 340; 0.3% of 165,000 is 495.
  of({
    id: "0708-T1",
    changes: { "outturn.gross[revenue]": 2_700 },
    finds: "TF05",
    at: "test.forecast_all[difference]",
  }),
  // Net spend rises by 310; 0.1% of 320,000 is 320.
  of({
    id: "0708-T2",
    changes: { "tariff.income[y2007]": 320_000 },
    finds: "TF01",
    at: "test.plan_all[difference]",
  }),
  // A sixth of all spend is of no kind, and nobody says what it is.
  of({
    id: "0708-T3",
    changes: { "spend.other[plan_revenue]": 630, "spend.staff[plan_revenue]": 940 },
    finds: "AR12",
    at: "spend.other[note]",
  }),
  // Deployments begun in 2006/07 need 210 of revenue in the year.
  of({
    id: "0708-C1",
    changes: { "purposes.completing[plan_revenue]": 209, "purposes.business[plan_revenue]": 2_101 },
    finds: "CV04",
    at: "purposes.completing[plan_revenue]",
  }),
  // Those of 2007/08 need 360 of revenue and 260 of capital.
  of({
    id: "0708-C2",
    changes: { "purposes.deploying[plan_revenue]": 359, "purposes.business[plan_revenue]": 2_131 },
    finds: "CV04",
    at: "purposes.deploying[plan_revenue]",
  }),
  of({
    id: "0708-C2",
    changes: { "purposes.deploying[plan_capital]": 259, "purposes.business[plan_capital]": 201 },
    finds: "CV05",
    at: "purposes.deploying[plan_capital]",
  }),
  // The checklist needs 50, posts paid from line 320 cost 126.
  of({
    id: "0708-C3",
    changes: { "purposes.expectations[plan_revenue]": 175, "purposes.business[plan_revenue]": 2_075 },
    finds: "CV04",
    at: "purposes.expectations[plan_revenue]",
  }),
  // Patient administration, planned for 2008/09, needs 80 and 50 in 2007/08.
  of({
    id: "0708-C4",
    changes: {
      "purposes.starting[plan_revenue]": 0,
      "purposes.starting[plan_capital]": 0,
      "purposes.business[plan_revenue]": 2_160,
      "purposes.business[plan_capital]": 220,
    },
    finds: "CV02",
    at: "purposes.starting[plan_revenue]",
  }),
  // Benefits cost 145, posts paid from line 340 cost 35.
  of({
    id: "0708-C5",
    changes: { "purposes.benefits[plan_revenue]": 179, "purposes.business[plan_revenue]": 2_071 },
    finds: "CV04",
    at: "purposes.benefits[plan_revenue]",
  }),
  of({ id: "0708-L1", without: ["systems"], finds: "SY05", at: "systems.r01[name]" }),
  of({ id: "0708-L2", without: ["deployments"], finds: "DP23", at: "deployments.r01[name]" }),
  one("0708-L2", "deployments.r04[go_live]", null, "CV01"),
  of({ id: "0708-L3", without: ["benefits"], finds: "BN06", at: "benefits.r01[measure]" }),
  one("0708-L3", "benefits.r01[target]", 148, "BN01"),
  of({ id: "0708-L4", without: ["workforce"], finds: "WF06", at: "workforce.r01[role]" }),
  of({
    id: "0708-L4",
    changes: { "funding.tariff[recurrent_y1]": 3_000 },
    finds: "FU01",
    at: "funding.total[total_y1]",
  }),
  of({
    id: "0708-L5",
    changes: { "value.nhsmail[used]": "No", "value.nhsmail[saving_y1]": 0, "value.nhsmail[saving_full]": 0 },
    finds: "VM05",
    at: "value.nhsmail[used]",
  }),
  of({
    id: "0708-L5",
    changes: { "value.desktop[saving_y1]": 0, "value.desktop[saving_full]": 0 },
    finds: "VM03",
    at: "value.desktop[saving_full]",
  }),
  notStarted("0708-L6", "provider", "k1_5"),
  one("0708-F1", "architecture.orders[deployment]", null, "OL01"),
  one("0708-F1", "maturity.acute[goal]", "V", "MM02"),
  of({
    id: "0708-F2",
    changes: {
      "deployments.r09[state]": "Planned 2008/09",
      "deployments.r10[state]": "Planned 2008/09",
      "deployments.r11[state]": "Planned 2008/09",
    },
    finds: "DP24",
    at: "deployments.r01[name]",
  }),
  of({ id: "0708-F3", without: ["requirements"], finds: "OL14", at: "requirements.r01[requirement]" }),
  one("0708-F4", "expectations.iii[met_by]", day("2011-04-01"), "OL12"),
  one("0708-G1", "deployments.r05[wte_secured]", 1, "DP15"),
  one("0708-G1", "deployments.r04[sessions_secured]", 7, "DP16"),
  one("0708-G2", "capability.closed_by", null, "CP02"),
  // Recurrent money of 3,190 in 2007/08, and of 1,480 in 2009/10.
  of({
    id: "0708-G3",
    changes: { "funding.tariff[recurrent_y3]": 1_330 },
    finds: "FU06",
    at: "funding.total[recurrent_y2]",
  }),
  // Deployments cost 1,055 in 2009/10: 845 of revenue and 210 of capital.
  of({
    id: "0708-G3",
    changes: { "funding.tariff[recurrent_y3]": 300 },
    finds: "FU04",
    at: "funding.total[total_y3]",
  }),
  one("0708-G4", "approval.core", "No", "AP03"),
  of({
    id: "0708-G4",
    changes: Object.fromEntries(
      ["r01", "r06", "r08", "r09", "r10", "r15"].map((row) => [`systems.${row}[replaced_by]`, null]),
    ),
    finds: "SY04",
    at: "systems.r01[replaced_by]",
  }),
  of({
    id: "0708-G6",
    changes: { "deployments.r07[priority]": "Local" },
    finds: "DP25",
    at: "deployments.r01[priority]",
  }),
  one("0708-M1", "maturity.acute[goal]", "V", "MM02"),
  one("0708-M1", "maturity.acute[step]", null, "CV01"),
  // The two benefits of PACS are said to be of another deployment.
  of({
    id: "0708-K0.1",
    changes: {
      "benefits.r01[deployment]": "NHSmail, clinical staff",
      "benefits.r02[deployment]": "NHSmail, clinical staff",
    },
    finds: "DP13",
    at: "deployments.r01[name]",
  }),
  one("0708-K1.0", "governance.reviewed", "No", "IG01"),
  one("0708-K1.0", "governance.actions_by", null, "IG03"),
  notStarted("0708-K1.1", "provider", "k1_1"),
  one("0708-K1.1", "checklist.k1_1[done]", day("2007-04-02"), "CL05"),
  notStarted("0708-K1.2", "provider", "k1_2"),
  notStarted("0708-K1.3", "provider", "k1_3"),
  notStarted("0708-K1.4", "provider", "k1_4"),
  one("0708-K1.5", "checklist.k1_5[due]", day("2008-04-01"), "CL03"),
  of({
    id: "0708-K1.7",
    changes: { "toolkit.internal[level_target]": 1, "toolkit.internal[level_now]": 1 },
    finds: "IG07",
    at: "toolkit.internal[level_target]",
  }),
  notStarted("0708-K2.1", "provider", "k2_1"),
  notStarted("0708-K2.2", "provider", "k2_2"),
  notStarted("0708-K3.1", "provider", "k3_1"),
  // What would bring patient administration and order communications is put off to 2011.
  of({
    id: "0708-K5.0",
    changes: {
      "deployments.r04[state]": "Indicative to 2011",
      "deployments.r08[state]": "Indicative to 2011",
    },
    finds: "DP22",
    at: "deployments.r01[name]",
  }),
  one("0708-K5.1", "deployments.r04[dip_confirmed]", "No", "DP07"),
  one("0708-K6.1", "deployments.r01[go_live]", day("2008-01-15"), "DP11"),
  one("0708-K6.1", "deployments.r01[dip_ref]", null, "DP07"),
  one("0708-K6.2", "imaging.planned[jul]", null, "MN01"),
  one("0708-K7.1", "deployments.r03[dip_confirmed]", "No", "DP07"),
];
