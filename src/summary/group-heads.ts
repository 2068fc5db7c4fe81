import type { SheetDraft, StyleRole } from "../layout";

/** What stands above the headings of several columns: equal names side by side become one cell, from this column on. */
export function drawGroups(
  draft: SheetDraft,
  groups: readonly (string | null)[],
  row: number,
  left: number,
  role: StyleRole = "group_head",
): void {
  let at = 0;
  while (at < groups.length) {
    const group = groups[at] ?? null;
    let end = at;
    while (group !== null && groups[end + 1] === group) end += 1;
    if (group !== null) {
      const area = { top: row, bottom: row, left: left + at, right: left + end };
      draft.merged(area, { value: group, role });
    }
    at = end + 1;
  }
}
