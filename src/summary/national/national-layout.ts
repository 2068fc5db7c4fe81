import { calculated, type Layout } from "../../layout";
import type { SummaryTemplate } from "../../template";

import { chartFiguresSheet } from "../charts/chart-figures-sheet";
import { plannedCharts } from "../charts/planned-charts";
import { withChartWords } from "../charts/with-words";
import { FACTS_SHEET } from "../fact-places";
import type { SheetFrame } from "../frame";
import type { SummaryPlaces } from "../places";
import { NOTHING_KNOWN, type MadeOf } from "../sources/made-of";
import type { TotalCells } from "../total-rows";
import { AuthorityFigures } from "./authority-figures";
import { CountedOver } from "./counted-over";
import { nationalFacts, nationalFactsSheet, type NationalFact } from "./facts-sheet";
import { nationalFiguresSheet } from "./figures-sheet";
import { leftOutSheet, type LeftOutRow } from "./left-out-sheet";
import type { National } from "./national";
import { authorityRows, expressionsIn, nationalCharts, sumsOverAuthorities } from "./national-charts";
import { nationalTables } from "./national-tables";
import { OVERVIEW, figuresOver, nationalOverview } from "./overview-sheet";
import { nationalPlaces } from "./places";
import { returnsCounted, sourceOf, sourcesSheet } from "./sources-sheet";

export interface NationalParts {
  readonly layout: Layout;
  readonly facts: readonly NationalFact[];
  /** False where there are more facts than a workbook should hold. */
  readonly factsInside: boolean;
}

const NAME = "Strategic health authorities together";
/** Who stands in the bands of the sheets. */
export const NATIONAL = { code: NAME, name: NAME } as const;

/** What a row of a table is, as its charts say. */
const ROWS_ARE = "SHA";

const NOT_IN_FACTS: readonly (readonly [string, string])[] = [
  [
    "Assurance",
    "Judgements, and what is counted over findings, stand in no facts: see each authority's summary.",
  ],
  ["Returns", "When and how returns came stands in no facts: see each authority's summary."],
  ["Explanations", "Reasons and verdicts stand in no facts: see each authority's summary."],
  ["Findings", "What was found in returns stands in no facts: see each authority's summary."],
];

/**
 * The workbook over all summaries: the sheets that the year defines, a row for each authority. `mostFacts`: more are not put into the
 * workbook.
 */
export function layoutNational(
  national: National,
  summary: SummaryTemplate,
  mostFacts: number,
  madeOf: MadeOf = NOTHING_KNOWN,
): NationalParts {
  const { label } = national.year;
  const frame: SheetFrame = { title: summary.title, yearLabel: label, collection: { sha: NATIONAL } };
  const facts = nationalFacts(national);
  const factsInside = facts.length <= mostFacts;
  const places = nationalPlaces(sourceOf(national), factsInside ? facts : []);
  const by = summary.sheets.flatMap((sheet) => (sheet.kind === "tables" ? sheet.by : []));
  const counted = new CountedOver(summary, [
    ...summary.figures.map(({ expression }) => expression),
    ...summary.charts.flatMap(expressionsIn),
    ...by.flatMap(({ columns }) =>
      columns.flatMap(({ source }) => (source.kind === "formula" ? [source.expression] : [])),
    ),
  ]);
  const returns = returnsCounted(national);
  const tables = nationalTables(summary, counted, returns);
  const kept = nationalCharts(summary, counted, tables);
  const rolled = tables.sheets.map((one) => ({
    ...one.sheet,
    tables: one.tables.map(({ table }) => table),
    by: one.by.map(({ table }) => table),
  }));
  const own = national.authorities.map((authority) => new AuthorityFigures(summary.sheets, authority));
  const charts = plannedCharts(
    { charts: kept.charts, sheets: rolled },
    authorityRows(national),
    sumsOverAuthorities(
      own,
      tables.sheets.flatMap((one) => one.by),
    ),
  );
  const totals: TotalCells = {
    ...{ all: new Map(), settled: new Map(), columns: new Map() },
    ...{ signs: new Map(), held: new Map() },
  };
  const hasColumn = (table: string, column: string) => tables.has({ kind: "total", table, column });
  const drawing = { national, frame, totals, places, charts, figures: own, hasColumn };
  const figures = tables.sheets.map((one) => nationalFiguresSheet(one, drawing));
  const over = summary.figures.map((one) => ({ ...one, expression: counted.over(one.expression) }));
  const shown = figuresOver(over, totals.all);
  const overview = nationalOverview(shown, { national, totals, charts, frame, sourceOf: places.sourceOf });
  const before = [overview, ...figures];
  const chartPlaces: SummaryPlaces = { totals, returns, findings: [], templates: [] };
  const leftOut = [
    ...tables.leftOut,
    ...over
      .filter((figure) => !shown.includes(figure))
      .map(({ label: column }) => ({ sheet: OVERVIEW, table: "", column, why: FROM_LEFT_OUT })),
    ...kept.leftOut,
    ...[...NOT_IN_FACTS, ...besides(summary)].map(([sheet, why]) => ({ sheet, table: "", column: "", why })),
    ...(factsInside ? [] : [tooManyFacts(facts.length)]),
  ];
  const sheets = [
    ...before,
    ...(charts.length > 0 ? [chartFiguresSheet(charts, frame, chartPlaces, before, ROWS_ARE)] : []),
    sourcesSheet(national, madeOf, frame),
    leftOutSheet(leftOut, frame),
    ...(factsInside ? [nationalFactsSheet(facts, frame)] : []),
  ];
  const layout = withChartWords(calculated({ title: `${summary.title} ${label}`, sheets }));
  return { layout, facts, factsInside };
}

const FROM_LEFT_OUT = "It is worked out from a column that is left out.";

function tooManyFacts(count: number): LeftOutRow {
  const why = `${count.toLocaleString("en-GB")} facts are more than a workbook is to hold: write them with --facts.`;
  return { sheet: FACTS_SHEET, table: "", column: "", why };
}

/** What a summary holds against other sources or another year. */
function besides({
  beside,
  commitments,
  contracts,
}: SummaryTemplate): readonly (readonly [string, string])[] {
  const why =
    "What is held against another source or year is told organisation by organisation: see each authority's summary.";
  const named = [beside?.sheet, beside?.byLine.sheet, commitments?.sheet, contracts?.sheet];
  return named.flatMap((name) => (name === undefined ? [] : [[name, why] as const]));
}
