import { parseAddress, type RawValue } from "../../../src/cells";
import type { ChartCells, Layout, LayoutChart } from "../../../src/layout";
import { sheetOf, wordsOf } from "../../support/layout-cells";

/** What stands in cells that a chart draws. */
export function valuesAt(of: Layout, { sheet, range }: ChartCells): readonly RawValue[] {
  const [first, last = first] = range.split(":").map((text) => parseAddress(text)!);
  const { cells } = sheetOf(of, sheet);
  return Array.from(
    { length: last!.row - first!.row + 1 },
    (_, at) => cells.get(`${String.fromCharCode(64 + first!.column)}${first!.row + at}`)?.value ?? null,
  );
}

export const messageOf = (of: Layout, chart: LayoutChart) => wordsOf(valuesAt(of, chart.title)[0]);

/** The chart of a sheet whose message holds these words. */
export function chartOn(of: Layout, sheet: string, words: string): LayoutChart {
  const found = sheetOf(of, sheet).charts.find((chart) => messageOf(of, chart).includes(words));
  if (!found) throw new Error(`no chart on ${sheet} says ${words}`);
  return found;
}

/** Its points, and the figures of its series by their names. */
export function drawnIn(of: Layout, chart: LayoutChart) {
  return {
    points: valuesAt(of, chart.categories),
    figures: Object.fromEntries(
      chart.series.map(({ name, figures }) => [wordsOf(valuesAt(of, name)[0]), valuesAt(of, figures)]),
    ),
  };
}
