import type { Rectangle } from "../cells";
import type { ChartKind, ChartLook } from "../template";
import { COLOURS, type NumberFormat } from "./look";

export type { ChartKind, ChartLook } from "../template";

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
  readonly look: ChartLook;
}

/**
 * A chart as data: it holds no figures, only the cells that have them, so what draws it shows what the sheets show and goes along when
 * they change. Its axis begins at 0.
 */
export interface LayoutChart {
  readonly kind: ChartKind;
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

/** Colours of a chart, each of another lightness where they stand together, so that a print in grey can be read; and of letters on them. */
export const CHART_COLOURS: Readonly<Record<ChartLook, { readonly fill: string; readonly on: string }>> = {
  accent: { fill: COLOURS.blue, on: COLOURS.white },
  beside: { fill: "7E8A96", on: COLOURS.white },
  quiet: { fill: "C5CCD3", on: COLOURS.text },
  good: { fill: "00664F", on: COLOURS.white },
  explain: { fill: "F0B429", on: COLOURS.text },
  fix: { fill: COLOURS.fix, on: COLOURS.white },
};
