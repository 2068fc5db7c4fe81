import type { Rectangle } from "../cells";
import type { NumberFormat } from "./look";

/** Cells that a chart draws: a single row or column of one sheet, which may be another than the chart's own. */
export interface ChartCells {
  readonly sheet: string;
  /** Like "B5:B27", or one cell. */
  readonly range: string;
}

/** A row of figures of a chart; colours say a state, or which of two things it is, and never a state alone. */
export interface ChartSeries {
  /** The cell that names it. */
  readonly name: ChartCells;
  readonly figures: ChartCells;
  readonly look: "accent" | "beside" | "quiet" | "good" | "explain" | "fix";
}

/**
 * A chart as data: it holds no figures, only the cells that have them, so what draws it shows what the sheets show and goes along when
 * they change. Its axis begins at 0.
 */
export interface LayoutChart {
  /** Bars lie across, columns stand, stacked columns stand on each other, lines run over time. */
  readonly kind: "bars" | "columns" | "stacked_bars" | "stacked_columns" | "lines";
  /** The cell that holds its message: the one thing that it shows, in words. */
  readonly title: ChartCells;
  /** What somebody is told who does not see it. */
  readonly says: string;
  /** The cells over which it lies. */
  readonly area: Rectangle;
  readonly categories: ChartCells;
  readonly series: readonly ChartSeries[];
  readonly format: NumberFormat;
}
