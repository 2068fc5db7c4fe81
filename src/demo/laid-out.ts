import type { RawValue } from "../cells";
import { formatAddress } from "../cells";
import { calculated, layoutTemplate, planTemplate, type Filling, type Layout, type Plan } from "../layout";
import { returnWith, type Return } from "../return";
import type { Template } from "../template";

import { changed, changedPlaces, type Places } from "./changed-layout";
import type { LayoutChange } from "./script";

/** A workbook of a template that was filled in, after what was done to it besides. */
export function laidOut(template: Template, filling: Filling, changes: readonly LayoutChange[]): Layout {
  const layout = layoutTemplate(template, filling);
  if (changes.length === 0) return layout;
  const places = placesIn(template, []);
  return calculated(changes.reduce(changed, { layout, places }).layout);
}

/** Where the fields of a template stand in its workbook, after what was done to it. */
export function placesIn(template: Template, changes: readonly LayoutChange[]): Places {
  return changes.reduce<Places>(changedPlaces, planned(template).placeOf);
}

/** A return as whoever receives it reads it, whatever else was done to its workbook. */
export function asRead(template: Template, entries: ReadonlyMap<string, RawValue>): Return {
  const places = placesIn(template, []);
  return returnWith(template, entries, (key) => {
    const { sheet = "", address } = places.get(key) ?? {};
    return { sheet, cell: address ? formatAddress(address) : "" };
  });
}

const plans = new WeakMap<Template["fields"], Plan>();

/** Where everything stands hangs on the fields alone, so it is worked out once for all organisations of a role. */
function planned(template: Template): Plan {
  const plan = plans.get(template.fields) ?? planTemplate(template);
  plans.set(template.fields, plan);
  return plan;
}
