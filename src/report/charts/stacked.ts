import { stack, stackOffsetDiverging } from "d3-shape";

import type { ChartFigures } from "./chart-figures";

/** A part of a stack: the figure, and from where to where it goes. */
export interface StackedPart {
  readonly series: number;
  readonly figure: number;
  readonly from: number;
  readonly to: number;
}

/** For each category its parts on each other, in the order of the series; what is below nothing goes the other way. */
export function stackedParts({ categories, series }: ChartFigures): readonly (readonly StackedPart[])[] {
  const indices = series.map((_, at) => at);
  const drawn = stack<unknown, number, number>()
    .keys(indices)
    .value((category, at) => series[at]?.figures[category] ?? 0)
    .offset(stackOffsetDiverging)(categories.map((_, at) => at));
  return categories.map((_, category) =>
    drawn.flatMap((parts, at): StackedPart[] => {
      const figure = series[at]?.figures[category] ?? null;
      const [from, to] = parts[category] ?? [0, 0];
      return figure === null ? [] : [{ series: at, figure, from, to }];
    }),
  );
}
