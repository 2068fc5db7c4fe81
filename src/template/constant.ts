import { serialOfDay } from "../cells";

import type { FieldDraft } from "./blocks";
import type { Known } from "./resolve";
import type { DefinitionProblem } from "./source";

/** A constant as it is written, or the day that it names; a day of a date field as Excel counts it. */
export function constantOf(
  value: string | number,
  draft: FieldDraft,
  { dates }: Known,
  problems: DefinitionProblem[],
): string | number {
  const [, name] = /^dates\.([a-z0-9_]+)$/.exec(String(value)) ?? [];
  const day = name === undefined ? undefined : dates.get(name);
  if (day !== undefined) return day;
  const read = draft.properties.type === "date" ? serialOfDay(String(value)) : value;
  if (name === undefined && read !== undefined) return read;
  problems.push(
    draft.source.problem(
      draft.path,
      name === undefined
        ? `${value} is no day; write it as year-month-day.`
        : `There is no ${value} in this year.`,
    ),
  );
  return 0;
}
