import { parse } from "csv-parse/sync";

import type { RawValue } from "../../src/cells";
import type { PlanningYear } from "../../src/template";
import { planEntries } from "../support/honest-plan";
import { randomNumbers } from "../support/random-returns";
import { FIRST_PART, firstPart, planningYear, TEMPLATES } from "../support/shipped";
import { seedOf, valuesFor, type Role } from "./values";

/** How much of a return the bodies fill in. */
export interface Extent {
  readonly year: PlanningYear;
  /** What the command is told of it. */
  readonly options: readonly string[];
  readonly wholePlan: boolean;
}

export const extentOf = {
  firstPart: (): Extent => ({ year: firstPart(), options: ["--templates", FIRST_PART], wholePlan: false }),
  wholePlan: (): Extent => ({
    year: planningYear("2007-08"),
    options: ["--templates", TEMPLATES],
    wholePlan: true,
  }),
};

/** What a body sends, by key: the same each time. */
export function sentBy({ year, wholePlan }: Extent, role: Role, code: string): ReadonlyMap<string, RawValue> {
  const rows: readonly (readonly string[])[] = parse(valuesFor(role, code), { from_line: 2 });
  const first = rows.map(([key = "", value = ""]): [string, RawValue] => [
    key,
    /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value,
  ]);
  return new Map([...(wholePlan ? restOfPlan(year, role, code) : []), ...first]);
}

/** The written plan of a role, with each amount smaller by a share of its own. */
function restOfPlan(year: PlanningYear, role: Role, code: string): readonly (readonly [string, RawValue])[] {
  const random = randomNumbers(seedOf(`plan ${role}`, code));
  const { fields } = year.templates.get(role)!;
  const plan = planEntries(role, { revenue: 100_000, capital: 100_000, net: 9_000 });
  return [...plan].map(([key, value]) =>
    fields.get(key)!.type.kind === "money" && typeof value === "number"
      ? [key, Math.round(value * (0.2 + 0.8 * random()))]
      : [key, value],
  );
}
