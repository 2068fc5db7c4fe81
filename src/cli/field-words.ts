import { boundsWords, decimalsWords } from "../guide";
import type { Field } from "../template";

import { DAY_WANTED } from "./day";

/** What may be entered in a field, as the end of a sentence: "a whole number (£000), 0 or more". */
export function wantedWords(field: Field): string {
  const { type } = field;
  switch (type.kind) {
    case "money":
      return `a whole number (£000)${boundsWords(field)}`;
    case "count":
      return type.decimals === 0
        ? `a whole number${boundsWords(field)}`
        : `a number with at most ${decimalsWords(type.decimals)}${boundsWords(field)}`;
    case "percent": {
      const places = type.decimals === 0 ? "whole per cents" : `at most ${decimalsWords(type.decimals)}`;
      return `a percentage, written as 45% or 0.45, with ${places}${boundsWords(field)}`;
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
