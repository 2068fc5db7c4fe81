import { formatRectangle, quoteSheet } from "../../cells";
import { SheetDraft, breakPages, heightFor, type LayoutSheet, type Together } from "../../layout";
import type { SummaryTables } from "../../template";

import { chartsOfSheet, drawSheetCharts } from "../charts/place-charts";
import type { PlannedChart } from "../charts/planned-charts";
import { PLACES, formatOfColumn, isFigureColumn, rowFormula } from "../columns";
import { drawHeads } from "../figure-heads";
import { ROW_WIDTHS } from "../figure-row";
import { widthForWords } from "../figures-sheet";
import { FIRST_ROW, drawFrame, finished, type SheetFrame } from "../frame";
import { linkFormula } from "../link-formula";
import { TOTAL_OF, drawTotals, type TotalCells } from "../total-rows";
import { filledReturns, type Authority, type National } from "./national";
import type { NationalPlaces } from "./places";
import type { NationalTable } from "./rolled-up";

const FILE_WIDTH = 26;
const WHERE_FROM =
  "A row for each strategic health authority: sums over its organisations, taken from the facts of its summary. A code leads to the first of these facts, each with file, sheet and cell; the summary's name leads to its digest on the sheet Sources.";

/** What the sheets of figures are drawn with. */
export interface Drawing {
  readonly national: National;
  readonly frame: SheetFrame;
  readonly totals: TotalCells;
  readonly places: NationalPlaces;
  readonly charts: readonly PlannedChart[];
}

/** Tables of authorities × columns, totals as formulas. An authority without a summary is shown as missing, never as nothing. */
export function nationalFiguresSheet(
  sheet: Pick<SummaryTables, "name">,
  tables: readonly NationalTable[],
  drawing: Drawing,
): LayoutSheet {
  const { frame } = drawing;
  const draft = new SheetDraft(sheet.name);
  const most = Math.max(...tables.map(({ table }) => table.columns.length));
  const lastColumn = PLACES.firstValue + most - 1;
  setWidths(draft, tables, most);
  drawFrame(draft, frame, lastColumn, null, WHERE_FROM);
  const charted: Together[] = [];
  const drawChartsBelow = (table: string | null, from: number) => {
    const own = chartsOfSheet(sheet.name, table, drawing.charts);
    const next = drawSheetCharts(draft, own, lastColumn, from);
    if (next > from) charted.push({ from, to: next - 1 });
    return next;
  };
  let row = drawChartsBelow(null, FIRST_ROW);
  const drawn = tables.map((one) => {
    const from = row;
    const to = drawTable(draft, one, from, drawing);
    row = drawChartsBelow(one.table.id, to + 2);
    return { from, to };
  });
  const all = [...charted, ...drawn].sort((a, b) => a.from - b.from);
  breakPages(draft, all, { portrait: false, titleRows: 2, lastColumn });
  return finished(draft, frame, { freeze: { rows: 2, columns: PLACES.name } });
}

function setWidths(draft: SheetDraft, tables: readonly NationalTable[], most: number): void {
  draft.column(PLACES.code, { width: ROW_WIDTHS.code, hidden: false });
  draft.column(PLACES.name, { width: ROW_WIDTHS.name, hidden: false });
  draft.column(PLACES.open, { width: FILE_WIDTH, hidden: false });
  for (let at = 0; at < most; at += 1) {
    const widths = tables.flatMap(({ table: { columns } }) => {
      const column = columns[at];
      return column ? [column.width ?? widthForWords(column.label)] : [];
    });
    draft.column(PLACES.firstValue + at, { width: Math.max(...widths), hidden: false });
  }
}

/** Draws a table from this row on, and says in which row it ends. */
function drawTable(draft: SheetDraft, one: NationalTable, from: number, drawing: Drawing): number {
  const { national, totals } = drawing;
  const { table } = one;
  const first = drawHeads(draft, table, from);
  const heads = first - 2;
  draft.set(heads, PLACES.name, { value: "Strategic health authority", role: "head_text" });
  draft.set(heads, PLACES.open, { value: "Summary", role: "head_text" });
  const { authorities } = national;
  authorities.forEach((authority, at) => {
    drawAuthority(draft, authority, one, first + at, drawing);
  });
  const total = first + authorities.length;
  const of = authorities.flatMap((authority, at) =>
    filledReturns(authority, table.role).length > 0 ? [first + at] : [],
  );
  const words = totalWords(national, table.role);
  drawTotals(draft, table, { words, row: total, of });
  draft.row(total, { height: heightFor(words, ROW_WIDTHS.name - 4) });
  table.columns.forEach(({ id }, offset) => {
    const column = PLACES.firstValue + offset;
    const cells = (top: number, bottom: number) =>
      `${quoteSheet(draft.name)}!${formatRectangle({ top, bottom, left: column, right: column })}`;
    totals.all.set(`${table.id}.${id}`, cells(total, total));
    totals.columns.set(`${table.id}.${id}`, cells(first, total - 1));
  });
  return total;
}

/** "Total of 9 summaries, of 10 authorities: 380 returns received" */
function totalWords({ authorities, registered }: National, role: string): string {
  const given = authorities.filter(({ summary }) => summary !== null);
  const returns = given.reduce((sum, one) => sum + filledReturns(one, role).length, 0);
  const summaries = given.length === 1 ? "1 summary" : `${given.length} summaries`;
  const words = returns === 1 ? "1 return received" : `${returns} returns received`;
  return `${TOTAL_OF} ${summaries}${registered ? `, of ${authorities.length} authorities` : ""}: ${words}`;
}

function drawAuthority(
  draft: SheetDraft,
  authority: Authority,
  { table, of, figureOf }: NationalTable,
  row: number,
  { places }: Drawing,
): void {
  const { code, name, summary } = authority;
  const target = places.factOf(authority, of) ?? places.sourceOf(authority);
  draft.set(row, PLACES.code, { formula: linkFormula(target, code), role: "link" });
  draft.set(row, PLACES.name, { value: name, role: "label" });
  const returns = filledReturns(authority, table.role);
  const words =
    summary === null ? "No summary" : returns.length === 0 ? `${summary.file}: no return` : summary.file;
  const formula = linkFormula(places.sourceOf(authority), words);
  draft.set(
    row,
    PLACES.open,
    returns.length === 0 ? { value: words, role: "missing" } : { formula, role: "link" },
  );
  draft.row(row, {
    height: Math.max(heightFor(name, ROW_WIDTHS.name - 2), heightFor(words, FILE_WIDTH - 2)),
  });
  table.columns.forEach((column, at) => {
    const place = PLACES.firstValue + at;
    if (returns.length === 0) {
      draft.set(row, place, { role: "missing" });
      return;
    }
    const role = isFigureColumn(column) ? ("figure" as const) : ("label" as const);
    const look = { role, format: formatOfColumn(column) };
    draft.set(
      row,
      place,
      column.source.kind === "formula"
        ? { formula: rowFormula(column.source.expression, table, row), ...look }
        : { value: figureOf(column, returns), ...look },
    );
  });
}
