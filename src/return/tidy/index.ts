/**
 * What an untidy entry was surely meant to be: a figure typed with its commas, a day written out, a choice in small letters. Every
 * reading is one that nobody would dispute; where two are possible, there is none, and the entry stays as it is for a person to
 * put right. Nothing here changes a return or says anything about one.
 */
import type { RawValue } from "../../cells";
import type { ValueType } from "../../template";

import { choiceOf, choiceOfTruth } from "./choice";
import { dayOf } from "./date";
import { figureOf } from "./figure";
import { percentOf, percentOfPoints } from "./percent";

export { likelyCodes } from "./code";

/** What an entry was meant to be. Money is in £000, a percentage is a share (0.45), a date a serial number of the calendar of 1900. */
export interface Tidied {
  readonly kind: "figure" | "percent" | "date" | "choice";
  readonly value: number | string;
}

/**
 * What an entry of this type was surely meant to be; null where it is right as it stands, blank, or can't be surely read. `most` is the
 * greatest value that the field allows, in the field's own unit (a percentage as a share), or null.
 */
export function tidied(value: RawValue, type: ValueType, most: number | null): Tidied | null {
  switch (type.kind) {
    case "money":
    case "count":
      return found("figure", typeof value === "string" ? figureOf(value, type.kind === "money") : null);
    case "percent":
      if (typeof value === "number") return found("percent", percentOfPoints(value, most));
      return found("percent", typeof value === "string" ? percentOf(value, most) : null);
    case "date":
      return found("date", typeof value === "string" ? dayOf(value) : null);
    case "choice":
      if (typeof value === "boolean") return found("choice", choiceOfTruth(value, type.choices));
      return found("choice", typeof value === "string" ? choiceOf(value, type.choices) : null);
    case "text":
    case "code":
      return null;
  }
}

function found(kind: Tidied["kind"], value: number | string | null): Tidied | null {
  return value === null ? null : { kind, value };
}
