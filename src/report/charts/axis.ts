import { scaleLinear, type ScaleLinear } from "d3-scale";

import type { NumberFormat } from "../../layout";
import { shownValue } from "../shown-value";

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

/** What stands at a tick. */
export function tickWords(tick: number, format: NumberFormat): string {
  if (tick === 0) return "0";
  return shownValue(
    tick,
    format.startsWith("percent") && Number.isInteger(Math.round(tick * 1e6) / 1e4) ? "percent0" : format,
  );
}
