import { formatAddress } from "../cells";

import { formatOf } from "./block-lines";
import type { Filling } from "./filling";
import type { LayoutCell, LayoutSheet } from "./layout";
import type { Plan } from "./plan";
import { footerOf } from "./sheet-head";

/** Sheets that were drawn without entries, with these put in. A value under the key of a total stands in place of its formula. */
export function filledIn(
  sheets: readonly LayoutSheet[],
  plan: Plan,
  { entries, organisation }: Filling,
): readonly LayoutSheet[] {
  const footer = footerOf(plan.template, organisation);
  const given = new Map<string, Map<string, LayoutCell>>(sheets.map(({ name }) => [name, new Map()]));
  const cells = new Map(sheets.map((sheet) => [sheet.name, sheet.cells]));
  for (const [key, value] of entries) {
    const place = plan.placeOf.get(key);
    const field = plan.template.fields.get(key);
    const address = place && formatAddress(place.address);
    const cell = address && cells.get(place.sheet)?.get(address);
    if (!field || !cell) continue;
    const isTotal = field.source.kind === "calculated";
    const after = isTotal
      ? { ...cell, value, formula: null, format: formatOf(field.type) }
      : { ...cell, value };
    given.get(place.sheet)?.set(address, after);
  }
  return sheets.map((sheet) => ({
    ...sheet,
    footer,
    // In the order in which they were drawn.
    cells: new Map([...sheet.cells, ...(given.get(sheet.name) ?? [])]),
  }));
}
