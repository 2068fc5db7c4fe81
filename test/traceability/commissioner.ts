import { day, notStarted, oneOf, type Unmet } from "./unmet";

const of = (row: Omit<Unmet, "role">): Unmet => ({ ...row, role: "commissioner" });

const one = oneOf("commissioner");

/** What a PCT answers about the plan of its third provider. */
const plan = (id: string, column: string, answer: string, finds: string): Unmet =>
  one(id, `plans.r03[${column}]`, answer, finds);

/** For each obligation of a PCT as commissioner, an honest return in which it is unmet. */
export const COMMISSIONER: readonly Unmet[] = [
  one("0708-A1", "spend.practices[plan_revenue]", null, "CV01"),
  one("0708-A2", "deployments.r03[agreed_on]", null, "DP08"),
  one("0708-A2", "deployments.r03[entered_on]", day("2007-04-02"), "DP09"),
  of({
    id: "0708-A3",
    changes: { "plans.r01[rating]": "Not yet", "plans.r01[qa_date]": null },
    finds: "PP03",
    at: "plans.r01[rating]",
  }),
  one("0708-A3", "approval.board_date", null, "AP01"),
  // The four providers' plans rise by 310, 90, 190 and 100, so by 690; uplifts of 435, 88, 104 and 64 are 691.
  of({
    id: "0708-T2",
    changes: { "community.r01[uplift]": 435 },
    finds: "TF03",
    at: "health_community.rise[difference]",
  }),
  of({
    id: "0708-T3",
    changes: { "spend.other[plan_revenue]": 210, "spend.staff[plan_revenue]": 240 },
    finds: "AR12",
    at: "spend.other[note]",
  }),
  of({
    id: "0708-P1",
    changes: { "community.r01[uplift]": 435 },
    finds: "TF03",
    at: "health_community.rise[difference]",
  }),
  // Planned capital of 700, 160, 520 and 190 is 1,570; 1,551 and 20 are committed.
  of({
    id: "0708-P1",
    changes: { "community.r01[commitments]": 1_551 },
    finds: "TF08",
    at: "health_community.capital[difference]",
  }),
  one("0708-P2", "community.r02[in_contract]", "No", "CM02"),
  one("0708-P3", "mergers.costs", 0, "MG02"),
  of({
    id: "0708-P3",
    changes: { "community.r02[predecessors]": "5ZC" },
    finds: "MG01",
    at: "community.r02[merger_costs]",
  }),
  one("0708-Q1", "programme.sro_chief", "No", "PG01"),
  one("0708-Q1", "programme.capacity_by", null, "PG05"),
  one("0708-Q1", "programme.isip", "No", "PG04"),
  one("0708-Q2", "aims.weeks18[status]", "Not started", "PG09"),
  one("0708-Q3", "aims.pacs[measure_target]", 0.2, "PG12"),
  one("0708-Q4", "plans.r02[qa_date]", day("2007-04-16"), "PP05"),
  // One provider of the community has no row among the plans.
  of({
    id: "0708-Q4",
    changes: Object.fromEntries(
      [
        ...["name", "code", "board_date", "qa_date", "rating", "aligned", "guarantee", "cleansing"],
        ...["pas_known", "pas_contract", "pacs_known", "pacs_contract", "other_known", "other_contract"],
      ].map((column) => [`plans.r04[${column}]`, null]),
    ),
    finds: "PP17",
    at: "plans.r01[name]",
  }),
  of({ id: "0708-Q5", changes: { "risks.r02[about]": "Other" }, finds: "RK05", at: "risks.r01[about]" }),
  one("0708-Q5", "aims.legacy[status]", "Not started", "PG09"),
  one("0708-G1", "deployments.r03[wte_secured]", 1, "DP15"),
  one("0708-G1", "deployments.r01[sessions_secured]", 1, "DP16"),
  one("0708-G2", "capability.closed_by", null, "CP02"),
  // Recurrent money of 1,020 in 2007/08, and of 509 in 2009/10.
  of({
    id: "0708-G3",
    changes: { "funding.other[recurrent_y3]": 509 },
    finds: "FU06",
    at: "funding.total[recurrent_y2]",
  }),
  plan("0708-G5", "aligned", "No", "PP07"),
  one("0708-G5", "approval.board_date", null, "AP01"),
  one("0708-G6", "aims.weeks18[status]", "Not started", "PG09"),
  one("0708-M1", "maturity.gp[goal]", "V", "MM02"),
  // The benefit of the transfer of records is said to be of another deployment.
  of({
    id: "0708-K0.1",
    changes: { "benefits.r06[deployment]": "Prescription service, release 1" },
    finds: "DP13",
    at: "deployments.r05[name]",
  }),
  one("0708-K1.0", "governance.reviewed", "No", "IG01"),
  of({
    id: "0708-K1.7",
    changes: { "toolkit.external[level_target]": 1, "toolkit.external[level_now]": 1 },
    finds: "IG07",
    at: "toolkit.external[level_target]",
  }),
  plan("0708-K1.6", "guarantee", "No", "PP08"),
  one("0708-K2.3", "data_quality.benchmarked", 35, "GP13"),
  one("0708-K2.3", "data_quality.plan_date", day("2007-05-01"), "GP14"),
  one("0708-K2.4", "cds.v5_date", day("2007-04-02"), "GP15"),
  one("0708-K2.5", "cds.v6_live", day("2008-04-02"), "GP17"),
  one("0708-K2.5", "cds.v6_start", day("2008-01-02"), "GP16"),
  plan("0708-K2.6", "cleansing", "No", "PP09"),
  notStarted("0708-K3.1", "commissioner", "k3_1"),
  one("0708-K4.1", "practice_it.asset_plan_date", day("2007-04-02"), "GP01"),
  one("0708-K4.2", "practice_it.specification_by", day("2008-01-02"), "GP03"),
  // As many practices with any other system in March 2009 as now.
  of({
    id: "0708-K4.3",
    changes: { "gp_systems.none[y2009]": 5, "gp_systems.existing[y2009]": 7 },
    finds: "GP07",
    at: "gp_systems.none[y2009]",
  }),
  one("0708-K4.4", "practice_it.funding_secured", 224, "GP04"),
  plan("0708-K5.2", "pas_known", "No", "PP10"),
  plan("0708-K5.3", "pas_contract", "No", "PP11"),
  plan("0708-K6.3", "pacs_known", "No", "PP12"),
  plan("0708-K6.4", "pacs_contract", "No", "PP13"),
  plan("0708-K7.2", "other_known", "No", "PP14"),
  plan("0708-K7.3", "other_contract", "No", "PP15"),
  one("0708-K8.1", "booking.planned[mar]", 0.89, "MN09"),
  one("0708-K8.1", "booking.planned[jul]", null, "CV01"),
  one("0708-K9.1", "eps_plan.plan_date", day("2007-05-01"), "GP19"),
  one("0708-K9.2", "smartcards.planned", 61, "GP24"),
  one("0708-K9.3", "eps.r1_planned[mar]", 0.09, "MN13"),
  // April is not kept beside the plan, May is.
  of({
    id: "0708-K9.3",
    changes: { "eps.r1_actual[may]": 0.01 },
    finds: "MN17",
    at: "eps.r1_actual[apr]",
  }),
];
