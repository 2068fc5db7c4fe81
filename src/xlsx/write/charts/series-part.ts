import { CHART_COLOURS, COLOURS, type ChartLook } from "../../../layout";
import type { DrawnCells } from "./drawn-cells";
import { isAcross, isStacked, type DrawnChart } from "./drawn-chart";
import { escaped, letters, line, solid } from "./markup";
import { figuresReference, wordsReference } from "./reference";

/** Hundredths of a point. */
const LINE = 225;
const RIM = 75;
const MARKER = 6;
const LETTERS = 8;

/** One series: its name, its look, its labels, its categories and figures. */
export function seriesPart(chart: DrawnChart, at: number): string {
  const series = chart.series[at];
  if (!series) throw new Error(`seriesPart: there is no series ${at}`);
  const { look, name, figures } = series;
  const lines = chart.kind === "lines";
  const parts = [
    `<c:idx val="${at}"/><c:order val="${at}"/>`,
    `<c:tx>${wordsReference(name)}</c:tx>`,
    lines ? lineLook(look) : barLook(look, isStacked(chart)),
    labels(chart, look, at),
    `<c:cat>${wordsReference(chart.categories)}</c:cat>`,
    `<c:val>${figuresReference(figures, chart.code)}</c:val>`,
    lines ? '<c:smooth val="0"/>' : "",
  ];
  return `<c:ser>${parts.join("")}</c:ser>`;
}

/** A white rim parts what stands on each other, in print too; beside each other bars have a gap. */
function barLook(look: ChartLook, stacked: boolean): string {
  return `<c:spPr>${solid(CHART_COLOURS[look].fill)}${stacked ? line(COLOURS.white, RIM) : ""}</c:spPr><c:invertIfNegative val="0"/>`;
}

/** What is held against is dashed, so that two lines are told from each other without their colours. */
function lineLook(look: ChartLook): string {
  const colour = CHART_COLOURS[look].fill;
  const dash = look === "accent" || look === "good" ? "solid" : "dash";
  const stroke = `<a:ln w="${LINE * 127}" cap="rnd">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
  const shape = `<c:spPr>${solid(colour)}${line(colour, RIM)}</c:spPr>`;
  const marker =
    dash === "solid" ? `<c:symbol val="circle"/><c:size val="${MARKER}"/>${shape}` : '<c:symbol val="none"/>';
  return `<c:spPr>${stroke}</c:spPr><c:marker>${marker}</c:marker>`;
}

function labels(chart: DrawnChart, look: ChartLook, at: number): string {
  const stacked = isStacked(chart);
  const lines = chart.kind === "lines";
  // Beside two lines the figures of one would stand in the other.
  if (!chart.labelled || (lines && at > 0)) return `<c:dLbls>${SHOWN(false)}</c:dLbls>`;
  const labelAt = (position: string) => [
    `<c:numFmt formatCode="${escaped(chart.code)}" sourceLinked="0"/>`,
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
    letters(LETTERS, stacked ? CHART_COLOURS[look].on : COLOURS.text),
    `<c:dLblPos val="${position}"/>`,
    SHOWN(true),
  ];
  const below = (point: number) => `<c:dLbl><c:idx val="${point}"/>${labelAt("b").join("")}</c:dLbl>`;
  const parts = [
    ...(stacked ? tooSmall(chart, at) : lines ? closeUnderALine(chart, at).map(below) : []),
    ...labelAt(stacked ? "ctr" : lines ? "t" : "outEnd"),
  ];
  return `<c:dLbls>${parts.join("")}</c:dLbls>`;
}

/** How near above a line another is, as a share of the highest figure, where the letters between would be struck through. */
const NEAR = 0.12;

/** Points of a line whose figures stand below it, since another line runs close above it and none close below. */
function closeUnderALine({ series, categories }: DrawnChart, at: number): readonly number[] {
  const others = series.filter((_, place) => place !== at);
  const own = series[at]?.figures;
  const highest = Math.max(
    ...series.flatMap(({ figures }) => categories.values.map((_, point) => figureAt(figures, point))),
  );
  return categories.values.flatMap((_, point) => {
    if (!own) return [];
    const apart = others.map(({ figures }) => figureAt(figures, point) - figureAt(own, point));
    const above = apart.some((far) => far >= 0 && far < NEAR * highest);
    const under = apart.some((far) => far < 0 && far > -NEAR * highest);
    return above && !under ? [point] : [];
  });
}

/** Parts of a stack, as a share of the highest, in which a figure finds no room. */
const LEAST_SHARE = { across: 0.05, standing: 0.15 } as const;

function tooSmall(chart: DrawnChart, at: number): readonly string[] {
  const stacks = chart.categories.values.map((_, point) =>
    chart.series.reduce((sum, { figures }) => sum + Math.abs(figureAt(figures, point)), 0),
  );
  const share = isAcross(chart) ? LEAST_SHARE.across : LEAST_SHARE.standing;
  const least = share * Math.max(0, ...stacks);
  const figures = chart.series[at]?.figures;
  return stacks.flatMap((_, point) =>
    figures && Math.abs(figureAt(figures, point)) < least
      ? [`<c:dLbl><c:idx val="${point}"/><c:delete val="1"/></c:dLbl>`]
      : [],
  );
}

function figureAt({ values }: DrawnCells, point: number): number {
  const value = values[point];
  return typeof value === "number" ? value : 0;
}

const SHOWN = (figures: boolean) =>
  ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"]
    .map((what) => `<c:show${what} val="${figures && what === "Val" ? 1 : 0}"/>`)
    .join("");
