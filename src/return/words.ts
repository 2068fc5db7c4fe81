import { isCellError, type RawValue } from "../cells";
import { evaluate, formatText, textOf } from "../formula";
import {
  formatOfField,
  type Field,
  type MessagePart,
  type StandingCheck,
  type StandingHole,
} from "../template";

import { reading, type Entries } from "./state";

/** A value as a message quotes it: figures as the field shows them, texts as they are. */
export function shown(value: RawValue, field: Field | null): string {
  if (value === null) return "nothing";
  if (isCellError(value)) return value.error;
  if (typeof value !== "number") return typeof value === "boolean" ? textOf(value) : value;
  const format = field ? formatOfField(field) : null;
  const exact = textOf(value);
  const formatted = format === null ? undefined : formatText(value, format);
  // A figure that its format would round is quoted as it stands, or the message would not say what is wrong with it.
  const rounded =
    formatted !== undefined &&
    field?.type.kind !== "date" &&
    field?.type.kind !== "percent" &&
    Number(formatted.replaceAll(",", "")) !== value;
  return formatted === undefined || rounded ? exact : formatted;
}

/** A rule's message, its holes filled from the entries. */
export function said(parts: readonly MessagePart[], entries: Entries): string {
  return parts.map((part) => (part.kind === "text" ? part.text : valueSaid(part, entries))).join("");
}

function valueSaid(part: Extract<MessagePart, { kind: "value" }>, entries: Entries): string {
  const value = evaluate(part.expression, reading(entries));
  if (isCellError(value)) return "–";
  if (part.format !== null && typeof value !== "string")
    return formatText(Number(value ?? 0), part.format) ?? "–";
  return value === null ? "" : textOf(value);
}

/** A standing check's message, its holes filled with what was found. */
export function standingSaid(check: StandingCheck, facts: Partial<Record<StandingHole, string>>): string {
  return check.says.replaceAll(
    /\{([a-z]+)\}/g,
    (_, hole: string) => new Map(Object.entries(facts)).get(hole) ?? "",
  );
}
