import { quoteSheet, type Rectangle } from "../../cells";
import { formatOf, type SheetDraft } from "../../layout";

import { cellsOf, type PlannedChart } from "./planned-charts";

/** Height of a row under a chart, and of what a chart has beside its points, in points. */
const ROW = 15;
const AROUND = 64;
const LEAST = 165;
const BAR = { alone: 13, beside: 11, between: 6 } as const;

/** A chart is drawn over so many letters of the usual font at least. */
const WIDE = 100;

/** The charts of a sheet, over columns as many as they need, from this row on; says in which row the sheet goes on. */
export function drawSheetCharts(
  draft: SheetDraft,
  charts: readonly PlannedChart[],
  lastColumn: number,
  from: number,
): number {
  const own = charts.filter(({ chart }) => chart.on.toLowerCase() === draft.name.toLowerCase());
  return own.length === 0
    ? from
    : drawCharts(draft, own, stretches(draft, lastColumn).slice(0, own.length), from);
}

/** As many stretches of columns as are wide enough for a chart, one at least. */
function stretches(draft: SheetDraft, lastColumn: number): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let left = 1;
  let width = 0;
  for (let column = 1; column <= lastColumn; column += 1) {
    width += draft.isHidden(column) ? 0 : draft.width(column);
    if (width < WIDE) continue;
    found.push([left, column]);
    left = column + 1;
    width = 0;
  }
  return found.length === 0 ? [[1, lastColumn]] : found;
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
  if (chart.kind !== "bars" && chart.kind !== "stacked_bars") return LEAST;
  const series = chart.draws.series.length;
  const each =
    chart.kind === "bars" && series > 1 ? series * BAR.beside + BAR.between : BAR.alone + BAR.between;
  return Math.max(LEAST, AROUND + points * each);
}
