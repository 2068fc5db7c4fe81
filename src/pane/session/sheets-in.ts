import { layoutTemplate, prefilledWith, type Layout } from "../../layout";
import type { Organisation } from "../../register";
import { entriesFor } from "../../return";
import type { PlanningYear } from "../../template";

/** For whom sheets are put in: a body of the register, or a code and a name that somebody entered. */
export type Filer =
  | { readonly kind: "registered"; readonly organisation: Organisation }
  | { readonly kind: "by_hand"; readonly code: string; readonly name: string };

/** The sheets of a role's return with its organisation in them, as the command makes them: a part that is loaded to put sheets in. */
export function sheetsFor(year: PlanningYear, role: string, filer: Filer): Layout {
  const template = year.templates.get(role);
  if (!template) throw new Error(`sheetsFor: ${year.id} has no role ${role}`);
  const { identity } = template;
  if (filer.kind === "registered") {
    const { organisation } = filer;
    const foot = `${organisation.code} ${organisation.name}`;
    return layoutTemplate(template, prefilledWith(entriesFor(template, organisation), foot));
  }
  const [code, name] = [filer.code.trim().toUpperCase(), filer.name.trim()];
  const entries = new Map([
    [identity.code, code],
    [identity.name, name],
  ]);
  return layoutTemplate(template, prefilledWith(entries, `${code} ${name}`));
}
