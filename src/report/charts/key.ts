import type { DrawnSeries } from "./chart-figures";
import { LINE_HEIGHT, SIZE, bar, words, type Drawn } from "./drawn";
import { textWidth } from "./text-width";

const SWATCH = 11;

/** Which colour is which, on top of a chart with several series. */
export function drawKey(series: readonly DrawnSeries[], width: number): Drawn {
  if (series.length < 2) return { height: 0, marks: null };
  let [x, line] = [0, 0];
  const marks = series.map(({ name, look }) => {
    const needed = SWATCH + 5 + textWidth(name, SIZE.label) + 12;
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    const y = line * (LINE_HEIGHT + 4);
    const drawn = [
      bar(x, y + 2, SWATCH, SWATCH, `fill-${look}`),
      words(name, x + SWATCH + 5, y + 11, "start", "label"),
    ];
    x += needed;
    return drawn;
  });
  return { height: (line + 1) * (LINE_HEIGHT + 4) + 6, marks };
}
