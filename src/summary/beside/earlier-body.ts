import type { Organisation, Register } from "../../register";
import { foundText, organisationOf, successorsOf, type Return } from "../../return";

/** Who filed a return of the earlier year: under which code, and which organisation of now that is or has become part of. */
export type Filed =
  | { readonly kind: "filed"; readonly code: string; readonly organisation: Organisation }
  | { readonly kind: "unknown"; readonly because: string };

/**
 * The organisation as it is known in any round, which an old code beside the name of now means too; or the one organisation that was
 * made of the body with the code on the cover, whatever that body was called.
 */
export function filedBy(found: Return, register: Register): Filed {
  const written = foundText(found, found.template.identity.code);
  const code = (written ?? "").trim().toUpperCase();
  const organisation = organisationOf(found, register);
  if (organisation) return { kind: "filed", code: organisation.code, organisation };
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
