import { serialOfDay } from "../cells";

import { quoted } from "./csv-rows";
import { CommandProblem } from "./problem";

/** How a day is written where a person types one. */
export const DAY_WANTED = "a day as dd/mm/yyyy or yyyy-mm-dd";

/** The ISO day on which returns are checked: the one that was named after --on, or today. */
export function checkDay(on: string | undefined): string {
  if (on === undefined) return today();
  const day = isoDayOf(on);
  if (day === undefined) throw new CommandProblem(`--on is ${quoted(on)}. Give ${DAY_WANTED}.`);
  return day;
}

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The ISO day that a person wrote, as dd/mm/yyyy or ISO itself; undefined where it is no day of the calendar. */
export function isoDayOf(text: string): string | undefined {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const iso = year === "" ? text.trim() : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return serialOfDay(iso) === undefined ? undefined : iso;
}
