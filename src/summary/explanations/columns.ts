import type { SheetDraft } from "../../layout";

/** Columns of the sheet of explanations. */
export const COLUMNS = {
  key: 1,
  org: 2,
  organisation: 3,
  return: 4,
  ref: 5,
  found: 6,
  reason: 7,
  state: 8,
  verdict: 9,
  comment: 10,
  by: 11,
  date: 12,
  since: 13,
  about: 14,
  now: 15,
  kept: 16,
  open: 17,
  raised: 18,
} as const;

export const LAST_SHOWN = COLUMNS.since;

/** Widths of the columns that are shown; others are hidden. */
export const WIDTHS: ReadonlyMap<number, number> = new Map([
  [COLUMNS.org, 7],
  [COLUMNS.organisation, 22],
  [COLUMNS.return, 14],
  [COLUMNS.ref, 8.5],
  [COLUMNS.found, 54],
  [COLUMNS.reason, 36],
  [COLUMNS.state, 13],
  [COLUMNS.verdict, 12],
  [COLUMNS.comment, 28],
  [COLUMNS.by, 15],
  [COLUMNS.date, 13],
  [COLUMNS.since, 14],
]);

/** Columns whose keys stand in the hidden row, so that they are found again wherever they are moved. */
const KEYED = [
  "org",
  "organisation",
  "return",
  "ref",
  "found",
  "verdict",
  "comment",
  "by",
  "date",
  "about",
  "now",
  "kept",
] as const;

/** The hidden row with the keys of the columns. */
export function drawKeys(draft: SheetDraft, row: number, anchor: string): void {
  draft.set(row, COLUMNS.key, { value: anchor, role: "key" });
  for (const id of KEYED) draft.set(row, COLUMNS[id], { value: id, role: "key" });
  draft.row(row, { hidden: true });
}
