import { COLOURS } from "../../../layout";
import { AXES, axes } from "./axes";
import { isAcross, isStacked, type DrawnChart } from "./drawn-chart";
import { HEAD, VOCABULARY, letters, solid } from "./markup";
import { wordsReference } from "./reference";
import { seriesPart } from "./series-part";

const TITLE = 10;
const LEGEND = 8;
const GAP = { one: 50, several: 60 } as const;

/** A chart's own part. The order of its elements is that of the format's schema, which Excel holds every file to. */
export function chartPart(chart: DrawnChart): string {
  const names = `xmlns:c="${VOCABULARY.chart}" xmlns:a="${VOCABULARY.drawing}" xmlns:r="${VOCABULARY.relationship}"`;
  const drawn = [
    title(chart),
    '<c:autoTitleDeleted val="0"/>',
    `<c:plotArea><c:layout/>${plot(chart)}${axes(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>`,
    chart.series.length > 1 ? legend() : "",
    // The figures may stand in columns or rows that somebody hides.
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/>',
  ].join("");
  const parts = [
    '<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>',
    `<c:chart>${drawn}</c:chart>`,
    `<c:spPr>${solid(COLOURS.white)}<a:ln><a:noFill/></a:ln></c:spPr>`,
    letters(LEGEND, COLOURS.text),
  ];
  return `${HEAD}<c:chartSpace ${names}>${parts.join("")}</c:chartSpace>`;
}

function title(chart: DrawnChart): string {
  const parts = [
    `<c:tx>${wordsReference(chart.title)}</c:tx>`,
    '<c:overlay val="0"/>',
    letters(TITLE, COLOURS.text, true),
  ];
  return `<c:title>${parts.join("")}</c:title>`;
}

function legend(): string {
  return `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${letters(LEGEND, COLOURS.text)}</c:legend>`;
}

function plot(chart: DrawnChart): string {
  const series = chart.series.map((_, at) => seriesPart(chart, at)).join("");
  const ids = `<c:axId val="${AXES.categories}"/><c:axId val="${AXES.figures}"/>`;
  if (chart.kind === "lines")
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>`;
  const stacked = isStacked(chart);
  const parts = [
    `<c:barDir val="${isAcross(chart) ? "bar" : "col"}"/>`,
    `<c:grouping val="${stacked ? "stacked" : "clustered"}"/>`,
    '<c:varyColors val="0"/>',
    series,
    `<c:gapWidth val="${chart.series.length > 1 ? GAP.several : GAP.one}"/>`,
    `<c:overlap val="${stacked ? 100 : -5}"/>`,
    ids,
  ];
  return `<c:barChart>${parts.join("")}</c:barChart>`;
}
