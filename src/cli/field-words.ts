import type { Field } from "../template";

import { DAY_WANTED } from "./day";

/** What kind of answer a field takes, in one word. */
export function typeWord({ type }: Field): string {
  return type.kind === "count" ? "number" : type.kind === "percent" ? "percentage" : type.kind;
}

/** In what unit or form the answer is given: "£000", "number, 1 decimal", "text up to 80 characters". */
export function unitWords({ type }: Field): string {
  switch (type.kind) {
    case "money":
      return "£000";
    case "count":
      return type.decimals === 0 ? "whole number" : `number, ${decimals(type.decimals)}`;
    case "percent":
      return "%";
    case "date":
      return "date";
    case "text":
      return `text up to ${type.most} characters`;
    case "code":
      return "code";
    case "choice":
      return type.choices.join(" / ");
  }
}

/** Whether a blank is an answer. */
export function answerWords({ source, row }: Field): string {
  if (source.kind !== "entered") return "";
  if (source.answer === "zero") return "optional, blank is 0";
  if (source.answer === "optional") return "optional";
  return row === null ? "due" : "due in a row that is used";
}

/** What may be entered in a field, as the end of a sentence: "a whole number (£000), 0 or more". */
export function wantedWords(field: Field): string {
  const { type } = field;
  switch (type.kind) {
    case "money":
      return `a whole number (£000)${bounds(field, String)}`;
    case "count":
      return type.decimals === 0
        ? `a whole number${bounds(field, String)}`
        : `a number with at most ${decimals(type.decimals)}${bounds(field, String)}`;
    case "percent": {
      const places = type.decimals === 0 ? "whole per cents" : `at most ${decimals(type.decimals)}`;
      return `a percentage, written as 45% or 0.45, with ${places}${bounds(field, inPercent)}`;
    }
    case "date":
      return `${DAY_WANTED}, from 1990 to 2049`;
    case "text":
      return `text of up to ${type.most} characters`;
    case "code":
      return "a code of letters and digits";
    case "choice":
      return `one of ${type.choices.join(", ")}`;
  }
}

function decimals(count: number): string {
  return count === 1 ? "1 decimal" : `${count} decimals`;
}

function bounds({ source }: Field, shown: (bound: number) => string): string {
  if (source.kind !== "entered") return "";
  const { least, most } = source;
  if (least !== null && most !== null) return `, from ${shown(least)} to ${shown(most)}`;
  if (least !== null) return `, ${shown(least)} or more`;
  return most === null ? "" : `, ${shown(most)} or less`;
}

function inPercent(bound: number): string {
  return `${Number((bound * 100).toPrecision(12))}%`;
}
