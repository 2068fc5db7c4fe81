import { serialOfDay, type RawValue } from "../../../src/cells";

/** What a text that is entered becomes, and the number format that a cell without one takes on. */
export interface Typed {
  readonly value: RawValue;
  readonly numberFormat: string | null;
}

const ERRORS: ReadonlySet<string> = new Set([
  "#REF!",
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#VALUE!",
]);
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Reads an entry as Excel with British settings does. Cells formatted as text keep every text as it is. */
export function typed(entry: string | number | boolean, numberFormat: string): Typed {
  if (typeof entry !== "string") return { value: entry, numberFormat: null };
  if (numberFormat === "@") return plain(entry);
  if (entry.startsWith("'")) return plain(entry.slice(1));
  const words = entry.trim();
  if (/^(true|false)$/i.test(words)) return plain(/^true$/i.test(words));
  if (ERRORS.has(words.toUpperCase())) return plain({ error: words.toUpperCase() });
  return asNumber(words) ?? asDay(words) ?? asTime(words) ?? plain(entry);
}

function plain(value: RawValue): Typed {
  return { value, numberFormat: null };
}

/** 12, -1.5, (3), 1,850, £20, 45%, 1E3. */
function asNumber(words: string): Typed | undefined {
  const [, open, sign = "", pound = "", digits = "", exponent = "", percent = "", close] =
    /^(\()?([+-]?)\s*(£?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*(%?)(\))?$/i.exec(
      words,
    ) ?? [];
  if (digits === "" || (open === undefined) !== (close === undefined)) return undefined;
  const size = Number(digits.replaceAll(",", "") + exponent) / (percent ? 100 : 1);
  if (!Number.isFinite(size)) return undefined;
  const value = sign === "-" || open !== undefined ? -size : size;
  const decimals = digits.includes(".") ? ".00" : "";
  if (percent) return { value, numberFormat: `0${decimals}%` };
  if (pound) return { value, numberFormat: `£#,##0${decimals}` };
  if (digits.includes(",")) return { value, numberFormat: `#,##0${decimals}` };
  return { value, numberFormat: exponent ? "0.00E+00" : null };
}

/** 31/03/2007, 31-3-07, 2007-03-31, 31 Mar 2007. */
function asDay(words: string): Typed | undefined {
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(words);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  const named = /^(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d{2})$/i.exec(words);
  const month = named ? MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1 : 0;
  const [year, monthText, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : numeric
      ? [numeric[3], numeric[2], numeric[1]]
      : named && month > 0
        ? [named[3], String(month), named[1]]
        : [];
  if (!year || !monthText || !day) return undefined;
  // Two figures of a year are of this century up to 29, as Windows has it.
  const full = year.length === 4 ? year : `${Number(year) < 30 ? "20" : "19"}${year}`;
  const value = serialOfDay(`${full}-${monthText.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return value === undefined ? undefined : { value, numberFormat: named ? "dd-mmm-yy" : "dd/mm/yyyy" };
}

function asTime(words: string): Typed | undefined {
  const [, hours, minutes, seconds = "0"] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(words) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined;
  return {
    value: (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400,
    numberFormat: "hh:mm",
  };
}
