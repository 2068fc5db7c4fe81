import { formatText } from "../formula";
import { formatOfField, type Field } from "../template";

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
      return type.decimals === 0 ? "whole number" : `number, ${decimalsWords(type.decimals)}`;
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

export function decimalsWords(count: number): string {
  return count === 1 ? "1 decimal" : `${count} decimals`;
}

/** The bounds of an entry as the end of a sentence: ", 0 or more"; empty where it has none. */
export function boundsWords({ type, source }: Field): string {
  if (source.kind !== "entered") return "";
  const shown = type.kind === "percent" ? inPercent : String;
  const { least, most } = source;
  if (least !== null && most !== null) return `, from ${shown(least)} to ${shown(most)}`;
  if (least !== null) return `, ${shown(least)} or more`;
  return most === null ? "" : `, ${shown(most)} or less`;
}

function inPercent(bound: number): string {
  return `${Number((bound * 100).toPrecision(12))}%`;
}

/** What is wanted in a field, with its bounds: "£000, 0 or more", "one of Yes, No". */
export function wantedIn(field: Field): string {
  const { type, source } = field;
  if (type.kind === "choice") return `one of: ${type.choices.join(" · ")}`;
  const places =
    type.kind !== "percent" ? "" : type.decimals === 0 ? ", whole" : `, ${decimalsWords(type.decimals)}`;
  const among =
    source.kind === "entered" && source.among !== null ? `, one of those in ${columnOf(source.among)}` : "";
  return `${unitWords(field)}${places}${boundsWords(field)}${among}`;
}

/** The column that these cells make up, `list[column]`. */
function columnOf([key = ""]: readonly string[]): string {
  return key.replace(/\.[^[]*/, "");
}

/** A value that the definition gives, as a person reads it. */
export function shownValue(value: string | number, field: Field): string {
  const format = formatOfField(field);
  return typeof value === "string" || format === null
    ? String(value)
    : (formatText(value, format) ?? String(value));
}

/** A day as a person reads it. */
export function shownDay(serial: number): string {
  return formatText(serial, "dd mmm yyyy")?.replace(/^0/, "") ?? String(serial);
}
