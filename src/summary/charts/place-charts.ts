import { quoteSheet, type Rectangle } from "../../cells";
import { formatOf, type SheetDraft } from "../../layout";

import { cellsOf, type PlannedChart } from "./planned-charts";

/** Height of a row under a chart, and of what a chart has beside its points, in points. */
const ROW = 15;
const AROUND = 64;
const LEAST = 165;
/** What runs over time is read by how steep it is. */
const LINES = 220;
const BAR = { alone: 13, beside: 11, between: 6 } as const;

/** A chart is drawn over so many letters of the usual font at least, and hardly over more than so many. */
const WIDE = { least: 84, most: 150 } as const;

/** The charts of a sheet below one of its tables, or above them all. */
export function chartsOfSheet(
  sheet: string,
  below: string | null,
  charts: readonly PlannedChart[],
): readonly PlannedChart[] {
  return charts.filter(
    ({ chart }) => chart.on.toLowerCase() === sheet.toLowerCase() && chart.below === below,
  );
}

/** Charts beside each other as far as each has its width, from this row on; says in which row the sheet goes on. */
export function drawSheetCharts(
  draft: SheetDraft,
  charts: readonly PlannedChart[],
  lastColumn: number,
  from: number,
): number {
  return charts.length === 0 ? from : drawCharts(draft, charts, stretches(draft, lastColumn, charts), from);
}

/** As many stretches of columns as are wanted and wide enough for a chart, one at least. */
function stretches(
  draft: SheetDraft,
  lastColumn: number,
  charts: readonly PlannedChart[],
): readonly (readonly [left: number, right: number])[] {
  const widthOf = (column: number) => (draft.isHidden(column) ? 0 : draft.width(column));
  const columns = Array.from({ length: lastColumn }, (_, at) => at + 1);
  const all = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const count = Math.max(1, Math.min(charts.length, Math.floor(all / WIDE.least)));
  // Months run over all of a page.
  const most = charts.some(({ chart }) => chart.kind === "lines") ? Infinity : WIDE.most;
  const each = Math.min(most, all / count);
  const found: (readonly [number, number])[] = [];
  let left = 1;
  let width = 0;
  for (const column of columns) {
    width += widthOf(column);
    const isLast = column === lastColumn;
    if (!isLast && width < each - widthOf(column + 1) / 2) continue;
    found.push([left, column]);
    if (found.length === count) break;
    left = column + 1;
    width = 0;
  }
  return found;
}

/** Charts beside each other, each over some columns of a sheet, from this row on; says in which row the sheet goes on. */
export function drawCharts(
  draft: SheetDraft,
  charts: readonly PlannedChart[],
  over: readonly (readonly [left: number, right: number])[],
  from: number,
): number {
  let row = from;
  for (let at = 0; at < charts.length; at += over.length) {
    const line = charts.slice(at, at + over.length);
    const rows = Math.ceil(Math.max(...line.map(heightOf)) / ROW);
    line.forEach((planned, place) => {
      const [left] = over[place] ?? [1];
      // A chart that stands alone in its line has all of it.
      const [, right] = over[line.length === 1 ? over.length - 1 : place] ?? [1, 1];
      drawChart(draft, planned, { top: row, bottom: row + rows - 1, left, right });
    });
    for (let under = row; under < row + rows; under += 1) draft.row(under, { height: ROW });
    draft.row(row + rows, { height: 9 });
    row += rows + 1;
  }
  return row;
}

/** One chart over its cells. The first of them holds its message too, for programs that draw no charts. */
function drawChart(draft: SheetDraft, planned: PlannedChart, area: Rectangle): void {
  const { chart } = planned;
  const cells = cellsOf(planned);
  const { sheet, range } = cells.message;
  draft.merged(
    { ...area, bottom: area.top + 1 },
    { formula: `${quoteSheet(sheet)}!${range}`, role: "caption" },
  );
  draft.chart({
    kind: chart.kind,
    title: cells.message,
    says: "",
    area,
    categories: cells.points,
    series: chart.draws.series.map(({ look }, at) => ({
      name: cells.nameOf(at),
      figures: cells.figuresOf(at),
      look,
    })),
    format: formatOf(chart.type),
  });
}

/** What a chart needs to be read: bars that lie across need room for each. */
function heightOf({ chart, points }: PlannedChart): number {
  if (chart.kind === "lines") return LINES;
  if (chart.kind !== "bars" && chart.kind !== "stacked_bars") return LEAST;
  const series = chart.draws.series.length;
  const each =
    chart.kind === "bars" && series > 1 ? series * BAR.beside + BAR.between : BAR.alone + BAR.between;
  return Math.max(LEAST, AROUND + points * each);
}
