import { calculated, type Layout, type LayoutSheet } from "../layout";
import type { SummarySheet, SummaryTemplate } from "../template";

import { rolesFiled, type Collection } from "./collection";
import { factPlaces, type FactPlaces } from "./fact-places";
import { factsOf, type Fact } from "./facts";
import { factsSheet } from "./facts-sheet";
import { figuresSheet } from "./figures-sheet";
import { findingsSheet } from "./findings-sheet";
import type { Frame } from "./frame";
import { listedRowsSheet } from "./listed-rows-sheet";
import { overviewSheet } from "./overview-sheet";
import { returnsSheet } from "./returns-sheet";
import type { TotalCells } from "./total-rows";

export interface SummaryParts {
  readonly layout: Layout;
  readonly facts: readonly Fact[];
}

/** The SHA's workbook: overview, returns, the figures that the year defines, findings, facts. A role that nobody files in has no sheet. */
export function layoutSummary(collection: Collection, summary: SummaryTemplate): SummaryParts {
  const [template] = collection.templates;
  const frame: Frame = { title: summary.title, collection, yearLabel: template?.yearLabel ?? "" };
  const totals: TotalCells = { all: new Map(), settled: new Map() };
  const facts = factsOf(collection);
  const placeOf = factPlaces(facts);
  const figures = summary.sheets.flatMap((sheet) => sheetOf(sheet, frame, totals, placeOf));
  const sheets = [
    overviewSheet(summary, frame, totals),
    returnsSheet(frame),
    ...figures,
    findingsSheet(frame),
    factsSheet(facts, frame),
  ];
  return { layout: calculated({ title: `${summary.title} ${frame.yearLabel}`, sheets }), facts };
}

function sheetOf(
  sheet: SummarySheet,
  frame: Frame,
  totals: TotalCells,
  placeOf: FactPlaces,
): readonly LayoutSheet[] {
  const template = rolesFiled(frame.collection).find(({ role }) => role === sheet.role);
  if (!template) return [];
  return [
    sheet.kind === "tables"
      ? figuresSheet(sheet, frame, totals, placeOf)
      : listedRowsSheet(sheet, template, frame),
  ];
}
