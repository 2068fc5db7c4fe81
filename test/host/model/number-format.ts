import { isCellError, isoDay, type RawValue } from "../../../src/cells";
import { to15 } from "../../../src/formula";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
/** Pieces of a format: quoted texts, escaped signs, paddings, colours and conditions, parts of dates, digits. */
const PIECES = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|y+|m+|d+|h+|s+|[#0?,.]+|%|E[+-]0+|@|./gi;

/** What a cell shows. Widths are not considered: nothing becomes ####. */
export function shown(value: RawValue, format: string): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const sections = sectionsOf(format);
  if (typeof value === "string") return withText(value, sections[3]);
  if (/^general$/i.test(format) || format === "@") return general(value);
  const [positive = "General", negative, zero] = sections;
  const rounded = roundsToNothing(value, positive) ? 0 : value;
  if (rounded === 0 && zero !== undefined && value === 0) return section(0, zero);
  if (value < 0 && negative !== undefined) return section(-value, negative);
  const text = section(Math.abs(value), positive);
  return rounded < 0 ? `-${text}` : text;
}

function sectionsOf(format: string): readonly string[] {
  return (format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? []).map((part) => part);
}

function withText(value: string, format: string | undefined): string {
  if (format === undefined) return value;
  return (format.match(PIECES) ?? []).map((piece) => (piece === "@" ? value : literal(piece))).join("");
}

function general(value: number): string {
  const text = String(to15(value));
  if (text.length <= 11 && !text.includes("e")) return text;
  if (Math.abs(value) >= 1e11 || (Math.abs(value) < 1e-9 && value !== 0)) return scientific(value, 5, true);
  const whole = String(Math.trunc(Math.abs(value))).length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

function scientific(value: number, places: number, trim = false): string {
  const [digits = "", exponent = "0"] = value.toExponential(places).split("e");
  const size = Number(exponent);
  const shown = trim ? String(Number(digits)) : digits;
  return `${shown}E${size < 0 ? "-" : "+"}${String(Math.abs(size)).padStart(2, "0")}`;
}

function roundsToNothing(value: number, format: string): boolean {
  const places = /\.([0#?]+)/.exec(format)?.[1]?.length ?? 0;
  return (
    Math.abs(value) * (format.includes("%") ? 100 : 1) < 0.5 / 10 ** places && !/[ymdhs]/i.test(bare(format))
  );
}

function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, "");
}

function section(value: number, format: string): string {
  if (/^general$/i.test(format)) return general(value);
  return /[ymdhs]/i.test(bare(format).replace(/E[+-]/i, ""))
    ? asDate(value, format)
    : asFigure(value, format);
}

function literal(piece: string): string {
  if (piece.startsWith('"')) return piece.slice(1, -1);
  if (piece.startsWith("\\")) return piece.slice(1);
  if (piece.startsWith("_")) return " ";
  if (piece.startsWith("*") || piece.startsWith("[")) return /^\[\$([^-\]]*)/.exec(piece)?.[1] ?? "";
  return piece;
}

function asFigure(value: number, format: string): string {
  const pieces = format.match(PIECES) ?? [];
  const pattern = pieces.filter((piece) => /^[#0?,.]+$/.test(piece)).join("");
  const exponent = /E[+-]0+/i.test(bare(format));
  const percent = pieces.filter((piece) => piece === "%").length;
  const [whole = "", decimals = ""] = pattern.split(".");
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
  const scaled = (value * 100 ** percent) / 1000 ** thousands;
  let text: string;
  if (exponent) text = scientific(scaled, decimals.length);
  else {
    const [ones = "0", rest = ""] = to15(scaled).toFixed(decimals.length).split(".");
    const least = (whole.match(/0/g) ?? []).length;
    const padded = (least === 0 && ones === "0" ? "" : ones).padStart(least, "0");
    const grouped = whole.replace(/,+$/, "").includes(",") ? padded.replace(/\B(?=(\d{3})+$)/g, ",") : padded;
    const optional = /#*$/.exec(decimals)?.[0].length ?? 0;
    const kept =
      rest.slice(0, rest.length - optional) + rest.slice(rest.length - optional).replace(/0+$/, "");
    text = grouped + (decimals === "" ? "" : `.${kept}`);
  }
  let isWritten = false;
  return pieces
    .map((piece) => {
      if (/^E[+-]/i.test(piece)) return "";
      if (!/^[#0?,.]+$/.test(piece)) return literal(piece);
      if (isWritten) return "";
      isWritten = true;
      return text;
    })
    .join("");
}

function asDate(value: number, format: string): string {
  const iso = isoDay(Math.floor(value)) ?? "1900-01-01";
  const [year = "", month = "", day = ""] = iso.split("-");
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  const half = /AM\/PM/i.test(format);
  const hours = Math.floor(seconds / 3600);
  let afterHours = false;
  return (format.match(PIECES) ?? [])
    .map((piece) => {
      const small = piece.toLowerCase();
      if (small === "am/pm") return hours < 12 ? "AM" : "PM";
      const isTimePart = /^[hms]+$/.test(small);
      const minutes = afterHours && /^m+$/.test(small);
      if (isTimePart) afterHours = /^h+$/.test(small);
      if (/^y+$/.test(small)) return small.length > 2 ? year : year.slice(2);
      if (minutes) return pad(Math.floor(seconds / 60) % 60, small);
      if (/^m+$/.test(small)) return nameOrNumber(small, Number(month), MONTHS[Number(month) - 1] ?? "");
      if (/^d+$/.test(small))
        return nameOrNumber(small, Number(day), DAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? "");
      if (/^h+$/.test(small)) return pad(half ? hours % 12 || 12 : hours, small);
      if (/^s+$/.test(small)) return pad(seconds % 60, small);
      return literal(piece);
    })
    .join("");
}

function nameOrNumber(piece: string, number: number, name: string): string {
  if (piece.length > 3) return name;
  return piece.length === 3 ? name.slice(0, 3) : pad(number, piece);
}

function pad(number: number, piece: string): string {
  return String(number).padStart(piece.length, "0");
}
