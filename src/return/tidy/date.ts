import { isoDay, serialOfDay } from "../../cells";

import { DASHES, typed } from "./typed";

const MONTHS: ReadonlyMap<string, number> = named([
  ["january", "jan"],
  ["february", "feb"],
  ["march", "mar"],
  ["april", "apr"],
  ["may"],
  ["june", "jun"],
  ["july", "jul"],
  ["august", "aug"],
  ["september", "sep", "sept"],
  ["october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
]);

/** Saturday first: a serial number divided by seven leaves 0 on a Saturday. */
const WEEKDAYS: ReadonlyMap<string, number> = named([
  ["saturday", "sat"],
  ["sunday", "sun"],
  ["monday", "mon"],
  ["tuesday", "tue", "tues"],
  ["wednesday", "wed", "weds"],
  ["thursday", "thu", "thur", "thurs"],
  ["friday", "fri"],
]);

const TIME = /(?:T|,? )(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: ?([ap]m))?(Z|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY = /^([a-z]{3,9})[., ]{1,2}(?=\S)/i;

const YEAR_FIRST = /^(?<year>\d{4})([-/. ])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;
/** Three pairs of digits with spaces between may be anything. */
const DAY_FIRST = /^(?<day>\d{1,2})([-/. ])(?<month>\d{1,2})\2(?<year>\d{4}|(?<! )\d{2})$/;
const DAY_AND_NAME =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ]?(?<name>[a-z]{3,9})[-/. ]?['‘’]?(?<year>\d{4}|\d{2})$/i;
/** With its year in full: "March 07/08" is no day. */
const NAME_AND_DAY = /^(?<name>[a-z]{3,9})([-/. ])(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\2| )(?<year>\d{4})$/i;

/** Two-digit years below this one are of this century. */
const CENTURY_TURNS = 50;

/**
 * The day that a text surely names, as a serial number of Excel's calendar of 1900, or null. Day before month, as the British write
 * it, but where only the American order makes a day of it; a time behind it is left out.
 */
export function dayOf(text: string): number | null {
  const plain = typed(text);
  if (plain === null) return null;
  const timeless = withoutTime(plain.replace(/ {2,}/g, " "));
  if (timeless === null) return null;
  const [front, word = ""] = WEEKDAY.exec(timeless) ?? [];
  const weekday = WEEKDAYS.get(word.toLowerCase());
  const rest = front !== undefined && weekday !== undefined ? timeless.slice(front.length) : timeless;
  const serial = serialIn(rest);
  // A day and a weekday that disagree: one of them is wrong, and nobody knows which.
  return serial === null || (weekday !== undefined && serial % 7 !== weekday) ? null : serial;
}

/** null where what stands behind the day is no time of it. */
function withoutTime(text: string): string | null {
  const found = TIME.exec(text);
  if (!found) return text;
  const [, hours, minutes, seconds = "0", half, zone] = found;
  const hour = Number(hours);
  const inDay = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (!inDay || Number(minutes) > 59 || Number(seconds) > 59) return null;
  // 23:00 in Greenwich is the next day of a British summer.
  const midnight = (half?.toLowerCase() === "am" ? hour % 12 : hour) === 0 && Number(minutes) === 0;
  return zone === undefined || midnight ? text.slice(0, found.index) : null;
}

function serialIn(text: string): number | null {
  const close = text
    .replace(/\.$/, "")
    .replace(new RegExp(`[${DASHES}]`, "g"), "-")
    .replace(/ ?([-/.]) ?/g, "$1")
    .replace(/ ?, ?/g, " ");
  const yearFirst = YEAR_FIRST.exec(close)?.groups;
  if (yearFirst) return serial(yearFirst["year"], Number(yearFirst["month"]), Number(yearFirst["day"]));
  const dayFirst = DAY_FIRST.exec(close)?.groups;
  if (dayFirst) {
    const first = Number(dayFirst["day"]);
    const second = Number(dayFirst["month"]);
    return second > 12 ? serial(dayFirst["year"], first, second) : serial(dayFirst["year"], second, first);
  }
  const { name, day, year } = DAY_AND_NAME.exec(close)?.groups ?? NAME_AND_DAY.exec(close)?.groups ?? {};
  const month = MONTHS.get(name?.toLowerCase() ?? "");
  return month === undefined ? null : serial(year, month + 1, Number(day));
}

/** null where there is no such day, or none that Excel counts right. */
function serial(year: string | undefined, month: number, day: number): number | null {
  if (year === undefined) return null;
  const century = Number(year) < CENTURY_TURNS ? "20" : "19";
  const full = year.length === 2 ? century + year : year;
  const found = serialOfDay(`${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  return found !== undefined && isoDay(found) !== undefined ? found : null;
}

function named(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((same, at) => same.map((name) => [name, at] as const)));
}
