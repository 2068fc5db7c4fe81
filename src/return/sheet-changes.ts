import type { Template, ValueBlock } from "../template";

import type { BlockPlace } from "./block-place";
import type { Noticed } from "./noticed";

/** What became of the sheets as such: renamed, hidden, put in another order, or gone. */
export function sheetChanges(
  template: Template,
  places: ReadonlyMap<string, BlockPlace>,
  order: readonly string[],
): readonly Noticed[] {
  const found: Noticed[] = [];
  const now: string[] = [];
  for (const { name, blocks } of template.sheets) {
    const own = blocks.filter((block): block is ValueBlock => block.kind !== "checks");
    if (own.length === 0) continue;
    const place = own.map(({ id }) => places.get(id)).find((one) => one !== undefined);
    if (!place) {
      found.push({
        kind: "sheet_lost",
        facts: { sheet: name },
        sheet: name,
        cells: [],
        labels: fieldLabels(own, template),
      });
      continue;
    }
    const { name: called, visibility } = place.sheet.sheet;
    now.push(called);
    const facts = { sheet: called, expected: name };
    if (called !== name)
      found.push({ kind: "sheet_renamed", facts, sheet: called, cells: [], labels: [name] });
    if (visibility !== "visible")
      found.push({ kind: "sheet_hidden", facts, sheet: called, cells: [], labels: [name] });
  }
  const inOrder = now.map((name) => order.indexOf(name));
  if (inOrder.some((at, place) => at < (inOrder[place - 1] ?? -1))) {
    const [first = ""] = now;
    found.push({
      kind: "sheets_moved",
      facts: { found: order.join(", ") },
      sheet: first,
      cells: [],
      labels: [],
    });
  }
  return found;
}

function fieldLabels(blocks: readonly ValueBlock[], template: Template): readonly string[] {
  const ids = new Set(blocks.map(({ id }) => id));
  return [...template.fields.values()].filter(({ block }) => ids.has(block)).map(({ label }) => label);
}
