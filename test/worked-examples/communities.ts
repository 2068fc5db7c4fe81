import type { RawValue } from "../../src/cells";
import { commissionerEntries, type CommunityRow } from "../support/commissioner-return";

/** Example 13: income of 171,900 and 96,000 in 2007/08, so uplifts of 172 and 96; plans rise by 310 and by 60. */
const FIRST: CommunityRow = {
  code: "X01",
  name: "Example Hospital NHS Trust",
  forecast: [2_960, 610],
  plan: [3_180, 700],
  uplift: 172,
  commitments: 500,
};
const SECOND: CommunityRow = {
  code: "X02",
  name: "Lowmoor NHS Trust",
  forecast: [1_390, 250],
  plan: [1_440, 260],
  uplift: 96,
  commitments: 300,
};

/** One test of the community as a whole, in the words and figures of its sheet. */
export interface Whole {
  readonly planned: number;
  readonly wanted: number;
  readonly difference: number;
  readonly verdict: string;
}

export interface Community {
  readonly name: string;
  readonly entries: ReadonlyMap<string, RawValue>;
  readonly rise: Whole;
  readonly capital: Whole;
  /** Findings of the community as a whole: rule → what its message holds. */
  readonly short: Readonly<Partial<Record<"TF03" | "TF08", readonly string[]>>>;
}

const RISE: Whole = { planned: 370, wanted: 268, difference: 102, verdict: "Met" };
const CAPITAL: Whole = { planned: 960, wanted: 800, difference: 160, verdict: "Met" };

/**
 * The example, and what comes of it when the first provider's figures change: its own rise stays above 172 and its own capital above
 * what is committed to it, so that provider 2 alone is named in every one of them.
 */
export const COMMUNITIES = {
  thirteen: {
    name: "13",
    entries: commissionerEntries([FIRST, SECOND]),
    rise: RISE,
    capital: CAPITAL,
    short: {},
  },
  risesJust: {
    name: "13, provider 1 rises by 208: together by just the uplift",
    entries: commissionerEntries([{ ...FIRST, plan: [3_180 - 102, 700] }, SECOND]),
    rise: { planned: 268, wanted: 268, difference: 0, verdict: "Met" },
    capital: CAPITAL,
    short: {},
  },
  riseShort: {
    name: "13, provider 1 rises by 207: together 1 short, whatever capital there is to spare",
    entries: commissionerEntries([{ ...FIRST, plan: [3_180 - 103, 700] }, SECOND]),
    rise: { planned: 267, wanted: 268, difference: -1, verdict: "Short by 1" },
    capital: CAPITAL,
    short: { TF03: ["rises by 267 ", "adds 268 ", "short by 1."] },
  },
  coversJust: {
    name: "13, 660 committed to provider 1: together just covered",
    entries: commissionerEntries([{ ...FIRST, commitments: 660 }, SECOND]),
    rise: RISE,
    capital: { planned: 960, wanted: 960, difference: 0, verdict: "Met" },
    short: {},
  },
  capitalShort: {
    name: "13, 661 committed to provider 1: together 1 short, whatever the plans rise by",
    entries: commissionerEntries([{ ...FIRST, commitments: 661 }, SECOND]),
    rise: RISE,
    capital: { planned: 960, wanted: 961, difference: -1, verdict: "Short by 1" },
    short: { TF08: ["capital across the community is 960 ", "961 is committed", "short by 1."] },
  },
  bothShort: {
    name: "13, both: two findings, each with its own figures",
    entries: commissionerEntries([{ ...FIRST, plan: [3_180 - 103, 700], commitments: 661 }, SECOND]),
    rise: { planned: 267, wanted: 268, difference: -1, verdict: "Short by 1" },
    capital: { planned: 960, wanted: 961, difference: -1, verdict: "Short by 1" },
    short: { TF03: ["short by 1."], TF08: ["short by 1."] },
  },
} as const satisfies Readonly<Record<string, Community>>;

export type CommunityId = keyof typeof COMMUNITIES;

/** Example 12: the cell of the code holds the number 50, as Excel leaves it when 5E1 is typed there. */
export const CODE_BECAME_NUMBER: ReadonlyMap<string, RawValue> = new Map<string, RawValue>([
  ...commissionerEntries(),
  ["cover.org_code", 50],
  ["cover.org_name", "Ashmere Primary Care Trust"],
]);

/** The same code kept as a text. */
export const CODE_AS_TEXT: ReadonlyMap<string, RawValue> = new Map([
  ...CODE_BECAME_NUMBER,
  ["cover.org_code", "5E1"],
]);
