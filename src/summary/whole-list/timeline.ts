import { columnLetters, formatRectangle } from "../../cells";
import type { SheetDraft } from "../../layout";
import type { SummaryTimeline } from "../../template";

import { drawGroups } from "../group-heads";
import type { DayPlaces } from "./columns";
import { NO_DAY, periodsOf } from "./months";

const MONTH_WIDTH = 3.6;
const OUTSIDE_WIDTH = 4.2;
const HEAD_HEIGHT = 52;

/** What stands in a month: the day itself, what it was before, and the months in between. */
const SIGNS = { now: "●", before: "○", between: "–" } as const;

/** The rows of a sheet of which a timeline is drawn. */
export interface TimelineRows {
  readonly legend: number;
  readonly counts: number;
  readonly groups: number;
  /** Hidden: the first day of each column, as a figure. */
  readonly starts: number;
  readonly heads: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A column a month from this one on. A cell is worked out from the days of its row and from the first days of its own and of the next
 * column, so it follows a day that is changed and a row that is sorted. Says which column is the last.
 */
export function drawTimeline(
  draft: SheetDraft,
  timeline: SummaryTimeline,
  days: DayPlaces,
  rows: TimelineRows,
  first: number,
): number {
  const periods = periodsOf(timeline);
  const last = first + periods.length - 1;
  const { legend, counts, groups, starts, heads, top, bottom } = rows;
  periods.forEach(({ group }, at) =>
    draft.column(first + at, { width: group === null ? OUTSIDE_WIDTH : MONTH_WIDTH, hidden: false }),
  );
  draft.column(last + 1, { width: OUTSIDE_WIDTH, hidden: true });
  const key = [
    `${SIGNS.now} ${timeline.day.label}`,
    ...(days.before.length > 0 ? [`${SIGNS.before} what it was before`, `${SIGNS.between} moved over`] : []),
    "In the row below: how many in each month",
  ];
  draft.set(legend, first, { value: key.join("     "), role: "aside" });
  drawGroups(
    draft,
    periods.map(({ group }) => group),
    groups,
    first,
  );
  const day = columnLetters(days.day);
  const all = `$${day}$${top}:$${day}$${bottom}`;
  [...periods.map(({ from }) => from), NO_DAY].forEach((from, at) =>
    draft.set(starts, first + at, { value: from, role: "key" }),
  );
  periods.forEach(({ label }, at) => {
    const column = first + at;
    const [from, to] = [column, column + 1].map((one) => `${columnLetters(one)}$${starts}`);
    draft.set(heads, column, { value: label, role: "head_turned" });
    draft.set(counts, column, {
      formula: `SUMPRODUCT((${all}>=${from})*(${all}<${to}))`,
      role: "month_count",
      format: "whole",
    });
  });
  draft.row(heads, { height: Math.max(HEAD_HEIGHT, draft.heightOf(heads)) });
  draft.row(starts, { hidden: true });
  const cells = { top, bottom, left: first, right: last };
  const at = `${columnLetters(first)}${top}`;
  draft.mark(cells, `${at}="${SIGNS.now}"`, "event");
  draft.mark(cells, `${at}="${SIGNS.before}"`, "amber");
  draft.mark(cells, `${at}="${SIGNS.between}"`, "explain");
  return last;
}

/** The sign of a row in one of the columns. */
export function monthFormula(days: DayPlaces, starts: number, row: number, column: number): string {
  const [from, to] = [column, column + 1].map((one) => `${columnLetters(one)}$${starts}`);
  const cell = (of: number) => `$${columnLetters(of)}${row}`;
  const within = (of: number) => `AND(ISNUMBER(${cell(of)}),${cell(of)}>=${from},${cell(of)}<${to})`;
  const now = (rest: string) => `IF(${within(days.day)},"${SIGNS.now}",${rest})`;
  if (days.before.length === 0) return now('""');
  const before = days.before.map(within);
  const were = days.before.map(cell).join(",");
  const isBefore = before.length === 1 ? before.join("") : `OR(${before.join(",")})`;
  const between = `AND(COUNT(${were})>0,ISNUMBER(${cell(days.day)}),MIN(${were})<${from},${cell(days.day)}>=${to})`;
  return now(`IF(${isBefore},"${SIGNS.before}",IF(${between},"${SIGNS.between}",""))`);
}

/** How many rows moved to a later day, as a part of a formula. */
export function laterCount(column: number, { top, bottom }: Pick<TimelineRows, "top" | "bottom">): string {
  const cells = formatRectangle({ top, bottom, left: column, right: column });
  return `SUMPRODUCT(ISNUMBER(${cells})*(${cells}>0))`;
}
