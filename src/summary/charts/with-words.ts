import { formatAddress, isCellError, parseAddress, type RawValue } from "../../cells";
import { textOf } from "../../formula";
import type { ChartCells, Layout, LayoutChart } from "../../layout";

import { AT } from "./planned-charts";

/**
 * The layout, once it is worked out, with the words of each chart, which a drawing holds as they are; without charts that have
 * nothing but noughts to draw: the message in the cells under them says that.
 */
export function withChartWords(layout: Layout): Layout {
  const sheets = new Map(layout.sheets.map((sheet) => [sheet.name, sheet.cells]));
  const valuesOf = ({ sheet, range }: ChartCells): readonly RawValue[] => {
    const [first, last = first] = range.split(":").map(parseAddress);
    if (!first || !last) throw new Error(`withChartWords: ${range} is no range`);
    return Array.from({ length: last.row - first.row + 1 }, (_, at) => {
      const address = formatAddress({ row: first.row + at, column: first.column });
      return sheets.get(sheet)?.get(address)?.value ?? null;
    });
  };
  const spoken = (chart: LayoutChart): readonly LayoutChart[] => {
    const figures = chart.series.flatMap((one) => valuesOf(one.figures));
    if (!figures.some((figure) => typeof figure === "number" && figure !== 0)) return [];
    const title = parseAddress(chart.title.range);
    if (!title) throw new Error(`withChartWords: ${chart.title.range} is no cell`);
    const range = formatAddress({ ...title, row: title.row + AT.words - AT.message });
    const [words = null] = valuesOf({ sheet: chart.title.sheet, range });
    return [{ ...chart, says: words === null || isCellError(words) ? "" : textOf(words) }];
  };
  return {
    ...layout,
    sheets: layout.sheets.map((sheet) =>
      sheet.charts.length === 0 ? sheet : { ...sheet, charts: sheet.charts.flatMap(spoken) },
    ),
  };
}
