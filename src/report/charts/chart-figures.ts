import { formatAddress, parseAddress, type RawValue } from "../../cells";
import type { ChartCells, ChartSeries, Layout, LayoutChart, NumberFormat } from "../../layout";

/** A row of figures of a chart, with a null where there is none. */
export interface DrawnSeries {
  readonly name: string;
  readonly look: ChartSeries["look"];
  readonly figures: readonly (number | null)[];
}

/** What a chart shows: everything as it stands in the cells of the summary. */
export interface ChartFigures {
  readonly kind: LayoutChart["kind"];
  readonly title: string;
  readonly says: string;
  readonly categories: readonly string[];
  readonly series: readonly DrawnSeries[];
  readonly format: NumberFormat;
}

/** Looks up in the calculated sheets what a chart draws. */
export function chartFigures(chart: LayoutChart, layout: Layout): ChartFigures {
  const { kind, says, format } = chart;
  return {
    ...{ kind, says, format },
    title: wordsOf(valuesOf(chart.title, layout)[0] ?? null),
    categories: valuesOf(chart.categories, layout).map(wordsOf),
    series: chart.series.map(({ name, figures, look }) => ({
      name: wordsOf(valuesOf(name, layout)[0] ?? null),
      look,
      figures: valuesOf(figures, layout).map((value) => (typeof value === "number" ? value : null)),
    })),
  };
}

function valuesOf({ sheet: name, range }: ChartCells, layout: Layout): readonly RawValue[] {
  const sheet = layout.sheets.find((one) => one.name === name);
  const [first = "", last = first] = range.split(":");
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!sheet || !from || !to) throw new Error(`chartFigures: there are no cells ${name}!${range}`);
  const values: RawValue[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1)
      values.push(sheet.cells.get(formatAddress({ row, column }))?.value ?? null);
  return values;
}

function wordsOf(value: RawValue): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
