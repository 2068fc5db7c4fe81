import { scalePoint } from "d3-scale";
import { line } from "d3-shape";

import { h, type Child } from "../../html";
import { shownValue } from "../shown-value";
import { scaleOf, tickWords } from "./axis";
import type { ChartFigures, DrawnSeries } from "./chart-figures";
import { LINE_HEIGHT, SIZE, rounded, rule, words, type Drawn } from "./drawn";
import { inLines, widest } from "./text-width";

const PLOT = 190;
const TICKS = 4;
/** A piece of its line before each name. */
const DASH = { long: 14, beside: 5 } as const;
/** The part of the width that the names at the ends of the lines may take. */
const WIDEST_NAMES = 0.3;

/** Lines over time; at the end of each its last figure and its name. */
export function drawLines(figures: ChartFigures, width: number): Drawn {
  const { categories, series, format } = figures;
  const all = series.flatMap((one) => one.figures.flatMap((figure) => figure ?? []));
  const top = LINE_HEIGHT;
  const scale = scaleOf(all, [top + PLOT, top], TICKS);
  const ticks = scale.ticks(TICKS).map((tick) => ({ tick, said: tickWords(tick, format) }));
  const left =
    widest(
      ticks.map(({ said }) => said),
      SIZE.value,
    ) + 10;
  const ends = series.map(({ name, look, figures: own }) => {
    const last = own.reduce<number>((found, figure, at) => (figure === null ? found : at), -1);
    const figure = own[last] ?? null;
    const said = figure === null ? "" : shownValue(figure, format);
    const names = inLines(`${said} ${name}`, WIDEST_NAMES * width, SIZE.label);
    return { last, figure, names, look };
  });
  const right =
    width -
    widest(
      ends.flatMap(({ names }) => names),
      SIZE.label,
    ) -
    (8 + DASH.long + DASH.beside);
  const points = scalePoint<number>()
    .domain(categories.map((_, at) => at))
    .range([left, right])
    .padding(0.1);
  const x = (at: number) => points(at) ?? left;
  const drawn: Child[] = series.map(({ figures: own, look }) => {
    const path = line<number | null>()
      .defined((figure) => figure !== null)
      .x((_, at) => rounded(x(at)))
      .y((figure) => rounded(scale(figure ?? 0)))([...own]);
    return [
      h("path", { class: `line line-${look}`, d: path ?? "" }),
      own.map((figure, at) =>
        figure === null
          ? null
          : h("circle", { class: `fill-${look}`, cx: rounded(x(at)), cy: rounded(scale(figure)), r: 3 }),
      ),
    ];
  });
  const labels = apart(
    ends.flatMap(({ figure, last, names, look }) =>
      figure === null ? [] : [{ y: scale(figure), x: x(last) + 8, names, look }],
    ),
  ).map(({ names, x: from, y, look }) => [
    // A name may have been moved away from its line.
    rule(from, y, from + DASH.long, y, `line line-${look}`),
    words(names, from + DASH.long + DASH.beside, y + 4, "start", "label"),
  ]);
  const grid = ticks.map(({ tick, said }) => [
    rule(left, scale(tick), right, scale(tick), tick === 0 ? "zero" : "grid"),
    words(said, left - 6, scale(tick) + 4, "end", "tick"),
  ]);
  const { every, lines } = namesBelow(categories, points.step());
  const below = categories.map((_, at) =>
    at % every === 0 ? words(lines[at] ?? [], x(at), top + PLOT + LINE_HEIGHT + 4, "middle", "label") : null,
  );
  const most = Math.max(1, ...lines.map(({ length }) => length));
  return { height: top + PLOT + most * LINE_HEIGHT + 10, marks: [grid, drawn, labels, below] };
}

/** Names of points in lines, and each of how many is written so that none runs into the next. */
function namesBelow(
  categories: readonly string[],
  step: number,
): { readonly every: number; readonly lines: readonly (readonly string[])[] } {
  for (let every = 1; ; every += 1) {
    const lines = categories.map((name) => inLines(name, every * step - 6, SIZE.label));
    if (every >= categories.length || widest(lines.flat(), SIZE.label) <= every * step - 4)
      return { every, lines };
  }
}

interface EndLabel {
  readonly look: DrawnSeries["look"];
  readonly x: number;
  readonly y: number;
  readonly names: readonly string[];
}

/** Moves labels down as far as they would stand on each other. */
function apart(labels: readonly EndLabel[]): readonly EndLabel[] {
  const moved: EndLabel[] = [];
  let free = 0;
  for (const label of [...labels].sort((one, other) => one.y - other.y)) {
    const y = Math.max(label.y, free);
    moved.push({ ...label, y });
    free = y + label.names.length * LINE_HEIGHT + 2;
  }
  return moved;
}
