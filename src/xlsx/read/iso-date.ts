import { serialOfDay } from "../../cells";

const DAYS_BETWEEN_EPOCHS = 1462;
const LAST_DAY = 2_958_465;
/** From here Excel's days since 1900 are true; before, it counts a 29 February 1900 that never was. */
const FIRST_TRUE_DAY = 61;

/** The serial number of an ISO date, date and time, time of day, or duration of time; undefined for other text. */
export function serialOfIso(text: string, date1904: boolean): number | undefined {
  const duration = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (duration) return dayFraction(duration[1], duration[2], duration[3]);
  // A zone is left unheeded: Excel knows none, and the cell showed this clock time.
  const match =
    /^(?:(\d{4}-\d{2}-\d{2})(?:T|$))?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(
      text,
    );
  if (!match || text === "" || text.endsWith("T")) return undefined;
  const [, day, hours, minutes, seconds] = match;
  if (Number(hours ?? 0) > 24 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) >= 61) return undefined;
  const time = dayFraction(hours, minutes, seconds);
  if (day === undefined) return time;
  const days = serialDay(day, date1904);
  return days === undefined ? undefined : days + time;
}

function dayFraction(hours = "0", minutes = "0", seconds = "0"): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

function serialDay(day: string, date1904: boolean): number | undefined {
  const days = serialOfDay(day);
  if (days === undefined || days < 0 || days > LAST_DAY) return undefined;
  if (date1904) return days < DAYS_BETWEEN_EPOCHS ? undefined : days - DAYS_BETWEEN_EPOCHS;
  // Both 30 and 31 December 1899 are found as the day of a bare time of day.
  return days < FIRST_TRUE_DAY ? Math.max(0, days - 1) : days;
}
