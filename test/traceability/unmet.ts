import { serialOfDay, type RawValue } from "../../src/cells";

export type Role = "provider" | "commissioner";

/** An honest return changed so that an obligation is unmet, and what then says so. */
export interface Unmet {
  readonly id: string;
  readonly role: Role;
  /** What is entered instead, by key; null takes an entry away. */
  readonly changes?: Readonly<Record<string, RawValue>>;
  /** Blocks of which no entry is left. */
  readonly without?: readonly string[];
  /** The code that is found, and one of the keys at which it is. */
  readonly finds: string;
  readonly at: string;
}

export const day = (text: string): number => serialOfDay(text)!;

/** One entry of a role's return that is other than it should be; what is found is at it. */
export const oneOf =
  (role: Role) =>
  (id: string, at: string, value: RawValue, finds: string): Unmet => ({
    id,
    role,
    changes: { [at]: value },
    finds,
    at,
  });

/** A status of the checklist that nobody has begun with. */
export const notStarted = (id: string, role: Role, point: string): Unmet => ({
  id,
  role,
  changes: { [`checklist.${point}[status]`]: "Not started" },
  finds: "CL04",
  at: `checklist.${point}[status]`,
});
