import { formatRectangle, quoteSheet, type Rectangle } from "../cells";
import { SheetDraft, breakPages, type LayoutSheet, type Together } from "../layout";
import type { SummaryTable, SummaryTables } from "../template";

import { chartsOfSheet, drawSheetCharts } from "./charts/place-charts";
import type { PlannedChart } from "./charts/planned-charts";
import { isFilled, rowsOfRole, type Collection, type SummaryRow } from "./collection";
import { PLACES, type GradeOf } from "./columns";
import type { FactPlaces } from "./fact-places";
import { CHOICE_WIDTHS } from "./by/listed-figures";
import { organisationsParts } from "./by/organisations-parts";
import { OverAll } from "./by/over-all";
import { drawHeads } from "./figure-heads";
import { ROW_WIDTHS, drawOrganisation } from "./figure-row";
import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { belowHeld, drawHeld } from "./held/held-table";
import { markLevels } from "./levels";
import { belowRule, drawRule, gradeFormula, type RatedColumn } from "./marks/rating-rule";
import { drawCounts, markSigns } from "./marks/state-cells";
import { drawMean } from "./mean-rows";
import { shownRows } from "./shown-rows";
import { drawTotals, totalRows, type TotalCells } from "./total-rows";

const VALUE_WIDTH = 12.5;
/** For the margins of a cell, and letters in bold. */
const ROOM_BESIDE_WORDS = 2.5;
export const WHERE_FROM =
  "A code leads to where the figures of its row stand on the sheet Facts, each with the file, sheet and cell it came from; their keys are in a hidden row under the heads.";

const NONE_OF_THEM = "None of the returns received";

/** What the tables of a sheet are drawn with. */
interface Drawing {
  readonly draft: SheetDraft;
  readonly collection: Collection;
  readonly totals: TotalCells;
  readonly placeOf: FactPlaces;
  readonly grade: GradeOf | null;
  /** Columns of grades as they are drawn. */
  readonly rated: RatedColumn[];
}

/** A sheet of the summary: tables of organisations × columns, totals as formulas. A missing return is shown as missing, never as zero. */
export function figuresSheet(
  sheet: SummaryTables,
  frame: Frame,
  totals: TotalCells,
  placeOf: FactPlaces,
  charts: readonly PlannedChart[] = [],
): LayoutSheet {
  const draft = new SheetDraft(sheet.name);
  const most = Math.max(...[...sheet.tables, ...sheet.by].map((table) => table.columns.length));
  const lastColumn = PLACES.firstValue + most - 1;
  setWidths(draft, sheet, most);
  const intro = sheet.intro === null ? WHERE_FROM : `${sheet.intro} ${WHERE_FROM}`;
  drawFrame(draft, frame, lastColumn, null, intro);
  const { collection } = frame;
  const { rating } = sheet;
  const under = rating ? belowRule(rating, FIRST_ROW) : FIRST_ROW;
  const grade = rating ? (share: string) => gradeFormula(rating, FIRST_ROW, share) : null;
  const rated: RatedColumn[] = [];
  // What is over all returns stands first and is drawn last: it adds up what stands below it.
  const over = new OverAll(draft, sheet.by, totals, organisationsParts(draft, collection, totals, placeOf));
  const charted: Together[] = [];
  const drawChartsBelow = (table: string | null, from: number) => {
    const next = drawSheetCharts(draft, chartsOfSheet(sheet.name, table, charts), lastColumn, from);
    if (next > from) charted.push({ from, to: next - 1 });
    return next;
  };
  let row = over.reserve(drawChartsBelow(null, under), drawChartsBelow);
  const heldFrom = row;
  if (sheet.held) row = belowHeld(sheet.held, row);
  const tables = sheet.tables.map((table) => {
    const from = row;
    const to = drawTable(table, from, { draft, collection, totals, placeOf, grade, rated });
    row = drawChartsBelow(table.id, to + 2);
    return { from, to };
  });
  if (rating) drawRule(draft, rating, FIRST_ROW, rated);
  for (const { cells } of rated)
    markSigns(draft, { ...cells, bottom: cells.bottom + 2 }, rating?.grades ?? []);
  const rule = rating ? [{ from: FIRST_ROW, to: belowRule(rating, FIRST_ROW) - 2 }] : [];
  const { together, filter } = over.draw(row);
  const held = sheet.held
    ? [drawHeld(draft, sheet.held, heldFrom, { frame, totals, hidden: lastColumn + 1 })]
    : [];
  const all = [...rule, ...charted, ...together, ...held, ...tables].sort((a, b) => a.from - b.from);
  breakPages(draft, all, { portrait: false, titleRows: 2, lastColumn });
  return finished(draft, frame, { freeze: { rows: 2, columns: PLACES.name }, filter });
}

