import { scaleLinear, type ScaleLinear } from "d3-scale";

import type { NumberFormat } from "../../layout";
import { shownValue } from "../shown-value";
import { SIZE } from "./drawn";
import { textWidth } from "./text-width";

/** A scale of figures that begins at nothing, or holds it where figures lie below. */
export function scaleOf(
  figures: readonly number[],
  range: readonly [number, number],
  ticks: number,
): ScaleLinear<number, number> {
  const [least, most] = [Math.min(0, ...figures), Math.max(0, ...figures)];
  const domain = least === most ? [0, 1] : [least, most];
  return scaleLinear().domain(domain).range(range).nice(ticks);
}

/** Ticks whose words, side by side, do not run into each other. */
export function ticksAcross(
  scale: ScaleLinear<number, number>,
  most: number,
  format: NumberFormat,
): readonly { readonly tick: number; readonly said: string }[] {
  for (let count = most; ; count -= 1) {
    const ticks = scale.ticks(count).map((tick) => ({ tick, said: tickWords(tick, format) }));
    const fits = ticks.every(({ tick, said }, at) => {
      const next = ticks[at + 1];
      if (!next) return true;
      const needed = (textWidth(said, SIZE.value) + textWidth(next.said, SIZE.value)) / 2 + 8;
      return scale(next.tick) - scale(tick) >= needed;
    });
    if (fits || count <= 1) return ticks;
  }
}

/** What stands at a tick. */
export function tickWords(tick: number, format: NumberFormat): string {
  if (tick === 0) return "0";
  return shownValue(
    tick,
    format.startsWith("percent") && Number.isInteger(Math.round(tick * 1e6) / 1e4) ? "percent0" : format,
  );
}
