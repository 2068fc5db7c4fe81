import { formatRectangle } from "../../cells";
import type { ChartCells } from "../../layout";
import type { SummaryByTable, SummaryChart, SummaryTable, SummaryTemplate } from "../../template";

import { FIRST_ROW } from "../frame";
import { chosenOrganisations, type ChartRows, type Chosen } from "./chosen-organisations";
import { chosenRows, type ChosenRows, type RowSums } from "./chosen-rows";

/** Where each chart's message, words and figures stand as a table: what draws it may be another sheet. */
export const CHART_FIGURES = "Chart figures";

/** Columns and rows of a chart's table, its rows counted from the one with the message. */
export const AT = { points: 1, firstSeries: 2, message: 0, words: 1, heads: 2, firstPoint: 3 } as const;

/** A chart, where its table stands, and what its points are. */
export interface PlannedChart {
  readonly chart: SummaryChart;
  readonly top: number;
  readonly table: SummaryTable | null;
  /** Null where the chart's points are no organisations. */
  readonly chosen: Chosen | null;
  /** Null where they are no rows of a table over all returns. */
  readonly rows: PlannedRows | null;
  readonly points: number;
}

/** Rows of a table over all returns that a chart draws. */
export interface PlannedRows extends ChosenRows {
  readonly table: SummaryByTable;
}

/** The charts of a summary that have something to draw, one table below the other. */
export function plannedCharts(
  { charts, sheets }: Pick<SummaryTemplate, "charts" | "sheets">,
  rowsOf: ChartRows,
  sumsOf: RowSums,
): readonly PlannedChart[] {
  const drawn = sheets.flatMap((sheet) => (sheet.kind === "tables" ? [sheet] : []));
  const tables = new Map(drawn.flatMap((sheet) => sheet.tables.map((one) => [one.id, one] as const)));
  const by = new Map(drawn.flatMap((sheet) => sheet.by.map((one) => [one.id, one] as const)));
  let top = FIRST_ROW;
  return charts.flatMap((chart): PlannedChart[] => {
    const { draws, below } = chart;
    // Nobody files what its sheet would show.
    if (below !== null && !tables.has(below) && !by.has(below)) return [];
    const table = draws.kind === "organisations" ? (tables.get(draws.table) ?? null) : null;
    const chosen = draws.kind === "organisations" && table ? chosenOrganisations(draws, rowsOf(table)) : null;
    const over = draws.kind === "rows" ? by.get(draws.table) : undefined;
    const rows =
      draws.kind === "rows" && over
        ? { table: over, ...chosenRows(draws, over, tables, { rowsOf, sumsOf }) }
        : null;
    const points =
      draws.kind === "points" ? draws.points.length : (chosen?.organisations ?? rows?.rows ?? []).length;
    if (points === 0) return [];
    const planned = { chart, top, table, chosen, rows, points };
    top = nextTop(planned);
    return [planned];
  });
}

/** The row below a chart's table, with one left free between. */
export function nextTop({ top, points, chosen }: Pick<PlannedChart, "top" | "points" | "chosen">): number {
  return top + AT.firstPoint + points + (chosen?.beyond.length ?? 0) + 1;
}

/** Cells of a chart's table: its message, its points, and a series by its place. */
export function cellsOf({ top, points }: PlannedChart) {
  const at = (from: number, to: number, column: number): ChartCells => ({
    sheet: CHART_FIGURES,
    range: formatRectangle({ top: top + from, bottom: top + to, left: column, right: column }),
  });
  const [first, last] = [AT.firstPoint, AT.firstPoint + points - 1];
  return {
    message: at(AT.message, AT.message, 1),
    words: at(AT.words, AT.words, 1),
    points: at(first, last, AT.points),
    nameOf: (series: number) => at(AT.heads, AT.heads, AT.firstSeries + series),
    figuresOf: (series: number) => at(first, last, AT.firstSeries + series),
  };
}
