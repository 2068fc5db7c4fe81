import { serialOfDay, type RawValue } from "../../src/cells";
import type { ReturnFile } from "../../src/summary";
import { registerOf } from "../return/registers";
import { writtenReturn } from "../support/honest";
import { planningYear } from "../support/shipped";
import { senderOf } from "./sent";
import type { Role } from "./unmet";

const year = planningYear("2007-08");

export const REGISTER = registerOf(`code,name,type,sha
Q31,North West Strategic Health Authority,SHA,
X01,Example Hospital NHS Trust,Acute trust,Q31
X50,Example Primary Care Trust,PCT,Q31
`);

type Changes = Readonly<Record<string, RawValue>>;
const day = (text: string) => serialOfDay(text)!;

/** The PCT's provider side, of which only what is asked of every provider is filled in. */
const SIDE: Changes = {
  "cover.org_code": "X50",
  "cover.org_name": "Example Primary Care Trust",
  "cover.org_type": "PCT",
  "cover.sha_code": "Q31",
  "filing.status": "Draft",
  "filing.submission": 1,
  "approval.board_date": day("2007-03-21"),
  "approval.pct_date": day("2007-03-27"),
  "approval.sha_date": day("2007-03-30"),
  "checklist.k2_1[status]": "In place",
  "checklist.k2_2[status]": "In place",
};

/** What the trust has not done, or does not plan. */
const TRUST_HAS_NOT: Changes = {
  "approval.board_date": day("2007-04-02"),
  "approval.pct_date": null,
  "approval.sha_date": null,
  "tariff.income[y2007]": 320_000,
  "outturn.gross[revenue]": 2_700,
  "purposes.completing[plan_revenue]": 100,
  "purposes.business[plan_revenue]": 2_210,
  "context.wte[plan]": 40,
  "deployments.r01[dip_confirmed]": "No",
  "deployments.r03[dip_confirmed]": "No",
  "deployments.r04[dip_confirmed]": "No",
  "deployments.r04[entered_on]": null,
  "deployments.r04[supplier_kind]": "Existing supplier",
  "deployments.r07[priority]": "Local",
  "deployments.r08[confidence]": "Low",
  "workforce.r15[in_post]": 2,
  "workforce.r15[funded_from]": "Not funded yet",
  "benefits.r05[cash_y1]": 0,
  "benefits.r05[cash_full]": 0,
  "risks.r01[likelihood]": 5,
  "risks.r01[action]": null,
  "checklist.k1_5[status]": "Not started",
  "checklist.k2_1[status]": "Not started",
  "maturity.acute[goal]": "V",
  "imaging.planned[mar]": 0.98,
};

const PCT_HAS_NOT: Changes = {
  "programme.sro_chief": "No",
  "programme.wte_in_post": 3,
  "plans.r01[rating]": "Not yet",
  "plans.r01[qa_date]": null,
  "plans.r03[aligned]": "No",
  "plans.r04[cleansing]": "No",
  "community.r02[in_contract]": "No",
  "data_quality.benchmarked": 20,
  "funding.cfh_capital[once_y1]": 0,
  "gp_systems.lsp[y2008]": 0,
  "gp_systems.existing[y2008]": 34,
  "booking.planned[mar]": 0.87,
  "booking.actual[may]": 0.43,
  "eps_plan.r1_practices_2008": 11,
  "smartcards.registered": 40,
};

const sent = senderOf(year, REGISTER);

const honest = (role: Role) => writtenReturn(`honest-${role}`, year.templates.get(role)!);

/** Three returns of honest bodies, and the two that came in of bodies that are not. */
export const MET: readonly ReturnFile[] = [
  sent("provider", "X01", honest("provider")),
  sent("provider", "X50", new Map(Object.entries(SIDE))),
  sent("commissioner", "X50", honest("commissioner")),
];
export const UNMET: readonly ReturnFile[] = [
  sent("provider", "X01", honest("provider"), TRUST_HAS_NOT, ["requirements"]),
  sent("commissioner", "X50", honest("commissioner"), PCT_HAS_NOT, ["benefits"]),
];
