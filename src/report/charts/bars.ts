import type { ScaleLinear } from "d3-scale";

import type { Child } from "../../html";
import { shownValue } from "../shown-value";
import { scaleOf, ticksAcross } from "./axis";
import type { ChartFigures } from "./chart-figures";
import { LINE_HEIGHT, SIZE, bar, rule, words, type Drawn } from "./drawn";
import { drawKey } from "./key";
import { stackedParts } from "./stacked";
import { inLines, textWidth, widest } from "./text-width";

/** Where there is less room, names stand above their bars. */
const BESIDE_FROM = 340;
const WIDEST_NAMES = 0.38;
const GAP = 9;

/** Bars that lie: a name, its bars below each other or in one, and each figure at its end. */
export function drawBars(figures: ChartFigures, width: number): Drawn {
  const { categories, series, format } = figures;
  const isStacked = figures.kind.startsWith("stacked");
  const beside = width >= BESIDE_FROM;
  const names = beside ? Math.min(WIDEST_NAMES * width, widest(categories, SIZE.label) + 8) : 0;
  const lines = categories.map((name) => inLines(name, beside ? names - 8 : width, SIZE.label));
  const stacks = isStacked ? stackedParts(figures) : null;
  const all = stacks
    ? stacks.flat().flatMap(({ from, to }) => [from, to])
    : series.flatMap((one) => one.figures.flatMap((figure) => figure ?? []));
  const ends = isStacked ? [] : all;
  const room = (of: (figure: number) => boolean) =>
    widest(
      ends.filter(of).map((figure) => shownValue(figure, format)),
      SIZE.value,
    ) + 6;
  const left = names + (ends.some((figure) => figure < 0) ? room((figure) => figure < 0) : 0);
  const right = width - Math.max(12, isStacked ? 12 : room((figure) => figure >= 0));
  const scale = scaleOf(all, [left, right], beside ? 4 : 3);
  const key = drawKey(series, width);
  const thick = isStacked || series.length === 1 ? 16 : 13;
  const barsHigh = isStacked ? thick : thick * series.length;
  let y = key.height;
  const drawn: Child[] = [];
  const tops: number[] = [];
  categories.forEach((_, category) => {
    const own = lines[category] ?? [];
    const textHigh = own.length * LINE_HEIGHT;
    const high = beside ? Math.max(textHigh, barsHigh) : textHigh + 2 + barsHigh;
    const top = beside ? y + (high - barsHigh) / 2 : y + textHigh + 2;
    const first = beside ? y + (high - textHigh) / 2 + 11 : y + 11;
    drawn.push(words(own, beside ? names - 8 : 0, first, beside ? "end" : "start", "label"));
    const parts = stacks?.[category];
    if (parts)
      for (const { series: at, figure, from, to } of parts) {
        const look = series[at]?.look ?? "accent";
        const [x, end] = [scale(from), scale(to)];
        drawn.push(bar(x, top, end - x, thick, `part-of fill-${look}`));
        const said = shownValue(figure, format);
        if (figure !== 0 && textWidth(said, SIZE.value) + 4 <= Math.abs(end - x))
          drawn.push(words(said, (x + end) / 2, top + thick / 2 + 4, "middle", `value on-${look}`));
      }
    else
      series.forEach((one, at) => {
        const figure = one.figures[category] ?? null;
        if (figure === null) return;
        const place = top + at * thick;
        const end = scale(figure);
        drawn.push(bar(scale(0), place + 1, end - scale(0), thick - 2, `fill-${one.look}`));
        const anchor = figure < 0 ? "end" : "start";
        const x = end + (figure < 0 ? -4 : 4);
        drawn.push(words(shownValue(figure, format), x, place + thick / 2 + 4, anchor, "value"));
      });
    tops.push(top);
    y += high + GAP;
  });
  const ruled = { scale, top: key.height, bottom: y - GAP / 2, ticks: beside ? 4 : 3, width };
  const marks = [key.marks, grid(figures, ruled), drawn];
  return { height: y + LINE_HEIGHT + 2, marks };
}

/** Rules that stand at round figures, which are written below them; that of nothing is stronger. */
function grid(
  { format }: ChartFigures,
  {
    scale,
    top,
    bottom,
    ticks,
    width,
  }: {
    readonly scale: ScaleLinear<number, number>;
    readonly top: number;
    readonly bottom: number;
    readonly ticks: number;
    readonly width: number;
  },
): Child {
  return ticksAcross(scale, ticks, format).map(({ tick, said }) => {
    const x = scale(tick);
    const half = textWidth(said, SIZE.value) / 2;
    return [
      rule(x, top, x, bottom, tick === 0 ? "zero" : "grid"),
      words(said, Math.min(width - half, Math.max(half, x)), bottom + LINE_HEIGHT, "middle", "tick"),
    ];
  });
}
