import type { ReturnFile } from "../../../src/summary";
import { roomsOf, sent, type Changes } from "../wards";

/** What each return says, to be worked with by hand: money last year and next, and rooms. */
export const WARDS = {
  W01: { last: 180, next: 200 },
  W02: { last: 150, next: 120 },
  W03: { last: 90, next: 80 },
} as const;
export const OFFICE = { last: 60, next: 50 } as const;

const money = ({ last, next }: { readonly last: number; readonly next: number }): Changes => ({
  "money.staff[last]": last - 40,
  "money.drugs[last]": 40,
  "money.staff[next]": next - 40,
  "money.drugs[next]": 40,
});

/** Three wards and an office of four and one: money falls in two wards, one with a reason, and in the office. */
export const FILES: readonly ReturnFile[] = [
  sent("W01", "ward", {
    ...money(WARDS.W01),
    ...roomsOf([
      ["North", "Open", 12, 300],
      ["South", "Planned", 8, 250],
    ]),
    "cover.level": "High",
  }),
  sent("W02", "ward", {
    ...money(WARDS.W02),
    ...roomsOf([["Hall", "Open", 25, 90]]),
    "reasons.wd01[why]": "A hall was given up.",
    "cover.level": "Low",
  }),
  // Nothing for staff, which is to be put right; drugs cost more, which is noted.
  sent("W03", "ward", {
    ...money(WARDS.W03),
    "money.staff[next]": 0,
    "money.drugs[next]": WARDS.W03.next,
  }),
  sent("W03", "office", money(OFFICE)),
];
