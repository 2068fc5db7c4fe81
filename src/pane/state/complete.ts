import type { RoleHead, YearHead } from "../shipped-years";

import { chosenYear, meantRole, offeredRoles } from "./roles";
import type { Chosen, Refusal, StartField, StartState } from "./state";

/** What sheets are put in for. */
export interface Order {
  readonly year: YearHead;
  readonly role: RoleHead;
  readonly chosen: Exclude<Chosen, { readonly kind: "nobody" }>;
}

export type Completeness =
  { readonly kind: "order"; readonly order: Order } | { readonly kind: "refused"; readonly refusal: Refusal };

/** What is to be put in, or what is still missing for that, field by field. */
export function orderOf(start: StartState): Completeness {
  const { chosen } = start;
  const faults = new Map<StartField, string>();
  if (chosen.kind === "nobody") faults.set("organisation", "Choose the organisation that the return is for.");
  if (chosen.kind === "by_hand") {
    if (chosen.code.trim() === "") faults.set("code", "Enter the code of the organisation, for example 5X1.");
    else if (!/^[A-Za-z0-9]+$/.test(chosen.code.trim()))
      faults.set("code", "A code has letters and digits only. Enter it without spaces and signs.");
    if (chosen.name.trim() === "") faults.set("name", "Enter the name of the organisation.");
  }
  const role = meantRole(start);
  if (role === null) faults.set("role", roleFault(start));
  if (faults.size > 0 || role === null || chosen.kind === "nobody")
    return { kind: "refused", refusal: { kind: "incomplete", faults } };
  return { kind: "order", order: { year: chosenYear(start), role, chosen } };
}

function roleFault(start: StartState): string {
  const { chosen } = start;
  if (offeredRoles(start).length > 0) return "Choose which return is to be filled in.";
  const type = chosen.kind === "registered" ? chosen.organisation.type : "";
  return `The register has this organisation as “${type}”, which files no return for ${chosenYear(start).label}. Choose another year or organisation.`;
}
