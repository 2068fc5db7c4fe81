import type { RoleHead, YearHead } from "../shipped-years";

import type { StartState } from "./state";

/** The year that is chosen. */
export function chosenYear({ years, year }: StartState): YearHead {
  const chosen = years.find(({ id }) => id === year);
  if (!chosen) throw new Error(`chosenYear: there is no year ${year}`);
  return chosen;
}

/** The returns that may be begun: those that the organisation's type files; all of the year where the type is not known. */
export function offeredRoles(start: StartState): readonly RoleHead[] {
  const { roles } = chosenYear(start);
  const { chosen } = start;
  if (chosen.kind !== "registered") return roles;
  return roles.filter(({ files }) => files.includes(chosen.organisation.type));
}

/** The one that is meant: the one that was picked, or the only one that there is; null where a choice is still to be made. */
export function meantRole(start: StartState): RoleHead | null {
  const offered = offeredRoles(start);
  const [only, ...others] = offered;
  if (only && others.length === 0) return only;
  return offered.find(({ id }) => id === start.role) ?? null;
}
