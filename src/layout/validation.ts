import type { Field } from "../template";

import type { Validation } from "./layout";

const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;
const LARGEST = 999_999_999;
/** 1 January 1990 and 31 December 2049, as Excel counts days. */
const EARLIEST_DAY = 32_874;
const LATEST_DAY = 54_788;

/** What may be entered in a field's cell and what is said beside it; null for a field that is not entered. */
export function validationOf(field: Field, title: string): Omit<Validation, "range"> | null {
  if (field.source.kind !== "entered") return null;
  const { test, wanted } = wantedOf(field);
  const help = field.help ?? "";
  const full = [help, wanted].filter((part) => part !== "").join(" ");
  return {
    test,
    promptTitle: title.length <= LONGEST_TITLE ? title : "",
    prompt: full.length <= LONGEST_PROMPT ? full : help,
    error: wanted === "" ? "This entry does not fit here." : wanted,
  };
}

function wantedOf(field: Field): { readonly test: Validation["test"]; readonly wanted: string } {
  const { type, source } = field;
  const bounds = source.kind === "entered" ? source : { least: null, most: null };
  const least = bounds.least ?? -LARGEST;
  const most = bounds.most ?? LARGEST;
  const sign = bounds.least === 0 ? ", 0 or more" : bounds.most === 0 ? ", negative or 0" : "";
  switch (type.kind) {
    case "money":
      return { test: { kind: "whole", least, most }, wanted: `Whole thousands of pounds (£000)${sign}.` };
    case "count":
      return type.decimals === 0
        ? { test: { kind: "whole", least, most }, wanted: `A whole number${sign}.` }
        : { test: { kind: "decimal", least, most }, wanted: `A number${sign}, with one decimal.` };
    case "percent":
      return { test: { kind: "decimal", least, most }, wanted: "A percentage, for example 45%." };
    case "date":
      return {
        test: { kind: "date", least: EARLIEST_DAY, most: LATEST_DAY },
        wanted: "A date: day, month and year, for example 31/03/2007.",
      };
    case "choice":
      return { test: { kind: "list", choices: type.choices }, wanted: "Choose from the list." };
    case "text":
      return { test: { kind: "length", most: type.most }, wanted: `Up to ${type.most} characters.` };
    case "code":
      return { test: { kind: "any" }, wanted: "" };
  }
}
