import type { ChartCells, ChartLook, LayoutChart, NumberFormat } from "../../../layout";
import type { DrawnCells } from "./drawn-cells";

/** With more points than these the figures beside them would run into each other; the axis says them then. */
const MOST_LABELS = 36;
const MOST_ALONG_A_LINE = 13;

/** Codes without the room for brackets and the dash for nothing that cells have: an axis begins with 0. */
const CODES: Readonly<Partial<Record<NumberFormat, string>>> = {
  money: "#,##0",
  whole: "#,##0",
  decimal1: "#,##0.0",
  decimal2: "#,##0.00",
  percent0: "0%",
  percent1: "0.0%",
  percent2: "0.00%",
};

/** A chart with the cells that it draws, and what follows from how many there are. */
export interface DrawnChart {
  readonly kind: LayoutChart["kind"];
  readonly title: DrawnCells;
  readonly categories: DrawnCells;
  readonly series: readonly {
    readonly name: DrawnCells;
    readonly figures: DrawnCells;
    readonly look: ChartLook;
  }[];
  readonly code: string;
  /** True where points bear their figures, and no axis has to. */
  readonly labelled: boolean;
  /** True where the axis begins with 0, which it can't where figures are below. */
  readonly fromZero: boolean;
}

export function drawnChart(chart: LayoutChart, cellsOf: (cells: ChartCells) => DrawnCells): DrawnChart {
  const categories = cellsOf(chart.categories);
  const series = chart.series.map(({ name, figures, look }) => ({
    name: cellsOf(name),
    figures: cellsOf(figures),
    look,
  }));
  const uneven = series.find(({ figures }) => figures.values.length !== categories.values.length);
  if (uneven || series.length === 0)
    throw new Error(`drawnChart: each of ${categories.formula} needs one figure in every series`);
  const points = categories.values.length * series.length;
  return {
    kind: chart.kind,
    title: cellsOf(chart.title),
    categories,
    series,
    code: CODES[chart.format] ?? "General",
    labelled: chart.kind === "lines" ? categories.values.length <= MOST_ALONG_A_LINE : points <= MOST_LABELS,
    fromZero: !series.some(({ figures }) =>
      figures.values.some((value) => typeof value === "number" && value < 0),
    ),
  };
}

export const isStacked = ({ kind }: Pick<DrawnChart, "kind">) => kind.startsWith("stacked");
/** Bars that lie across, their names at the left. */
export const isAcross = ({ kind }: Pick<DrawnChart, "kind">) => kind === "bars" || kind === "stacked_bars";
