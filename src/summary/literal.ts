import { isCellError, type RawValue } from "../cells";
import { textOf } from "../formula";

/** A value as a formula writes it; a blank is an empty text, which equals it. */
export function literal(value: RawValue): string {
  if (typeof value === "number") return String(value);
  const text = isCellError(value) ? value.error : textOf(value);
  return `"${text.replaceAll('"', '""')}"`;
}
