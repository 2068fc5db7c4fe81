import { formatAddress } from "../cells";

import { formatOf } from "./block-lines";
import type { Filling } from "./filling";
import type { LayoutCell, LayoutSheet } from "./layout";
import type { Plan } from "./plan";
import { footerOf } from "./sheet-head";

/** A sheet that was drawn without entries, with these put in. A value under the key of a total stands in place of its formula. */
export function filledIn(sheet: LayoutSheet, plan: Plan, { entries, organisation }: Filling): LayoutSheet {
  const given = new Map<string, LayoutCell>();
  for (const [key, value] of entries) {
    const place = plan.placeOf.get(key);
    if (place?.sheet !== sheet.name) continue;
    const field = plan.template.fields.get(key);
    const address = formatAddress(place.address);
    const cell = sheet.cells.get(address);
    if (!field || !cell) continue;
    const isTotal = field.source.kind === "calculated";
    given.set(
      address,
      isTotal ? { ...cell, value, formula: null, format: formatOf(field.type) } : { ...cell, value },
    );
  }
  // In the order in which they were drawn.
  const cells = new Map([...sheet.cells, ...given]);
  return { ...sheet, footer: footerOf(plan.template, organisation), cells };
}
