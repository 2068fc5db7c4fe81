import { scaleBand } from "d3-scale";

import type { Child } from "../../html";
import { shownValue } from "../shown-value";
import { scaleOf, tickWords } from "./axis";
import type { ChartFigures } from "./chart-figures";
import { LINE_HEIGHT, SIZE, bar, rule, words, type Drawn } from "./drawn";
import { drawKey } from "./key";
import { stackedParts } from "./stacked";
import { inLines, textWidth, widest } from "./text-width";

const PLOT = 170;
const TICKS = 4;

/** Columns that stand, with their figures on top; null where names or figures find no room, so that bars have to do. */
export function drawColumns(figures: ChartFigures, width: number): Drawn | null {
  const { categories, series, format } = figures;
  const stacks = figures.kind.startsWith("stacked") ? stackedParts(figures) : null;
  const all = stacks
    ? stacks.flat().flatMap(({ from, to }) => [from, to])
    : series.flatMap((one) => one.figures.flatMap((figure) => figure ?? []));
  const key = drawKey(series, width);
  const top = key.height + LINE_HEIGHT;
  const scale = scaleOf(all, [top + PLOT, top], TICKS);
  const ticks = scale.ticks(TICKS).map((tick) => ({ tick, said: tickWords(tick, format) }));
  const left = widest(
    ticks.map(({ said }) => said),
    SIZE.value,
  );
  const bands = scaleBand<number>()
    .domain(categories.map((_, at) => at))
    .range([left + 6, width])
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const lines = categories.map((name) => inLines(name, bands.step() - 4, SIZE.label));
  const wide = stacks ? bands.bandwidth() : bands.bandwidth() / series.length;
  const isTight =
    widest(lines.flat(), SIZE.label) > bands.step() - 2 ||
    (!stacks &&
      widest(
        all.map((figure) => shownValue(figure, format)),
        SIZE.value,
      ) >
        wide + 6);
  if (isTight) return null;
  const drawn: Child[] = [];
  categories.forEach((_, category) => {
    const start = bands(category) ?? 0;
    for (const { series: at, figure, from, to } of stacks?.[category] ?? []) {
      const look = series[at]?.look ?? "accent";
      drawn.push(bar(start, scale(from), wide, scale(to) - scale(from), `part-of fill-${look}`));
      const said = shownValue(figure, format);
      const fits = Math.abs(scale(to) - scale(from)) >= 13 && textWidth(said, SIZE.value) + 2 <= wide;
      if (figure !== 0 && fits)
        drawn.push(
          words(said, start + wide / 2, (scale(from) + scale(to)) / 2 + 4, "middle", `value on-${look}`),
        );
    }
    if (!stacks)
      series.forEach(({ figures: own, look }, at) => {
        const figure = own[category] ?? null;
        if (figure === null) return;
        const x = start + at * wide;
        drawn.push(
          bar(x, scale(0), wide - (series.length > 1 ? 1 : 0), scale(figure) - scale(0), `fill-${look}`),
        );
        const y = scale(figure) + (figure < 0 ? 12 : -4);
        drawn.push(words(shownValue(figure, format), x + wide / 2, y, "middle", "value"));
      });
    const below = top + PLOT + LINE_HEIGHT + 2;
    drawn.push(words(lines[category] ?? [], start + bands.bandwidth() / 2, below, "middle", "label"));
  });
  const grid = ticks.map(({ tick, said }) => [
    rule(left + 6, scale(tick), width, scale(tick), tick === 0 ? "zero" : "grid"),
    words(said, left, scale(tick) + 4, "end", "tick"),
  ]);
  const most = Math.max(1, ...lines.map(({ length }) => length));
  return { height: top + PLOT + most * LINE_HEIGHT + 8, marks: [key.marks, grid, drawn] };
}
