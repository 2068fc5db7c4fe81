import { sameName, type Organisation, type Register } from "../register";

import { foundText, foundValue, type Return } from "./return";
import { likelyCodes } from "./tidy";

/**
 * The organisation that files a return, as the register has it: the one whose code is on the cover. A code that Excel made a number
 * of, or one of a body that was merged, is taken for the organisation that it must mean, as long as there is but one and the
 * name beside it is not another's.
 */
export function organisationOf(found: Return, register: Register | null): Organisation | null {
  const { code: codeKey, name: nameKey } = found.template.identity;
  const code = foundText(found, codeKey);
  if (code === null || register === null) return null;
  // A number may be one code or another that Excel made it of.
  const isNumber = typeof foundValue(found, codeKey) === "number";
  const named = isNumber ? undefined : register.find(code.toUpperCase());
  if (named) return named;
  const [meant, ...others] = [...likelyOrganisations(found, register), ...successorsOf(code, register)];
  if (!meant || others.length > 0) return null;
  const name = foundText(found, nameKey);
  return name === null || sameName(name, meant.name) !== "different" ? meant : null;
}

/** Organisations whose codes Excel would have turned into what stands on the cover. */
export function likelyOrganisations(found: Return, register: Register): readonly Organisation[] {
  const value = foundValue(found, found.template.identity.code);
  if (typeof value !== "number" && typeof value !== "string") return [];
  const codes = likelyCodes(
    value,
    register.organisations.map(({ code }) => code),
  );
  return codes.flatMap((code) => register.find(code) ?? []);
}

/** Organisations that the body with this code is now part of. */
export function successorsOf(code: string, register: Register): readonly Organisation[] {
  const wanted = code.trim().toUpperCase();
  return register.organisations.filter(({ predecessors }) => predecessors?.includes(wanted));
}
