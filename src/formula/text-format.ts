import { isoDay } from "../cells";
import { roundHalfAway } from "./value";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Formats that TEXT may be given: digits, thousands, decimals, percent, and one of dates. They read alike in Excel and LibreOffice. */
export const TEXT_FORMATS = [
  "0",
  "0.0",
  "0.00",
  "#,##0",
  "#,##0.0",
  "0%",
  "0.0%",
  "0.00%",
  "dd mmm yyyy",
] as const;

/** A number as TEXT shows it; undefined for a format that is not among TEXT_FORMATS. */
export function formatText(value: number, format: string): string | undefined {
  if (!(TEXT_FORMATS as readonly string[]).includes(format)) return undefined;
  if (format === "dd mmm yyyy") return formatDay(value);
  const percent = format.endsWith("%");
  const places = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const rounded = roundHalfAway(percent ? value * 100 : value, places);
  const [whole = "0", decimals] = Math.abs(rounded).toFixed(places).split(".");
  const grouped = format.startsWith("#,") ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${rounded < 0 ? "-" : ""}${grouped}${decimals === undefined ? "" : `.${decimals}`}${percent ? "%" : ""}`;
}

function formatDay(serial: number): string | undefined {
  const [year, month, day] = isoDay(serial)?.split("-") ?? [];
  return year && month && day ? `${day} ${MONTHS[Number(month) - 1]} ${year}` : undefined;
}
