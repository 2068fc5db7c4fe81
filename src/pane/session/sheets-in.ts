import { layoutInTurn, prefilledWith, type Filling, type Layout } from "../../layout";
import type { Organisation } from "../../register";
import { entriesFor } from "../../return";
import type { PlanningYear, Template } from "../../template";
import type { Progress } from "../../workbook";

import { inTurns } from "./turns";

/** For whom sheets are put in: a body of the register, or a code and a name that somebody entered. */
export type Filer =
  | { readonly kind: "registered"; readonly organisation: Organisation }
  | { readonly kind: "by_hand"; readonly code: string; readonly name: string };

/**
 * The sheets of a role's return with its organisation in them, as the command makes them, but for the results of formulas, which Excel
 * works out: a part that is loaded to put sheets in. It takes a second or two, in which the page has its turns.
 */
export function sheetsFor(year: PlanningYear, role: string, filer: Filer, tell: Progress): Promise<Layout> {
  const template = year.templates.get(role);
  if (!template) throw new Error(`sheetsFor: ${year.id} has no role ${role}`);
  return inTurns(layoutInTurn(template, fillingFor(template, filer)), ({ done, all }) => tell(done, all));
}

function fillingFor(template: Template, filer: Filer): Filling {
  if (filer.kind === "registered") {
    const { organisation } = filer;
    return prefilledWith(entriesFor(template, organisation), `${organisation.code} ${organisation.name}`);
  }
  const { identity } = template;
  const [code, name] = [filer.code.trim().toUpperCase(), filer.name.trim()];
  const entries = new Map([
    [identity.code, code],
    [identity.name, name],
  ]);
  return prefilledWith(entries, `${code} ${name}`);
}
