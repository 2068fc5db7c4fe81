import { calculated, type Layout, type LayoutSheet } from "../layout";
import type { SummarySheet, SummaryTemplate } from "../template";

import { besideSheets } from "./beside/beside-sheets";
import { earlierFacts } from "./beside/earlier-facts";
import { changesSheet } from "./changes/changes-sheet";
import { changesSince, type Changes } from "./changes/changes";
import type { PreviousSummary } from "./changes/previous-summary";
import { assuranceSheet, withShownFigures } from "./assurance/assurance-sheet";
import { chartFiguresSheet } from "./charts/chart-figures-sheet";
import { organisationRows } from "./charts/chosen-organisations";
import { sumsOver } from "./charts/chosen-rows";
import { plannedCharts, type PlannedChart } from "./charts/planned-charts";
import { withChartWords } from "./charts/with-words";
import { rolesFiled, type Collection } from "./collection";
import { explanationsSheet } from "./explanations/explanations-sheet";
import { factPlaces, type FactPlaces } from "./fact-places";
import { factsOf, type Fact } from "./facts";
import { factsSheet } from "./facts-sheet";
import { figuresSheet } from "./figures-sheet";
import { findingsSheet } from "./findings-sheet";
import type { Frame } from "./frame";
import { listedRowsSheet } from "./listed-rows-sheet";
import { overviewSheet } from "./overview-sheet";
import type { SummaryPlaces } from "./places";
import { NOTHING_GIVEN, reconciledSheets, type HeldAgainst } from "./reconciled/given";
import { returnsSheet } from "./returns-sheet";
import { NOTHING_KNOWN, type MadeOf } from "./sources/made-of";
import { sourcesSheet } from "./sources/sources-sheet";
import type { TotalCells } from "./total-rows";
import { wholeListSheet } from "./whole-list/whole-list-sheet";

export interface SummaryParts {
  readonly layout: Layout;
  readonly facts: readonly Fact[];
  /** What the earlier summary shows otherwise; null where none was given. */
  readonly changes: Changes | null;
}

/** What a summary is made with beside the returns. */
export interface SummaryBesides {
  readonly given: HeldAgainst;
  readonly madeOf: MadeOf;
  /** What is compared with; null where there is no earlier summary. */
  readonly previous: PreviousSummary | null;
}

/**
 * The SHA's workbook: overview, assurance, returns, the figures that the year defines, explanations, findings, facts, sources. A role that
 * nobody files in has no sheet.
 */
export function layoutSummary(
  collection: Collection,
  summary: SummaryTemplate,
  { given = NOTHING_GIVEN, madeOf = NOTHING_KNOWN, previous = null }: Partial<SummaryBesides> = {},
): SummaryParts {
  const { templates } = collection;
  const [template] = templates;
  const frame: Frame = { title: summary.title, collection, yearLabel: template?.yearLabel ?? "" };
  const totals: TotalCells = {
    ...{ all: new Map(), settled: new Map(), columns: new Map() },
    ...{ signs: new Map(), held: new Map() },
  };
  const { beside } = summary;
  const own = factsOf(collection);
  const facts = [...own, ...(beside ? earlierFacts(collection, beside) : [])];
  const placeOf = factPlaces(facts);
  const shown = summary.sheets.flatMap((sheet) => filedOf(sheet, collection));
  const charts = plannedCharts(
    { charts: summary.charts, sheets: shown },
    organisationRows(collection),
    sumsOver(collection),
  );
  const figures = shown.flatMap((sheet) => sheetOf(sheet, frame, totals, placeOf, charts));
  const explanations = explanationsSheet(frame);
  const findings = findingsSheet(frame);
  const overview = overviewSheet(summary, frame, totals, charts);
  const places: SummaryPlaces = {
    totals,
    templates,
    returns: overview.returns,
    findings: [explanations.listed, findings.listed].filter((list) => list !== null),
  };
  const changes = previous && changesSince(previous, collection, own, summary);
  const before = [
    overview.sheet,
    ...(summary.assurance ? [assuranceSheet(summary.assurance, frame, places)] : []),
    returnsSheet(frame),
    ...(changes ? [changesSheet(changes, frame, placeOf)] : []),
    ...figures,
    ...(beside ? besideSheets(beside, frame, placeOf) : []),
    ...reconciledSheets(summary, given, frame),
    explanations.sheet,
    findings.sheet,
  ];
  const sheets = [
    ...before,
    ...(charts.length > 0 ? [chartFiguresSheet(charts, frame, places, before)] : []),
    factsSheet(facts, frame),
    sourcesSheet(summary, madeOf, facts, frame),
  ];
  const title = `${summary.title} ${frame.yearLabel}`;
  return {
    layout: withShownFigures(withChartWords(calculated({ title, sheets }))),
    facts,
    changes,
  };
}

/** A sheet as far as its returns are filed. */
function filedOf(sheet: SummarySheet, collection: Collection): readonly SummarySheet[] {
  if (sheet.kind !== "tables") return [sheet];
  const filed = rolesFiled(collection);
  const isFiled = (role: string) => filed.some((template) => template.role === role);
  const tables = sheet.tables.filter(({ role }) => isFiled(role));
  const by = sheet.by.filter(({ list }) => (list?.roles ?? [sheet.role]).some(isFiled));
  return tables.length + by.length === 0 ? [] : [{ ...sheet, tables, by }];
}

function sheetOf(
  sheet: SummarySheet,
  frame: Frame,
  totals: TotalCells,
  placeOf: FactPlaces,
  charts: readonly PlannedChart[],
): readonly LayoutSheet[] {
  if (sheet.kind === "rows") {
    const template = rolesFiled(frame.collection).find(({ role }) => role === sheet.role);
    return template ? [listedRowsSheet(sheet, template, frame)] : [];
  }
  if (sheet.kind === "list") return [wholeListSheet(sheet, frame, placeOf)];
  return [figuresSheet(sheet, frame, totals, placeOf, charts)];
}
