import { calculated, type Layout, type LayoutSheet } from "../layout";
import type { SummarySheet, SummaryTemplate } from "../template";

import { besideSheets } from "./beside/beside-sheets";
import { earlierFacts } from "./beside/earlier-facts";
import { assuranceSheet, withShownFigures } from "./assurance/assurance-sheet";
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
import type { TotalCells } from "./total-rows";

export interface SummaryParts {
  readonly layout: Layout;
  readonly facts: readonly Fact[];
}

/**
 * The SHA's workbook: overview, assurance, returns, the figures that the year defines, explanations, findings, facts. A role that
 * nobody files in has no sheet.
 */
export function layoutSummary(
  collection: Collection,
  summary: SummaryTemplate,
  given: HeldAgainst = NOTHING_GIVEN,
): SummaryParts {
  const { templates } = collection;
  const [template] = templates;
  const frame: Frame = { title: summary.title, collection, yearLabel: template?.yearLabel ?? "" };
  const totals: TotalCells = { all: new Map(), settled: new Map(), columns: new Map() };
  const { beside } = summary;
  const facts = [...factsOf(collection), ...(beside ? earlierFacts(collection, beside) : [])];
  const placeOf = factPlaces(facts);
  const figures = summary.sheets.flatMap((sheet) => sheetOf(sheet, frame, totals, placeOf));
  const explanations = explanationsSheet(frame);
  const findings = findingsSheet(frame);
  const overview = overviewSheet(summary, frame, totals);
  const places: SummaryPlaces = {
    totals,
    templates,
    returns: overview.returns,
    findings: [explanations.listed, findings.listed].filter((list) => list !== null),
  };
  const sheets = [
    overview.sheet,
    ...(summary.assurance ? [assuranceSheet(summary.assurance, frame, places)] : []),
    returnsSheet(frame),
    ...figures,
    ...(beside ? besideSheets(beside, frame, placeOf) : []),
    ...reconciledSheets(summary, given, frame),
    explanations.sheet,
    findings.sheet,
    factsSheet(facts, frame),
  ];
  const title = `${summary.title} ${frame.yearLabel}`;
  return { layout: withShownFigures(calculated({ title, sheets })), facts };
}

function sheetOf(
  sheet: SummarySheet,
  frame: Frame,
  totals: TotalCells,
  placeOf: FactPlaces,
): readonly LayoutSheet[] {
  const filed = rolesFiled(frame.collection);
  if (sheet.kind === "rows") {
    const template = filed.find(({ role }) => role === sheet.role);
    return template ? [listedRowsSheet(sheet, template, frame)] : [];
  }
  const isFiled = (role: string) => filed.some((template) => template.role === role);
  const tables = sheet.tables.filter(({ role }) => isFiled(role));
  const by = sheet.by.filter(({ list }) => (list?.roles ?? [sheet.role]).some(isFiled));
  if (tables.length + by.length === 0) return [];
  return [figuresSheet({ ...sheet, tables, by }, frame, totals, placeOf)];
}
