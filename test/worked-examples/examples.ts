import type { RawValue } from "../../src/cells";
import type { Level } from "../../src/template";
import { ACUTE, providerEntries } from "../support/provider-return";
import {
  IN_POUNDS,
  MENTAL_HEALTH,
  NOTHING_FOR_330,
  OUTTURN,
  SMALL_ACUTE,
  STAFF_LINE,
  changed,
  pacsLive,
  startsOn,
} from "./figures";

/** What has to be said about an example, and where. */
export interface Expected {
  readonly code: string;
  readonly level: Level;
  readonly sheet: string;
  /** Keys of the cells that it is about. */
  readonly at: readonly string[];
  /** The cells as a person names them. */
  readonly labels: readonly string[];
  /** Pieces that the message holds, figures among them. */
  readonly says: readonly string[];
}

export interface Example {
  /** The number of the worked example, and what is particular in it. */
  readonly name: string;
  readonly entries: ReadonlyMap<string, RawValue>;
  /** All findings of the return, in their order; there are no others. */
  readonly findings: readonly Expected[];
  /** Rules that do not apply, or must stay silent while another finding stands. */
  readonly silent: readonly string[];
}

const UPLIFT_TEST = {
  code: "TF01",
  level: "explain",
  sheet: "Tariff",
  at: ["test.plan_all[difference]"],
  labels: ["2007/08 plan over 2006/07 forecast: 0.1% of all income at tariff uplift, rise less uplift"],
} as const;

const PACS_LATE = {
  code: "DP11",
  level: "explain",
  sheet: "Deployments",
  at: ["deployments.r01[go_live]"],
  labels: ["Deployment 1, when go-live"],
} as const;

/** The checklist has the same day as its due date. */
const PACS_DUE_LATE = {
  code: "CL03",
  level: "explain",
  sheet: "Checklist",
  at: ["checklist.k6_1[due]"],
  labels: ["6.1 PACS is confirmed against its implementation plan, and live on every site, due"],
} as const;

