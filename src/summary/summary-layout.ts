import { calculated, type Layout } from "../layout";
import type { SummaryTemplate, Template } from "../template";

import { factsOf, type Fact } from "./facts";
import { factsSheet } from "./facts-sheet";
import { figuresSheet } from "./figures-sheet";
import { findingsSheet } from "./findings-sheet";
import type { Frame } from "./frame";
import { overviewSheet } from "./overview-sheet";
import { returnsSheet } from "./returns-sheet";
import type { Collection } from "./returned";
import type { TotalCells } from "./total-rows";

export interface SummaryParts {
  readonly layout: Layout;
  readonly facts: readonly Fact[];
}

/** The SHA's workbook: overview, returns, the figures that the year defines, findings, facts. */
export function layoutSummary(
  collection: Collection,
  summary: SummaryTemplate,
  template: Template,
): SummaryParts {
  const frame: Frame = { title: summary.title, collection, yearLabel: template.yearLabel };
  const totals: TotalCells = { all: new Map(), settled: new Map() };
  const figures = summary.sheets.map((sheet) => figuresSheet(sheet, template, frame, totals));
  const facts = factsOf(collection);
  const sheets = [
    overviewSheet(summary, frame, totals),
    returnsSheet(frame),
    ...figures,
    findingsSheet(frame),
    factsSheet(facts, frame),
  ];
  return { layout: calculated({ title: `${summary.title} ${template.yearLabel}`, sheets }), facts };
}
