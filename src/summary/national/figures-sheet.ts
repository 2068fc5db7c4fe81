import { formatRectangle, quoteSheet } from "../../cells";
import { SheetDraft, breakPages, heightFor, type LayoutSheet } from "../../layout";
import type { SummaryTable, SummaryTables } from "../../template";

import { PLACES, formatOfColumn, isFigureColumn, rowFormula } from "../columns";
import { drawHeads } from "../figure-heads";
import { ROW_WIDTHS } from "../figure-row";
import { widthForWords } from "../figures-sheet";
import { FIRST_ROW, drawFrame, finished, type SheetFrame } from "../frame";
import { linkFormula } from "../link-formula";
import { drawTotals } from "../total-rows";
import { filledReturns, type Authority, type National } from "./national";
import { figureOf } from "./rolled-up";

const FILE_WIDTH = 26;
const WHERE_FROM =
  "A row for each strategic health authority: sums over its organisations, taken from the facts of its summary, whose file stands beside its name. A code leads to that file's digest on the sheet Sources.";

/** What the sheets of figures are drawn with. */
export interface Drawing {
  readonly national: National;
  readonly frame: SheetFrame;
  /** `table.column` → the cell of its total. */
  readonly totals: Map<string, string>;
  /** Where an authority stands on the sheet Sources, as the target of a link. */
  readonly sourceOf: (authority: Authority) => string;
}

/** Tables of authorities × columns, totals as formulas. An authority without a summary is shown as missing, never as nothing. */
export function nationalFiguresSheet(
  sheet: Pick<SummaryTables, "name">,
  tables: readonly SummaryTable[],
  drawing: Drawing,
): LayoutSheet {
  const { frame } = drawing;
  const draft = new SheetDraft(sheet.name);
  draft.column(PLACES.code, { width: ROW_WIDTHS.code, hidden: false });
  draft.column(PLACES.name, { width: ROW_WIDTHS.name, hidden: false });
  draft.column(PLACES.open, { width: FILE_WIDTH, hidden: false });
  const most = Math.max(...tables.map(({ columns }) => columns.length));
  const lastColumn = PLACES.firstValue + most - 1;
  for (let at = 0; at < most; at += 1) {
    const widths = tables.flatMap(({ columns }) => {
      const column = columns[at];
      return column ? [column.width ?? widthForWords(column.label)] : [];
    });
    draft.column(PLACES.firstValue + at, { width: Math.max(...widths), hidden: false });
  }
  drawFrame(draft, frame, lastColumn, null, WHERE_FROM);
  let row = FIRST_ROW;
  const drawn = tables.map((table) => {
    const from = row;
    const to = drawTable(draft, table, from, drawing);
    row = to + 2;
    return { from, to };
  });
  breakPages(draft, drawn, { portrait: false, titleRows: 2, lastColumn });
  return finished(draft, frame, { freeze: { rows: 2, columns: PLACES.name } });
}

/** Draws a table from this row on, and says in which row it ends. */
function drawTable(draft: SheetDraft, table: SummaryTable, from: number, drawing: Drawing): number {
  const { national, totals, sourceOf } = drawing;
  const first = drawHeads(draft, table, from);
  const heads = first - 2;
  draft.set(heads, PLACES.name, { value: "Strategic health authority", role: "head_text" });
  draft.set(heads, PLACES.open, { value: "Summary", role: "head_text" });
  const { authorities } = national;
  authorities.forEach((authority, at) => {
    drawAuthority(draft, authority, table, first + at, sourceOf);
  });
  const total = first + authorities.length;
  const of = authorities.flatMap((authority, at) =>
    filledReturns(authority, table.role).length > 0 ? [first + at] : [],
  );
  drawTotals(draft, table, { words: totalWords(national, table.role), row: total, of });
  table.columns.forEach(({ id }, offset) => {
    const column = PLACES.firstValue + offset;
    const cell = formatRectangle({ top: total, bottom: total, left: column, right: column });
    totals.set(`${table.id}.${id}`, `${quoteSheet(draft.name)}!${cell}`);
  });
  return total;
}

/** "Total of 9 summaries, of 10 authorities: 380 returns" */
function totalWords({ authorities, registered }: National, role: string): string {
  const given = authorities.filter(({ summary }) => summary !== null);
  const returns = given.reduce((sum, one) => sum + filledReturns(one, role).length, 0);
  const summaries = given.length === 1 ? "1 summary" : `${given.length} summaries`;
  const words = returns === 1 ? "1 return received" : `${returns} returns received`;
  return `Total of ${summaries}${registered ? `, of ${authorities.length} authorities` : ""}: ${words}`;
}

function drawAuthority(
  draft: SheetDraft,
  authority: Authority,
  table: SummaryTable,
  row: number,
  sourceOf: Drawing["sourceOf"],
): void {
  const { code, name, summary } = authority;
  draft.set(row, PLACES.code, { formula: linkFormula(sourceOf(authority), code), role: "link" });
  draft.set(row, PLACES.name, { value: name, role: "label" });
  const returns = filledReturns(authority, table.role);
  const words =
    summary === null ? "No summary" : returns.length === 0 ? `${summary.file}: no return` : summary.file;
  draft.set(row, PLACES.open, { value: words, role: returns.length === 0 ? "missing" : "label" });
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
