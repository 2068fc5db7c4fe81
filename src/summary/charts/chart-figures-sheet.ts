import { formatAddress, parseAddress } from "../../cells";
import { SheetDraft, breakPages, formatOf, heightFor, type LayoutSheet } from "../../layout";

import { longestWords, wordsExpression } from "../assurance/words";
import { drawFrame, finished, type SheetFrame } from "../frame";
import { literal } from "../literal";
import { placedFormula, type SummaryPlaces } from "../places";
import type { ChartRow } from "./chosen-organisations";
import type { DrawnRow } from "./chosen-rows";
import { drawCharts } from "./place-charts";
import { AT, CHART_FIGURES, cellsOf, nextTop, type PlannedChart, type PlannedRows } from "./planned-charts";

const WIDTHS = { points: 47, series: 14 } as const;
const LEAST_SERIES = 4;
const LONGEST_NAME = 34;
const MOST_NAMED = 4;
const MESSAGE_SIZE = 11;
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
  const tables = charts.map((planned) => ({ from: planned.top, to: nextTop(planned) - 2 }));
  breakPages(draft, tables, { portrait: true, titleRows: 2, lastColumn });
  const drawn = new Set(elsewhere.flatMap((sheet) => sheet.charts.map(({ title }) => title.range)));
  const left = charts.filter((planned) => !drawn.has(cellsOf(planned).message.range));
  const below = Math.max(...charts.map(nextTop));
  drawCharts(draft, left, [[1, lastColumn]], below);
  return finished(draft, frame, { freeze: { rows: 2, columns: 0 }, portrait: true });
}

function drawWords(
  draft: SheetDraft,
  planned: PlannedChart,
  lastColumn: number,
  { places, rowsAre }: { readonly places: SummaryPlaces; readonly rowsAre: string | null },
): void {
  const { chart, top } = planned;
  const areaOf = (row: number) => ({ top: row, bottom: row, left: 1, right: lastColumn });
  const message = areaOf(top + AT.message);
  const drawn = drawnWords(planned, rowsAre);
  const formula = placedFormula(wordsExpression(chart.title), places);
  draft.merged(message, {
    formula: drawn === "" ? formula : `${formula}&${literal(drawn)}`,
    role: "message",
  });
  const room = draft.widthOf(message) - 2;
  const longest = (letters: number) => "word ".repeat(Math.ceil(letters / 5));
  draft.row(message.top, {
    height: Math.max(22, heightFor(longest(longestWords(chart.title) + drawn.length), room, MESSAGE_SIZE)),
  });
  const words = areaOf(top + AT.words);
  const said = placedFormula(wordsExpression(chart.says), places);
  const codes = planned.rows?.leftOut.codes ?? [];
  // The figures that are drawn are none of all organisations then.
  const left = codes.length === 0 ? "" : ` Left out of the chart, too great for it: ${named(codes)}.`;
  draft.merged(words, {
    formula: left === "" ? said : `${said}&${literal(left)}`,
    role: "block_intro",
  });
  draft.row(words.top, { height: heightFor(longest(longestWords(chart.says) + left.length), room) });
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

function drawPoints(draft: SheetDraft, planned: PlannedChart, places: SummaryPlaces): void {
  const { chart, chosen, rows, table, top } = planned;
  const first = top + AT.firstPoint;
  const look = { role: "figure", format: formatOf(chart.type) } as const;
  const { draws } = chart;
  const label = (point: number, words: string) => {
    draft.set(first + point, AT.points, { value: words, role: "label" });
    draft.row(first + point, { height: heightFor(words, WIDTHS.points - 2) });
  };
  const figure = (point: number, series: number, formula: string) => {
    draft.set(first + point, AT.firstSeries + series, { formula, ...look });
  };
  switch (draws.kind) {
    case "points":
      draws.points.forEach((point, at) => {
        label(at, point);
      });
      draws.series.forEach(({ figures }, series) => {
        figures.forEach((one, at) => {
          figure(at, series, placedFormula(one, places));
        });
      });
      return;
    case "rows":
      rows?.rows.forEach((one, point) => {
        label(point, one.label);
        draws.series.forEach(({ column }, series) => {
          figure(point, series, rowFigure(rows, one, column, places));
        });
      });
      return;
    case "organisations":
      [...(chosen?.organisations ?? []), ...(chosen?.beyond ?? [])].forEach((one, point) => {
        label(point, shortName(one, chosen?.beyond ?? []));
        draws.series.forEach(({ column }, series) => {
          const cells = places.totals.columns.get(`${table?.id ?? draws.table}.${column}`) ?? "";
          figure(point, series, cellOf(cells, one.at));
        });
      });
  }
}

/** A figure of a table over all returns, less those of organisations that are left out of it. */
function rowFigure(
  { table, leftOut }: PlannedRows,
  { at, id }: DrawnRow,
  column: string,
  { totals }: SummaryPlaces,
): string {
  const own = cellOf(totals.columns.get(`${table.id}.${column}`) ?? "", at);
  const source = table.columns.find((one) => one.id === column)?.source;
  if (source?.kind !== "totals") return own;
  const cells = totals.columns.get(`${source.table}.${id}`) ?? "";
  const less = (leftOut.places.get(source.table) ?? []).map((place) => `-${cellOf(cells, place)}`);
  return `${own}${less.join("")}`;
}

/** What is drawn where that is no organisations; how many points, where that is not all of them, and which of them no bar could show. */
function drawnWords({ chosen, rows, points }: PlannedChart, rowsAre: string | null): string {
  const of = chosen?.of ?? rows?.of ?? points;
  const beyond = chosen?.beyond.map(({ code }) => code) ?? [];
  const said = [
    ...(chosen && rowsAre !== null ? [`by ${rowsAre}`] : []),
    ...(of === points ? [] : [`${points} of ${of} shown`]),
    ...(beyond.length === 0 ? [] : [`too great to be drawn: ${named(beyond)}`]),
    ...(rows && rows.leftOut.codes.length > 0
      ? [`without ${named(rows.leftOut.codes)}, too great for it`]
      : []),
  ];
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

function named(codes: readonly string[]): string {
  return `${codes.slice(0, MOST_NAMED).join(", ")}${codes.length > MOST_NAMED ? " …" : ""}`;
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
