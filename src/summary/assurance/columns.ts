import type { SheetDraft } from "../../layout";

/** Columns of the sheet of assurance. */
export const COLUMNS = {
  key: 1,
  ref: 2,
  question: 3,
  due: 4,
  shows: 5,
  figure: 6,
  of: 7,
  judgement: 8,
  comment: 9,
  by: 10,
  date: 11,
  since: 12,
  shown: 13,
  now: 14,
  about: 15,
  kept: 16,
} as const;

export const LAST_SHOWN = COLUMNS.since;

const WIDTHS: ReadonlyMap<number, number> = new Map([
  [COLUMNS.ref, 9],
  [COLUMNS.question, 43],
  [COLUMNS.due, 13],
  [COLUMNS.shows, 57],
  [COLUMNS.figure, 13],
  [COLUMNS.of, 13],
  [COLUMNS.judgement, 15],
  [COLUMNS.comment, 32],
  [COLUMNS.by, 15],
  [COLUMNS.date, 13],
  [COLUMNS.since, 13],
]);

/** Columns whose keys stand in the hidden row, so that they are found again wherever they are moved. */
const KEYED = [
  "ref",
  "question",
  "judgement",
  "comment",
  "by",
  "date",
  "shown",
  "now",
  "about",
  "kept",
] as const;

export function setWidths(draft: SheetDraft): void {
  for (const [name, column] of Object.entries(COLUMNS)) {
    const width = WIDTHS.get(column);
    draft.column(column, { width: width ?? (name === "key" ? 3 : 6), hidden: width === undefined });
  }
}

/** The hidden row with the keys of the columns. */
export function drawKeys(draft: SheetDraft, row: number, anchor: string): void {
  draft.set(row, COLUMNS.key, { value: anchor, role: "key" });
  for (const id of KEYED) draft.set(row, COLUMNS[id], { value: id, role: "key" });
  draft.row(row, { hidden: true });
}
