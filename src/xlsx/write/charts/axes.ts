import { COLOURS } from "../../../layout";
import { isAcross, type DrawnChart } from "./drawn-chart";
import { escaped, letters, line } from "./markup";

export const AXES = { categories: 1, figures: 2 } as const;

/** Hundredths of a point. */
const THIN = 75;
const LETTERS = 8;

/** The axis with the names, and the one with the figures, which nobody needs where each point says its own. */
export function axes(chart: DrawnChart): string {
  return `${categoryAxis(chart)}${figureAxis(chart)}`;
}

function categoryAxis(chart: DrawnChart): string {
  const across = isAcross(chart);
  const parts = [
    `<c:axId val="${AXES.categories}"/>`,
    // The first name stands at the top.
    `<c:scaling><c:orientation val="${across ? "maxMin" : "minMax"}"/></c:scaling>`,
    '<c:delete val="0"/>',
    `<c:axPos val="${across ? "l" : "b"}"/>`,
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr>${line(COLOURS.strongRule, THIN)}</c:spPr>`,
    letters(LETTERS, COLOURS.text),
    `<c:crossAx val="${AXES.figures}"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/>',
    across ? '<c:tickLblSkip val="1"/>' : "",
    '<c:noMultiLvlLbl val="1"/>',
  ];
  return `<c:catAx>${parts.join("")}</c:catAx>`;
}

function figureAxis(chart: DrawnChart): string {
  const across = isAcross(chart);
  const grid = `<c:majorGridlines><c:spPr>${line(COLOURS.rule, THIN)}</c:spPr></c:majorGridlines>`;
  const parts = [
    `<c:axId val="${AXES.figures}"/>`,
    `<c:scaling><c:orientation val="minMax"/>${chart.fromZero ? '<c:min val="0"/>' : ""}</c:scaling>`,
    `<c:delete val="${chart.labelled ? 1 : 0}"/>`,
    `<c:axPos val="${across ? "b" : "l"}"/>`,
    chart.labelled ? "" : grid,
    `<c:numFmt formatCode="${escaped(chart.code)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>",
    letters(LETTERS, COLOURS.quiet),
    `<c:crossAx val="${AXES.categories}"/>`,
    // The names run from the top, so that their end is at the bottom, where the figures stand.
    `<c:crosses val="${across ? "max" : "autoZero"}"/><c:crossBetween val="between"/>`,
  ];
  return `<c:valAx>${parts.join("")}</c:valAx>`;
}
