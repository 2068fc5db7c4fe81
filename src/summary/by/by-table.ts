import { columnLetters, formatAddress, formatRectangle, quoteSheet } from "../../cells";
import { writeFormula } from "../../formula";
import { formatOf, heightFor, type NumberFormat, type SheetDraft } from "../../layout";
import type { SummaryByColumn, SummaryByRow, SummaryByTable, SummaryReference } from "../../template";

import { PLACES } from "../columns";
import { drawGroups } from "../group-heads";
import { literal } from "../literal";
import type { TotalCells } from "../total-rows";
import type { ChoicePlaces } from "./organisations-table";

const HEAD_SIZE = 9;

/** Where a table over all returns stands: its heads, its rows and, where it has them, its totals. */
export interface ByPlaces {
  readonly from: number;
  readonly head: number;
  readonly first: number;
  readonly last: number;
  /** The last row of the table, that of totals among them. */
  readonly to: number;
  readonly rows: readonly SummaryByRow[];
}

/** The room that a table takes from this row on; `rest`: whether some rows are of no choice. */
export function placesOf(table: SummaryByTable, from: number, rest: boolean): ByPlaces {
  const intro = table.intro === null ? 0 : 1;
  const groups = table.columns.some(({ group }) => group !== null) ? 1 : 0;
  const head = from + 1 + intro + groups;
  const first = head + 2;
  const rows = rest && table.list ? [...table.rows, table.list.rest] : table.rows;
  const last = first + rows.length - 1;
  return { from, head, first, last, to: table.total === null ? last : last + 1, rows };
}

/** Lets formulas know where the columns of a table stand, before anything is drawn that names them. */
export function register(
  draft: SheetDraft,
  table: SummaryByTable,
  { first, last, to }: ByPlaces,
  { all, columns }: TotalCells,
): void {
  table.columns.forEach(({ id }, at) => {
    const column = PLACES.firstValue + at;
    const area = (top: number, bottom: number) =>
      `${quoteSheet(draft.name)}!${formatRectangle({ top, bottom, left: column, right: column })}`;
    columns.set(`${table.id}.${id}`, area(first, last));
    if (table.total !== null) all.set(`${table.id}.${id}`, area(to, to));
  });
}

/** Draws a table over all returns; `choices`: where the same stands organisation by organisation. */
export function drawByTable(
  draft: SheetDraft,
  table: SummaryByTable,
  places: ByPlaces,
  totals: TotalCells,
  choices: ChoicePlaces | null,
): void {
  drawHeads(draft, table, places);
  places.rows.forEach((one, at) => {
    const row = places.first + at;
    drawLabel(draft, row, one.label, "label");
    table.columns.forEach((column, offset) => {
      const formula = cellFormula({ table, column, one, row, totals, choices });
      const look = { role: roleOf(column, "figure"), format: formatOfBy(column) } as const;
      draft.set(row, PLACES.firstValue + offset, formula === null ? look : { formula, ...look });
    });
  });
  if (table.total === null) return;
  drawLabel(draft, places.to, table.total, "total_label");
  table.columns.forEach((column, offset) => {
    const place = PLACES.firstValue + offset;
    const look = { role: roleOf(column, "figure_total"), format: formatOfBy(column) } as const;
    const rows = { top: places.first, bottom: places.last, left: place, right: place };
    const formula = column.adds
      ? `SUM(${formatRectangle(rows)})`
      : column.source.kind === "formula"
        ? inRow(table, column.source.expression, places.to, totals)
        : null;
    draft.set(places.to, place, formula === null ? look : { formula, ...look });
  });
}

function drawLabel(draft: SheetDraft, row: number, words: string, role: "label" | "total_label"): void {
  const area = { top: row, bottom: row, left: PLACES.code, right: PLACES.open };
  draft.merged(area, { value: words, role });
  draft.row(row, { height: heightFor(words, draft.widthOf(area) - 2) });
}

function roleOf({ type }: SummaryByColumn, figures: "figure" | "figure_total") {
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
      role: roleOf(column, "figure") === "label" ? "head_text" : "head_small",
    });
    draft.set(head + 1, place, { value: saysHow(column), role: "key" });
    return heightFor(column.label, draft.width(place) - 1, HEAD_SIZE);
  });
  draft.set(head + 1, PLACES.name, { value: "How it is worked out", role: "key" });
  draft.row(head, { height: Math.max(...heights) + 4 });
  draft.row(head + 1, { hidden: true });
}

/** How a column is worked out, for the hidden row under the heads. */
export function saysHow({ source }: SummaryByColumn): string {
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

interface Cell {
  readonly table: SummaryByTable;
  readonly column: SummaryByColumn;
  readonly one: SummaryByRow;
  readonly row: number;
  readonly totals: TotalCells;
  readonly choices: ChoicePlaces | null;
}

function cellFormula({ table, column, one, row, totals, choices }: Cell): string | null {
  const { source } = column;
  const label = `$${columnLetters(PLACES.code)}${String(row)}`;
  switch (source.kind) {
    case "each": {
      const figures = choices?.columns.get(column.id);
      return choices && figures !== undefined ? `SUMPRODUCT((${choices.labels}=${label})*1,${figures})` : "0";
    }
    case "organisations": {
      const figures = choices?.columns.get(source.of);
      return choices && figures !== undefined
        ? `SUMPRODUCT((${choices.labels}=${label})*(${figures}>0))`
        : "0";
    }
    case "same": {
      const cells = totals.columns.get(`${source.table}.${source.column}`);
      return cells === undefined ? "0" : `SUMPRODUCT((${cells}=${label})*1)`;
    }
    case "totals":
      return totals.all.get(`${source.table}.${one.id}`) ?? null;
    case "formula":
      return inRow(table, source.expression, row, totals);
  }
}

/** A formula over columns of this row and totals of the summary; a column that is blank here counts as nothing. */
function inRow(
  { columns }: SummaryByTable,
  expression: Extract<SummaryByColumn["source"], { kind: "formula" }>["expression"],
  row: number,
  totals: TotalCells,
): string {
  return writeFormula(expression, (reference) => {
    switch (reference.kind) {
      case "row": {
        const at = columns.findIndex(({ id }) => id === reference.column);
        return formatAddress({ row, column: PLACES.firstValue + at });
      }
      case "total":
        return totals.all.get(`${reference.table}.${reference.column}`) ?? "0";
      case "column":
        return totals.columns.get(`${reference.table}.${reference.column}`) ?? "0";
      default:
        return literal(0);
    }
  });
}
