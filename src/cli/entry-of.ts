import { serialOfDay, type RawValue } from "../cells";
import { entryFault } from "../return";
import type { Field, ValueType } from "../template";

import { isoDayOf } from "./day";

/** The entry that a text of a CSV stands for, tested as the return tests its entries; undefined where the field can't take it. */
export function entryOf(field: Field, text: string): Exclude<RawValue, null> | undefined {
  const value = readAs(field.type, text);
  if (value === undefined) return undefined;
  const fault = entryFault(field, (key) => (key === field.key ? value : null));
  // Whether a name is listed elsewhere shows only once everything is put in.
  return fault === null || fault === "not_among" ? value : undefined;
}

function readAs(type: ValueType, text: string): number | string | undefined {
  switch (type.kind) {
    case "money":
    case "count":
      return figure(text.trim());
    case "percent":
      return percentage(text.trim());
    case "date":
      return serialOfDay(isoDayOf(text) ?? "");
    case "text":
      return text;
    case "code": {
      const code = text.trim().toUpperCase();
      return /^[A-Z0-9]+$/.test(code) ? code : undefined;
    }
    case "choice": {
      const wanted = text.trim().toLowerCase();
      return type.choices.find((choice) => choice.toLowerCase() === wanted);
    }
  }
}

const FIGURE = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
/** A workbook keeps fifteen digits; beyond them it would hold another figure. */
const TOO_LARGE = 1e15;

/** A plain number, its thousands marked by commas or not. */
function figure(text: string): number | undefined {
  if (!FIGURE.test(text)) return undefined;
  // Adding 0 makes −0 the 0 that it is.
  const value = Number(text.replaceAll(",", "")) + 0;
  return Math.abs(value) < TOO_LARGE ? value : undefined;
}

/** "45%" or 0.45. Above 1 the sign has to be there: 45 alone might be either. */
function percentage(text: string): number | undefined {
  const [, per, sign] = /^(-?\d+(?:\.\d+)?)\s*(%?)$/.exec(text) ?? [];
  if (per === undefined) return undefined;
  // The power of ten belongs to the text: divided, 33.3 would miss 0.333 by its last digit.
  const value = Number(sign === "%" ? `${per}e-2` : per) + 0;
  return (sign === "%" || Math.abs(value) <= 1) && Math.abs(value) < TOO_LARGE ? value : undefined;
}
