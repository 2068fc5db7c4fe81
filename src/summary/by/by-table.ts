import { formatRectangle, quoteSheet } from "../../cells";
import { writeFormula } from "../../formula";
import { formatOf, heightFor, type NumberFormat, type SheetDraft } from "../../layout";
import type { SummaryByColumn, SummaryByRow, SummaryByTable, SummaryReference } from "../../template";

import { PLACES } from "../columns";
import { drawGroups } from "../group-heads";
import type { TotalCells } from "../total-rows";
import type { ByFormula } from "./by-formulas";

const HEAD_SIZE = 9;

/** Where a table over all returns stands: its heads, its rows and, where it has them, its totals. */
export interface ByPlaces {
  readonly from: number;
  readonly head: number;
  readonly first: number;
  readonly last: number;
  /** The row of totals; null where the table has none. */
  readonly total: number | null;
  readonly note: { readonly row: number; readonly words: string } | null;
  /** The last row of all. */
  readonly to: number;
  readonly rows: readonly SummaryByRow[];
}

/** The room that a table takes from this row on; `rest`: whether some rows are of no choice; `note`: what stands below it. */
export function placesOf(
  table: SummaryByTable,
  from: number,
  { rest, note }: { readonly rest: boolean; readonly note: string | null },
): ByPlaces {
  const intro = table.intro === null ? 0 : 1;
  const groups = table.columns.some(({ group }) => group !== null) ? 1 : 0;
  const head = from + 1 + intro + groups;
  const first = head + 2;
  const rows = rest && table.list ? [...table.rows, table.list.rest] : table.rows;
  const last = first + rows.length - 1;
  const total = table.total === null ? null : last + 1;
  const below = total ?? last;
  const to = note === null ? below : below + 1;
  return { from, head, first, last, total, note: note === null ? null : { row: to, words: note }, to, rows };
}

/** Lets formulas know where the columns of a table stand, before anything is drawn that names them. */
export function register(
  draft: SheetDraft,
  table: SummaryByTable,
  { first, last, total }: ByPlaces,
  { all, columns }: TotalCells,
): void {
  table.columns.forEach(({ id }, at) => {
    const column = PLACES.firstValue + at;
    const area = (top: number, bottom: number) =>
      `${quoteSheet(draft.name)}!${formatRectangle({ top, bottom, left: column, right: column })}`;
    columns.set(`${table.id}.${id}`, area(first, last));
    if (total !== null) all.set(`${table.id}.${id}`, area(total, total));
  });
}

/** Draws a table over all returns; its cells are worked out as `formulaOf` says. */
export function drawByTable(
  draft: SheetDraft,
  table: SummaryByTable,
  places: ByPlaces,
  formulaOf: ByFormula,
): void {
  drawHeads(draft, table, places);
  places.rows.forEach((one, at) => {
    const row = places.first + at;
    drawLabel(draft, row, one.label, "label");
    table.columns.forEach((column, offset) => {
      const formula = formulaOf(column, one, row);
      const look = { role: roleOfBy(column, "figure"), format: formatOfBy(column) } as const;
      draft.set(row, PLACES.firstValue + offset, formula === null ? look : { formula, ...look });
    });
  });
  if (places.note) drawNote(draft, table, places.note);
  const { total } = places;
  if (total === null) return;
  const all: SummaryByRow = { id: "", label: table.total ?? "" };
  drawLabel(draft, total, all.label, "total_label");
  table.columns.forEach((column, offset) => {
    const place = PLACES.firstValue + offset;
    const look = { role: roleOfBy(column, "figure_total"), format: formatOfBy(column) } as const;
    const rows = { top: places.first, bottom: places.last, left: place, right: place };
    const formula = column.adds
      ? `SUM(${formatRectangle(rows)})`
      : column.source.kind === "formula"
        ? formulaOf(column, all, total)
        : null;
    draft.set(total, place, formula === null ? look : { formula, ...look });
  });
}

function drawNote(
  draft: SheetDraft,
  table: SummaryByTable,
  { row, words }: NonNullable<ByPlaces["note"]>,
): void {
  const right = PLACES.firstValue + table.columns.length - 1;
  const area = { top: row, bottom: row, left: PLACES.code, right };
  draft.merged(area, { value: words, role: "block_intro" });
  draft.row(row, { height: heightFor(words, draft.widthOf(area) - 4) + 2 });
}

function drawLabel(draft: SheetDraft, row: number, words: string, role: "label" | "total_label"): void {
  const area = { top: row, bottom: row, left: PLACES.code, right: PLACES.open };
  draft.merged(area, { value: words, role });
  draft.row(row, { height: heightFor(words, draft.widthOf(area) - 2) });
}

export function roleOfBy({ type }: SummaryByColumn, figures: "figure" | "figure_total") {
  return type.kind === "text" ? (figures === "figure" ? "label" : "total_label") : figures;
}

export function formatOfBy({ type }: SummaryByColumn): NumberFormat {
  return type.kind === "text" ? "general" : formatOf(type);
}

function drawHeads(draft: SheetDraft, table: SummaryByTable, { from, head }: ByPlaces): void {
  draft.set(from, PLACES.code, { value: table.title, role: "block_title" });
  draft.row(from, { height: 22 });
  const right = PLACES.firstValue + table.columns.length - 1;
  if (table.intro !== null) {
    const area = { top: from + 1, bottom: from + 1, left: PLACES.code, right };
    draft.merged(area, { value: table.intro, role: "block_intro" });
    draft.row(from + 1, { height: heightFor(table.intro, draft.widthOf(area) - 4) + 2 });
  }
  const groups = table.columns.map(({ group }) => group);
  if (groups.some((group) => group !== null)) drawGroups(draft, groups, head - 1, PLACES.firstValue);
  const area = { top: head, bottom: head, left: PLACES.code, right: PLACES.open };
  draft.merged(area, { value: table.head, role: "head_text" });
  const heights = table.columns.map((column, at) => {
    const place = PLACES.firstValue + at;
    draft.set(head, place, {
      value: column.label,
      role: roleOfBy(column, "figure") === "label" ? "head_text" : "head_small",
    });
    draft.set(head + 1, place, { value: saysHow(column), role: "key" });
    return heightFor(column.label, draft.width(place) - 1, HEAD_SIZE);
  });
  draft.set(head + 1, PLACES.name, { value: "How it is worked out", role: "key" });
  draft.row(head, { height: Math.max(...heights) + 4 });
  draft.row(head + 1, { hidden: true });
}

/** How a column is worked out, for the hidden row under the heads. */
function saysHow({ source }: SummaryByColumn): string {
  switch (source.kind) {
    case "each":
      return `added up over the rows: ${writeFormula(source.expression, (to) => eachReference(to))}`;
    case "organisations":
      return `organisations with ${source.of}`;
    case "same":
      return `the same in ${source.table}[${source.column}]`;
    case "totals":
      return `totals of ${source.table}`;
    case "formula":
      return "worked out here";
  }
}

/** A column of the row itself, or of the row that it names, as its definition has it. */
function eachReference(to: SummaryReference): string {
  if (to.kind === "row") return `[@${to.column}]`;
  return to.kind === "total" ? `${to.table}.${to.column}` : "";
}
