import { isoDay, serialOfDay } from "../../cells";
import type { SummaryTimeline } from "../../template";

/** A column of the timeline: what stands over it, and from which day on it reaches, as Excel counts days. */
export interface Period {
  readonly label: string;
  /** The year of planning that it belongs to; null outside of those. */
  readonly group: string | null;
  readonly from: number;
}

const NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const A_YEAR = 12;
/** A blank counts as 0 and lies in no period. */
const FIRST_DAY = 1;
/** The day after Excel's last. */
export const NO_DAY = 2_958_466;

/** Whatever is before the first month, each month, and whatever is after the last; each reaches to the next. */
export function periodsOf({ from, months }: SummaryTimeline): readonly Period[] {
  const [year = 0, month = 1] = (isoDay(from) ?? "").split("-").map(Number);
  const first = A_YEAR * year + month - 1;
  const those = Array.from({ length: months }, (_, at): Period => {
    const [of, name] = [Math.floor((first + at) / A_YEAR), NAMES[(first + at) % A_YEAR] ?? ""];
    return {
      label: `${name} ${of}`,
      group: yearWords(year + Math.floor(at / A_YEAR), month),
      from: startOf(first + at),
    };
  });
  return [
    { label: "Before", group: null, from: FIRST_DAY },
    ...those,
    { label: "Later", group: null, from: startOf(first + months) },
  ];
}

function startOf(month: number): number {
  const [year, of] = [Math.floor(month / A_YEAR), (month % A_YEAR) + 1];
  const serial = serialOfDay(`${year}-${String(of).padStart(2, "0")}-01`);
  if (serial === undefined) throw new Error(`startOf: ${year}-${of} is no month`);
  return serial;
}

/** "2007/08" for twelve months that begin within a year. */
function yearWords(year: number, firstMonth: number): string {
  return firstMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}
