import { fieldKey } from "../template";

import { countedValue, foundText, type Return } from "./return";

/** A sheet, or the return as a whole, that is said to have nothing to report, and why. */
export interface NothingSaid {
  /** Null for the whole return. */
  readonly sheet: string | null;
  readonly reason: string | null;
  /** Name and post of whoever answers for it. */
  readonly signed: string | null;
}

/** What a return says it has nothing to report on, the whole return first. */
export function nothingSaid(found: Return): readonly NothingSaid[] {
  const { nothing, fields } = found.template;
  if (!nothing) return [];
  const answers: readonly (readonly [sheet: string | null, key: string])[] = [
    [null, nothing.whole],
    ...nothing.keyOf,
  ];
  return answers.flatMap(([sheet, key]) => {
    const field = fields.get(key);
    const value = countedValue(found, key);
    if (!field || typeof value !== "string" || value.toLowerCase() !== nothing.answer.toLowerCase())
      return [];
    const beside = (column: string) =>
      foundText(found, fieldKey({ kind: "nothing", id: field.block }, field.line, column));
    return [{ sheet, reason: beside("reason"), signed: beside("signed") }];
  });
}