function setWidths(draft: SheetDraft, { tables, by }: SummaryTables, most: number): void {
  draft.column(PLACES.code, { width: ROW_WIDTHS.code, hidden: false });
  const choices = by.some(({ list }) => list !== null);
  draft.column(PLACES.name, { width: choices ? CHOICE_WIDTHS.name : ROW_WIDTHS.name, hidden: false });
  draft.column(PLACES.open, { width: choices ? CHOICE_WIDTHS.choice : ROW_WIDTHS.open, hidden: false });
  for (let at = 0; at < most; at += 1) {
    const width = Math.max(
      ...[...tables, ...by].map(({ columns }) => {
        const column = columns[at];
        return column ? (column.width ?? widthForWords(column.label)) : 0;
      }),
    );
    draft.column(PLACES.firstValue + at, { width, hidden: false });
  }
}

/** Columns of a table that is drawn across bear the names of its lines, whose longest word is not to be broken. */
export function widthForWords(label: string): number {
  const longest = Math.max(...label.split(/[\s/–-]+/).map((word) => word.length));
  return Math.max(VALUE_WIDTH, longest + ROOM_BESIDE_WORDS);
}

/** Names those that a table with some of the returns may lack, below its last row. */
function drawUnknown(draft: SheetDraft, unknown: readonly SummaryRow[], last: number): number {
  if (unknown.length === 0) return last;
  const codes = unknown.map(({ organisation }) => organisation.code).join(", ");
  const area = { top: last + 1, bottom: last + 1, left: PLACES.code, right: PLACES.open };
  draft.merged(area, { value: `Not known, nothing to read was received: ${codes}`, role: "missing" });
  return last + 1;
}

/** Draws a table from this row on, and says in which row it ends. */
function drawTable(
  table: SummaryTable,
  from: number,
  { draft, collection, totals, placeOf, grade, rated }: Drawing,
): number {
  const { shown: rows, unknown } = shownRows(table, rowsOfRole(collection, table.role));
  const first = drawHeads(draft, table, from);
  rows.forEach((one, at) => {
    drawOrganisation(draft, one, table, first + at, placeOf, grade);
  });
  if (rows.length === 0) {
    draft.set(first, PLACES.name, { value: NONE_OF_THEM, role: "label" });
    return drawUnknown(draft, unknown, first);
  }
  const last = first + rows.length - 1;
  markLevels(draft, { top: first, bottom: last, column: PLACES.open });
  const at = (area: Rectangle) => `${quoteSheet(draft.name)}!${formatRectangle(area)}`;
  table.columns.forEach(({ id, label, source }, offset) => {
    const column = PLACES.firstValue + offset;
    const cells = { top: first, bottom: last, left: column, right: column };
    totals.columns.set(`${table.id}.${id}`, at(cells));
    if (table.states) totals.signs.set(`${table.id}.${id}`, table.states);
    if (source.kind === "rated") rated.push({ label, cells });
  });
  if (table.states) {
    const [left, right] = [PLACES.firstValue, PLACES.firstValue + table.columns.length - 1];
    markSigns(draft, { top: first, bottom: last, left, right }, table.states);
    return drawUnknown(draft, unknown, drawCounts(draft, table, table.states, { top: first, bottom: last }));
  }
  const { mean } = table;
  if (mean) {
    const received = rows.filter(isFilled).length;
    const words = `${mean.says} (${String(received)} of ${String(rows.length)} returns)`;
    const weightAt = table.columns.findIndex(({ id }) => id === mean.weight);
    const left = PLACES.firstValue + weightAt;
    const weights = weightAt < 0 ? null : formatRectangle({ top: first, bottom: last, left, right: left });
    const drawn = drawMean(
      draft,
      { ...table, mean },
      { first, last, words: table.only === null ? words : mean.says, weightsOf: () => weights },
    );
    table.columns.forEach(({ id }, offset) => {
      const column = PLACES.firstValue + offset;
      const cell = at({ top: drawn.mean, bottom: drawn.mean, left: column, right: column });
      totals.all.set(`${table.id}.${id}`, cell);
    });
    return drawUnknown(draft, unknown, drawn.last);
  }
  if (!table.totals) return drawUnknown(draft, unknown, last);
  const drawn = totalRows(rows, first);
  for (const total of drawn) drawTotals(draft, table, total, grade);
  const [all, settled = all] = drawn;
  table.columns.forEach((column, offset) => {
    for (const [into, total] of [[totals.all, all] as const, [totals.settled, settled] as const]) {
      const [row, place] = [total?.row ?? last, PLACES.firstValue + offset];
      into.set(`${table.id}.${column.id}`, at({ top: row, bottom: row, left: place, right: place }));
    }
  });
  return last + drawn.length;
}
