import { formatAddress, quoteSheet, type RawValue } from "../cells";
import { SheetDraft, breakPages, heightFor, type LayoutSheet } from "../layout";
import { isOpen, valueOf, type Finding } from "../return";
import type { SummaryColumn, SummarySheet, SummaryTable, Template } from "../template";

import { PLACES, formatOfColumn, isFigureColumn, rowFormulaOfEntries } from "./columns";
import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { markLevels } from "./levels";
import type { SummaryRow } from "./returned";
import { drawTotals, totalRows, type TotalCells } from "./total-rows";

const WIDTHS = { code: 7, name: 47, open: 14, value: 12.5 } as const;
/** Size of the letters in heads, and a little more for their being bold. */
const HEAD_SIZE = 9;

/** A sheet of the summary: tables of organisations × columns, totals as formulas. A missing return is shown as missing, never as zero. */
export function figuresSheet(
  sheet: SummarySheet,
  template: Template,
  frame: Frame,
  totals: TotalCells,
): LayoutSheet {
  const draft = new SheetDraft(sheet.name);
  const most = Math.max(...sheet.tables.map((table) => table.columns.length));
  const lastColumn = PLACES.firstValue + most - 1;
  draft.column(PLACES.code, { width: WIDTHS.code, hidden: false });
  draft.column(PLACES.name, { width: WIDTHS.name, hidden: false });
  draft.column(PLACES.open, { width: WIDTHS.open, hidden: false });
  for (let at = 0; at < most; at += 1) {
    const width = Math.max(...sheet.tables.map((table) => table.columns[at]?.width ?? WIDTHS.value));
    draft.column(PLACES.firstValue + at, { width, hidden: false });
  }
  drawFrame(draft, frame, lastColumn, null, sheet.intro);
  let row = FIRST_ROW;
  const tables = sheet.tables.map((table) => {
    const from = row;
    const to = drawTable(draft, table, template, frame, from, totals);
    row = to + 2;
    return { from, to };
  });
  breakPages(draft, tables, { portrait: false, titleRows: 2, lastColumn });
  return finished(draft, frame, { freeze: { rows: 2, columns: PLACES.name } });
}

/** Draws a table from this row on, and says in which row it ends. */
function drawTable(
  draft: SheetDraft,
  table: SummaryTable,
  template: Template,
  frame: Frame,
  from: number,
  totals: TotalCells,
): number {
  draft.set(from, PLACES.code, { value: table.title, role: "block_title" });
  draft.row(from, { height: 22 });
  let row = from + 1;
  if (table.intro !== null) {
    const right = PLACES.firstValue + table.columns.length - 1;
    draft.merged(
      { top: row, bottom: row, left: PLACES.code, right },
      { value: table.intro, role: "block_intro" },
    );
    row += 1;
  }
  if (table.columns.some(({ group }) => group !== null)) {
    drawGroups(draft, table.columns, row);
    row += 1;
  }
  drawHeads(draft, table.columns, row);
  const first = row + 1;
  frame.collection.rows.forEach((one, at) => {
    drawOrganisation(draft, one, table, template, first + at);
  });
  const last = first + frame.collection.rows.length - 1;
  markLevels(draft, { top: first, bottom: last, column: PLACES.open });
  const drawn = totalRows(frame, first);
  for (const [at, total] of drawn.entries()) {
    drawTotals(draft, table, total);
    const into = at === 0 ? totals.all : totals.settled;
    table.columns.forEach((column, offset) => {
      const cell = formatAddress({ row: total.row, column: PLACES.firstValue + offset });
      into.set(`${table.id}.${column.id}`, `${quoteSheet(draft.name)}!${cell}`);
    });
  }
  return last + drawn.length;
}

function drawHeads(draft: SheetDraft, columns: readonly SummaryColumn[], row: number): void {
  draft.set(row, PLACES.code, { value: "Code", role: "head_text" });
  draft.set(row, PLACES.name, { value: "Organisation", role: "head_text" });
  draft.set(row, PLACES.open, { value: "Open", role: "head_text" });
  const heights = columns.map((column, at) => {
    const place = PLACES.firstValue + at;
    draft.set(row, place, { value: column.label, role: isFigureColumn(column) ? "head_small" : "head_text" });
    return heightFor(column.label, draft.width(place) - 1, HEAD_SIZE);
  });
  draft.row(row, { height: Math.max(...heights) + 4 });
}

function drawGroups(draft: SheetDraft, columns: readonly SummaryColumn[], row: number): void {
  let at = 0;
  while (at < columns.length) {
    const group = columns[at]?.group ?? null;
    let end = at;
    while (group !== null && columns[end + 1]?.group === group) end += 1;
    if (group !== null) {
      const area = { top: row, bottom: row, left: PLACES.firstValue + at, right: PLACES.firstValue + end };
      draft.merged(area, { value: group, role: "group_head" });
    }
    at = end + 1;
  }
}

function drawOrganisation(
  draft: SheetDraft,
  one: SummaryRow,
  table: SummaryTable,
  template: Template,
  row: number,
): void {
  draft.set(row, PLACES.code, { value: one.organisation.code, role: "label" });
  draft.set(row, PLACES.name, { value: one.organisation.name, role: "label" });
  draft.row(row, { height: heightFor(one.organisation.name, WIDTHS.name - 2) });
  if (!one.counted || one.status === "blank") {
    const words =
      one.state === "refused" ? "Refused" : one.status === "blank" ? "Sent blank" : "Not received";
    draft.set(row, PLACES.open, { value: words, role: "missing" });
    table.columns.forEach((_, at) => {
      draft.set(row, PLACES.firstValue + at, { role: "missing" });
    });
    return;
  }
  const { found, findings } = one.counted.reading;
  draft.set(row, PLACES.open, { value: openWords(findings), role: "label" });
  table.columns.forEach((column, at) => {
    const place = PLACES.firstValue + at;
    const figures = isFigureColumn(column);
    const look = { role: figures ? ("figure" as const) : ("text" as const), format: formatOfColumn(column) };
    if (column.source.kind === "formula") {
      draft.set(row, place, { formula: rowFormulaOfEntries(column.source.expression, table, row), ...look });
      return;
    }
    const field = template.fields.get(column.source.key);
    const value: RawValue = field ? valueOf(found, field) : null;
    // What is no number is no figure of a total; the finding about it says so.
    draft.set(row, place, { value: figures && typeof value !== "number" ? null : value, ...look });
  });
}

/** How much of a return is still to be put right or explained, so that nobody takes its figures for settled. */
function openWords(findings: readonly Finding[]): string {
  const open = (level: Finding["level"]) =>
    findings.filter((finding) => finding.level === level && isOpen(finding)).length;
  const parts = [
    open("fix") > 0 ? `✖ ${open("fix")}` : "",
    open("explain") > 0 ? `▲ ${open("explain")}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ") || "✔";
}
