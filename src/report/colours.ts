import { COLOURS } from "../layout";
export const CHART_COLOURS = {
  accent: { fill: COLOURS.blue, on: COLOURS.white },
  beside: { fill: "7E8A96", on: COLOURS.white },
  quiet: { fill: "C5CCD3", on: COLOURS.text },
  good: { fill: "00664F", on: COLOURS.white },
  explain: { fill: "F0B429", on: COLOURS.text },
  fix: { fill: COLOURS.fix, on: COLOURS.white },
} as const;
