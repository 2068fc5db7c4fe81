import { formatAddress, parseAddress } from "../../cells";
import { SheetDraft, formatOf, heightFor, type LayoutSheet } from "../../layout";

import { longestWords, wordsExpression } from "../assurance/words";
import { drawFrame, finished, type SheetFrame } from "../frame";
import { placedFormula, type SummaryPlaces } from "../places";
import type { ChartRow, Chosen } from "./chosen-organisations";
import { drawCharts } from "./place-charts";
import { AT, CHART_FIGURES, cellsOf, nextTop, type PlannedChart } from "./planned-charts";

const WIDTHS = { points: 47, series: 14 } as const;
const LEAST_SERIES = 4;
const LONGEST_NAME = 34;
const MOST_NAMED = 4;
const INTRO =
  "What every chart of this workbook draws: its message, the same in words, and its figures as formulas over the sheets from which they come.";

/**
 * A table behind each chart: whoever doesn't see the chart has it here, and so has whoever asks where a figure is from. Below them stand
 * charts that no other sheet has drawn. `rowsAre` says what the rows of tables are where they are no organisations.
 */
export function chartFiguresSheet(
  charts: readonly PlannedChart[],
  frame: SheetFrame,
  places: SummaryPlaces,
  elsewhere: readonly LayoutSheet[],
  rowsAre: string | null = null,
): LayoutSheet {
  const draft = new SheetDraft(CHART_FIGURES);
  const most = Math.max(LEAST_SERIES, ...charts.map(({ chart }) => chart.draws.series.length));
  draft.column(AT.points, { width: WIDTHS.points, hidden: false });
  for (let at = 0; at < most; at += 1)
    draft.column(AT.firstSeries + at, { width: WIDTHS.series, hidden: false });
  const lastColumn = AT.firstSeries + most - 1;
  drawFrame(draft, frame, lastColumn, null, INTRO);
  for (const planned of charts) {
    drawWords(draft, planned, lastColumn, { places, rowsAre });
    drawHeads(draft, planned);
    drawPoints(draft, planned, places);
  }
  const drawn = new Set(elsewhere.flatMap((sheet) => sheet.charts.map(({ title }) => title.range)));
  const left = charts.filter((planned) => !drawn.has(cellsOf(planned).message.range));
  const below = Math.max(...charts.map(nextTop));
  drawCharts(draft, left, [[1, lastColumn]], below);
  return finished(draft, frame, { freeze: { rows: 2, columns: 0 }, portrait: true });
}

function drawWords(
  draft: SheetDraft,
  { chart, chosen, points, top }: PlannedChart,
  lastColumn: number,
  { places, rowsAre }: { readonly places: SummaryPlaces; readonly rowsAre: string | null },
): void {
  const row = top + AT.message;
  const all = { left: 1, right: lastColumn };
  const formula = placedFormula(wordsExpression(chart.title), places);
  draft.merged(
    { top: row, bottom: row, ...all },
    { formula: `${formula}${drawnWords(chosen, points, rowsAre)}`, role: "block_title" },
  );
  draft.row(row, { height: 22 });
  const words = { top: top + AT.words, bottom: top + AT.words, ...all };
  draft.merged(words, { formula: placedFormula(wordsExpression(chart.says), places), role: "block_intro" });
  const longest = "word ".repeat(Math.ceil(longestWords(chart.says) / 5));
  draft.row(words.top, { height: heightFor(longest, draft.widthOf(words) - 2) });
}

function drawHeads(draft: SheetDraft, { chart, top }: PlannedChart): void {
  const row = top + AT.heads;
  draft.set(row, AT.points, { value: `On the sheet ${chart.on}`, role: "head_text" });
  const heights = chart.draws.series.map(({ label }, at) => {
    draft.set(row, AT.firstSeries + at, { value: label, role: "head" });
    return heightFor(label, WIDTHS.series - 1, 11);
  });
  draft.row(row, { height: Math.max(18, ...heights) });
}

function drawPoints(
  draft: SheetDraft,
  { chart, chosen, table, top }: PlannedChart,
  places: SummaryPlaces,
): void {
  const first = top + AT.firstPoint;
  const look = { role: "figure", format: formatOf(chart.type) } as const;
  const { draws } = chart;
  if (draws.kind === "points") {
    draws.points.forEach((point, at) => draft.set(first + at, AT.points, { value: point, role: "label" }));
    draws.series.forEach(({ figures }, series) =>
      figures.forEach((figure, at) =>
        draft.set(first + at, AT.firstSeries + series, { formula: placedFormula(figure, places), ...look }),
      ),
    );
    return;
  }
  [...(chosen?.organisations ?? []), ...(chosen?.beyond ?? [])].forEach((one, point) => {
    const row = first + point;
    draft.set(row, AT.points, { value: shortName(one, chosen?.beyond ?? []), role: "label" });
    draws.series.forEach(({ column }, series) => {
      const cells = places.totals.columns.get(`${table?.id ?? draws.table}.${column}`) ?? "";
      draft.set(row, AT.firstSeries + series, { formula: cellOf(cells, one.at), ...look });
    });
  });
}

/** What is drawn where that is no organisations; how many of them where that is not all, and which of them no bar could show. */
function drawnWords(chosen: Chosen | null, points: number, rowsAre: string | null): string {
  if (!chosen) return "";
  const by = rowsAre === null ? "" : `by ${rowsAre}`;
  if (chosen.of === points) return by === "" ? "" : `&" (${by})"`;
  const beyond = chosen.beyond.map(({ code }) => code);
  const most = beyond.slice(0, MOST_NAMED).join(", ");
  const more = beyond.length > MOST_NAMED ? " …" : "";
  const left = beyond.length > 0 ? `; too great to be drawn: ${most}${more}` : "";
  return `&" (${by === "" ? "" : `${by}, `}${points} of ${chosen.of} shown${left})"`;
}

/** Code and name, cut so that the bars beside it have room; in the table, those that are not drawn are marked. */
function shortName(one: ChartRow, beyond: readonly ChartRow[]): string {
  const { code, name } = one;
  if (beyond.includes(one)) return `Not drawn: ${code}  ${name}`;
  const whole = `${code}  ${name}`;
  if (whole.length <= LONGEST_NAME) return whole;
  const cut = whole.slice(0, LONGEST_NAME - 1);
  return `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}

/** A cell of a column by its place: "'Spend'!D8:D30" → "'Spend'!D9". */
export function cellOf(cells: string, at: number): string {
  const end = cells.lastIndexOf("!") + 1;
  const first = parseAddress(cells.slice(end).split(":")[0] ?? "");
  if (!first) throw new Error(`cellOf: ${cells} is no column`);
  return `${cells.slice(0, end)}${formatAddress({ ...first, row: first.row + at })}`;
}
