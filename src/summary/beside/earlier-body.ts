import type { Organisation, Register } from "../../register";
import { foundText, organisationOf, successorsOf, type Return } from "../../return";

/** Who filed a return of the earlier year: under which code, and which organisation of now that is or has become part of. */
export type Filed =
  | { readonly kind: "filed"; readonly code: string; readonly organisation: Organisation }
  | { readonly kind: "unknown"; readonly because: string };

/**
 * By the code on the cover, which was right in its year: that of an organisation of the register, or of a body that just one of them
 * was made of. What the body was called then says nothing against it.
 */
export function filedBy(found: Return, register: Register): Filed {
  const written = foundText(found, found.template.identity.code);
  const code = (written ?? "").trim().toUpperCase();
  const organisation = organisationOf(found, register);
  if (organisation) {
    const merged = organisation.predecessors?.includes(code) === true;
    return { kind: "filed", code: merged ? code : organisation.code, organisation };
  }
  if (written === null) return { kind: "unknown", because: "Its cover names no organisation." };
  const [successor, ...others] = successorsOf(code, register);
  if (!successor)
    return {
      kind: "unknown",
      because: `The register has no organisation ${code} now, and none that was made of it.`,
    };
  if (others.length > 0) {
    const several = [successor, ...others].map((one) => one.code).join(", ");
    return { kind: "unknown", because: `${code} has become part of several organisations (${several}).` };
  }
  return { kind: "filed", code, organisation: successor };
}
