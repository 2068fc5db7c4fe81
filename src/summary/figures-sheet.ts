import { formatRectangle, quoteSheet, type Rectangle } from "../cells";
import { SheetDraft, breakPages, type LayoutSheet } from "../layout";
import type { SummaryTable, SummaryTables } from "../template";

import { drawSheetCharts } from "./charts/place-charts";
import type { PlannedChart } from "./charts/planned-charts";
import { rowsOfRole, type Collection } from "./collection";
import { PLACES } from "./columns";
import type { FactPlaces } from "./fact-places";
import { drawHeads } from "./figure-heads";
import { ROW_WIDTHS, drawOrganisation } from "./figure-row";
import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { markLevels } from "./levels";
import { drawTotals, totalRows, type TotalCells } from "./total-rows";

const VALUE_WIDTH = 12.5;
/** For the margins of a cell, and letters in bold. */
const ROOM_BESIDE_WORDS = 2.5;
const WHERE_FROM =
  "A code leads to where the figures of its row stand on the sheet Facts, each with the file, sheet and cell it came from; their keys are in a hidden row under the heads.";

/** What the tables of a sheet are drawn with. */
interface Drawing {
  readonly draft: SheetDraft;
  readonly collection: Collection;
  readonly totals: TotalCells;
  readonly placeOf: FactPlaces;
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
  const most = Math.max(...sheet.tables.map((table) => table.columns.length));
  const lastColumn = PLACES.firstValue + most - 1;
  draft.column(PLACES.code, { width: ROW_WIDTHS.code, hidden: false });
  draft.column(PLACES.name, { width: ROW_WIDTHS.name, hidden: false });
  draft.column(PLACES.open, { width: ROW_WIDTHS.open, hidden: false });
  for (let at = 0; at < most; at += 1) {
    const width = Math.max(
      ...sheet.tables.map(({ columns }) => {
        const column = columns[at];
        return column ? (column.width ?? widthForWords(column.label)) : VALUE_WIDTH;
      }),
    );
    draft.column(PLACES.firstValue + at, { width, hidden: false });
  }
  const intro = sheet.intro === null ? WHERE_FROM : `${sheet.intro} ${WHERE_FROM}`;
  drawFrame(draft, frame, lastColumn, null, intro);
  const { collection } = frame;
  let row = drawSheetCharts(draft, charts, lastColumn, FIRST_ROW);
  const tables = sheet.tables.map((table) => {
    const from = row;
    const to = drawTable(table, from, { draft, collection, totals, placeOf });
    row = to + 2;
    return { from, to };
  });
  const charted =
    tables[0] && tables[0].from > FIRST_ROW ? [{ from: FIRST_ROW, to: tables[0].from - 1 }] : [];
  breakPages(draft, [...charted, ...tables], { portrait: false, titleRows: 2, lastColumn });
  return finished(draft, frame, { freeze: { rows: 2, columns: PLACES.name } });
}

/** Columns of a table that is drawn across bear the names of its lines, whose longest word is not to be broken. */
function widthForWords(label: string): number {
  const longest = Math.max(...label.split(/[\s/–-]+/).map((word) => word.length));
  return Math.max(VALUE_WIDTH, longest + ROOM_BESIDE_WORDS);
}

/** Draws a table from this row on, and says in which row it ends. */
function drawTable(
  table: SummaryTable,
  from: number,
  { draft, collection, totals, placeOf }: Drawing,
): number {
  const rows = rowsOfRole(collection, table.role);
  const first = drawHeads(draft, table, from);
  rows.forEach((one, at) => {
    drawOrganisation(draft, one, table, first + at, placeOf);
  });
  const last = first + rows.length - 1;
  markLevels(draft, { top: first, bottom: last, column: PLACES.open });
  const at = (area: Rectangle) => `${quoteSheet(draft.name)}!${formatRectangle(area)}`;
  table.columns.forEach(({ id }, offset) => {
    const column = PLACES.firstValue + offset;
    totals.columns.set(`${table.id}.${id}`, at({ top: first, bottom: last, left: column, right: column }));
  });
  if (!table.totals) return last;
  const drawn = totalRows(rows, first);
  for (const total of drawn) drawTotals(draft, table, total);
  const [all, settled = all] = drawn;
  table.columns.forEach((column, offset) => {
    for (const [into, total] of [[totals.all, all] as const, [totals.settled, settled] as const]) {
      const [row, place] = [total?.row ?? last, PLACES.firstValue + offset];
      into.set(`${table.id}.${column.id}`, at({ top: row, bottom: row, left: place, right: place }));
    }
  });
  return last + drawn.length;
}