export const EXAMPLES = {
  one: { name: "1", entries: providerEntries(ACUTE), findings: [], silent: ["TF05"] },
  two: {
    name: "2, the rise is below the uplift",
    entries: providerEntries(SMALL_ACUTE),
    findings: [
      {
        ...UPLIFT_TEST,
        says: [
          "rises by 60 ",
          "adds 96 ",
          "income of 96,000",
          "short by 36.",
          "On payment by results alone (54) it is met.",
        ],
      },
    ],
    silent: ["TF05"],
  },
  three: {
    name: "3, recharges hide how little net spend rises",
    entries: providerEntries({
      ...SMALL_ACUTE,
      forecast: { revenue: 1_390, capital: 250, recharges: -50 },
      plan: { revenue: 1_570, capital: 270, recharges: -180 },
    }),
    findings: [
      {
        ...UPLIFT_TEST,
        says: ["rises by 70 ", "adds 96 ", "short by 26.", "On payment by results alone (54) it is met."],
      },
    ],
    silent: ["TF05"],
  },
  four: {
    name: "4, no income by payment by results",
    entries: providerEntries(MENTAL_HEALTH),
    findings: [],
    silent: ["TF05"],
  },
  five: {
    name: "5, every spend line in pounds",
    entries: providerEntries(IN_POUNDS),
    findings: [
      {
        code: "UN01",
        level: "fix",
        sheet: "IM&T spend",
        at: ["spend.gross[forecast_total]", "spend.gross[plan_total]"],
        labels: ["200 Gross IM&T spend, 2006/07 forecast total", "200 Gross IM&T spend, 2007/08 plan total"],
        says: [
          "3,880,000 planned and 3,570,000 forecast",
          "turnover, 185,200 and 178,400",
          "Every line fits when it is divided by 1,000",
          "Planned spend would then be 3,880.",
        ],
      },
    ],
    silent: ["TF01", "TF05", "UN05", "RG01", "RG02", "RG03", "RG04", "YR02", "YR04"],
  },
  six: {
    name: "6, the staff line's plan in pounds",
    entries: changed(ACUTE, { ...STAFF_LINE, "spend.staff[plan_revenue]": 1_850_000 }),
    findings: [
      {
        code: "AR03",
        level: "fix",
        sheet: "IM&T spend",
        at: ["purposes.total[plan_revenue]"],
        labels: ["350 All purposes (must equal line 200), 2007/08 plan revenue"],
        says: ["adds up to 3,180", "1,848,150 less than line 200 (1,851,330"],
      },
      {
        code: "UN03",
        level: "explain",
        sheet: "IM&T spend",
        at: ["spend.staff[plan_revenue]"],
        labels: ["100 IM&T staff, 2007/08 plan revenue"],
        says: ["planned revenue is 1,850,000 and forecast revenue 1,720"],
      },
    ],
    silent: ["UN01", "TF01", "TF05", "UN05", "UN06", "RG01", "RG02", "RG03", "RG04", "YR02", "YR04"],
  },
  staff: {
    name: "6 before its trouble: the same lines in thousands",
    entries: changed(ACUTE, STAFF_LINE),
    findings: [],
    silent: ["TF05"],
  },
  seven: {
    name: "7, purposes 1 short of line 200",
    entries: changed(ACUTE, { "purposes.business[plan_revenue]": 3_179 - 5 * 318 }),
    findings: [
      {
        code: "AR03",
        level: "fix",
        sheet: "IM&T spend",
        at: ["purposes.total[plan_revenue]"],
        labels: ["350 All purposes (must equal line 200), 2007/08 plan revenue"],
        says: ["adds up to 3,179", "1 less than line 200 (3,180"],
      },
    ],
    silent: ["TF05"],
  },
  eightBlank: {
    name: "8, purpose 330 blank",
    entries: changed(ACUTE, {
      "purposes.starting[plan_revenue]": null,
      "purposes.starting[plan_capital]": null,
    }),
    findings: [
      {
        code: "CV01",
        level: "fix",
        sheet: "IM&T spend",
        at: ["purposes.starting[plan_revenue]"],
        labels: ["330 Starting in 2007/08 what is deployed in 2008/09, 2007/08 plan revenue"],
        says: ["330 Starting in 2007/08 what is deployed in 2008/09", "is blank"],
      },
      {
        code: "CV01",
        level: "fix",
        sheet: "IM&T spend",
        at: ["purposes.starting[plan_capital]"],
        labels: ["330 Starting in 2007/08 what is deployed in 2008/09, 2007/08 plan capital"],
        says: ["330 Starting in 2007/08 what is deployed in 2008/09", "is blank"],
      },
    ],
    silent: ["TF05"],
  },
  eightZero: {
    name: "8, 0 entered for purpose 330, and no deployment of 2008/09 starts before April 2008",
    entries: changed(ACUTE, { ...NOTHING_FOR_330, ...startsOn("2008-04-01") }),
    findings: [],
    silent: ["TF05", "CV06"],
  },
  eightStarts: {
    name: "8, 0 entered for purpose 330, and a deployment of 2008/09 starts on the last day of March 2008",
    entries: changed(ACUTE, { ...NOTHING_FOR_330, ...startsOn("2008-03-31") }),
    findings: [
      {
        code: "CV06",
        level: "explain",
        sheet: "IM&T spend",
        at: ["purposes.starting[plan_revenue]"],
        labels: ["330 Starting in 2007/08 what is deployed in 2008/09, 2007/08 plan revenue"],
        says: ["Line 330 is 0", "start before April 2008: 1."],
      },
    ],
    silent: ["TF05"],
  },
  eightCosts: {
    name: "8, 0 entered for purpose 330, and the deployment costs 80 of revenue and 50 of capital in 2007/08",
    entries: changed(ACUTE, NOTHING_FOR_330),
    findings: [
      {
        code: "CV02",
        level: "explain",
        sheet: "IM&T spend",
        at: ["purposes.starting[plan_revenue]"],
        labels: ["330 Starting in 2007/08 what is deployed in 2008/09, 2007/08 plan revenue"],
        says: [
          "Line 330, Starting in 2007/08 what is deployed in 2008/09: 0 is planned",
          "80 of revenue and 50 of capital",
        ],
      },
    ],
    silent: ["TF05", "CV06"],
  },
  nine: {
    name: "9, the plan is a copy of the forecast",
    entries: providerEntries({ ...ACUTE, plan: ACUTE.forecast }),
    findings: [
      {
        code: "YR01",
        level: "explain",
        sheet: "IM&T spend",
        at: ["spend.net[plan_total]"],
        labels: ["220 Net IM&T spend, 2007/08 plan total"],
        says: ["equals its forecast (net 3,570, £000)"],
      },
      { ...UPLIFT_TEST, says: ["rises by 0 ", "adds 172 ", "short by 172.", "(104) it is short too."] },
    ],
    silent: ["TF05"],
  },
  ten: {
    name: "10, line 200 typed over with 3,300",
    entries: changed(ACUTE, { "spend.gross[plan_revenue]": 3_300 }),
    findings: [
      {
        code: "AR05",
        level: "fix",
        sheet: "IM&T spend",
        at: ["spend.gross[plan_revenue]"],
        labels: ["200 Gross IM&T spend, 2007/08 plan revenue"],
        says: ["typed over: it holds 3,300, and the entries make 3,180", "The figure that counts is 3,180"],
      },
    ],
    silent: ["TF05"],
  },
  fourteen: {
    name: "14, the rise of 2006/07 is below its uplift",
    entries: providerEntries({ ...ACUTE, outturn: OUTTURN }),
    findings: [
      {
        code: "TF05",
        level: "explain",
        sheet: "Tariff",
        at: ["test.forecast_all[difference]"],
        labels: ["2006/07 forecast over 2005/06 outturn, where given: 0.3% of all income, rise less uplift"],
        says: ["rose by 490 ", "adds 495 (0.3% of income of 165,000)", "short by 5."],
      },
    ],
    silent: [],
  },
  elevenLondon: {
    name: "11, PACS live on 30 April 2007 in London",
    entries: changed(ACUTE, pacsLive("Q36", "BT", "2007-04-30")),
    findings: [
      {
        ...PACS_LATE,
        says: ["goes live on 30 Apr 2007", "31 Mar 2007"],
      },
      {
        ...PACS_DUE_LATE,
        says: ["planned for 30 Apr 2007, after 31 Mar 2007"],
      },
    ],
    silent: ["TF05"],
  },
  elevenInTime: {
    name: "11, PACS live on 31 March 2007 in London",
    entries: changed(ACUTE, { ...pacsLive("Q36", "BT", "2007-03-31"), "deployments.r01[sites_live]": 2 }),
    findings: [],
    silent: ["TF05"],
  },
  elevenNorthWest: {
    name: "11, PACS live on 30 April 2007 in North West",
    entries: changed(ACUTE, pacsLive("Q31", "CSC", "2007-04-30")),
    findings: [],
    silent: ["TF05"],
  },
  elevenLate: {
    name: "11, PACS live on 15 January 2008 in North West",
    entries: changed(ACUTE, pacsLive("Q31", "CSC", "2008-01-15")),
    findings: [
      {
        ...PACS_LATE,
        says: ["goes live on 15 Jan 2008", "31 Dec 2007"],
      },
      {
        ...PACS_DUE_LATE,
        says: ["planned for 15 Jan 2008, after 31 Dec 2007"],
      },
    ],
    silent: ["TF05"],
  },
} as const satisfies Readonly<Record<string, Example>>;

export type ExampleId = keyof typeof EXAMPLES;
