import { serialOfDay } from "../cells";

/** How a day is written where a person types one. */
export const DAY_WANTED = "a day as dd/mm/yyyy or yyyy-mm-dd";

/** The ISO day that a person wrote, as dd/mm/yyyy or ISO itself; undefined where it is no day of the calendar. */
export function isoDayOf(text: string): string | undefined {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const iso = year === "" ? text.trim() : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return serialOfDay(iso) === undefined ? undefined : iso;
}
