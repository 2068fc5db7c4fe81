import { calculated, type Layout } from "../../layout";
import type { SummaryTable, SummaryTemplate } from "../../template";

import type { SheetFrame } from "../frame";
import { nationalFacts, nationalFactsSheet, type NationalFact } from "./facts-sheet";
import { nationalFiguresSheet } from "./figures-sheet";
import { leftOutSheet, type LeftOutRow } from "./left-out-sheet";
import type { National } from "./national";
import { figuresOver, nationalOverview } from "./overview-sheet";
import { rolledUp } from "./rolled-up";
import { sourceOf, sourcesSheet } from "./sources-sheet";

export interface NationalParts {
  readonly layout: Layout;
  readonly facts: readonly NationalFact[];
  /** False where there are more facts than a workbook should hold. */
  readonly factsInside: boolean;
}

/** Who stands in the bands of the sheets. */
const ALL = "Strategic health authorities together";

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
): NationalParts {
  const { label } = national.year;
  const frame: SheetFrame = {
    title: summary.title,
    yearLabel: label,
    collection: { sha: { code: ALL, name: ALL } },
  };
  const totals = new Map<string, string>();
  const drawing = { national, frame, totals, sourceOf: sourceOf(national) };
  const leftOut: LeftOutRow[] = [];
  const figures = summary.sheets.flatMap((sheet) => {
    if (sheet.kind !== "tables") {
      const why = "Rows about single bodies do not add up: see each authority's summary.";
      leftOut.push({ sheet: sheet.name, table: "", column: "", why });
      return [];
    }
    const tables = sheet.tables.flatMap((one): SummaryTable[] => {
      const { table, leftOut: out } = rolledUp(one);
      const whole = table.columns.length === 0;
      const reasons = whole ? out.slice(0, 1).map(({ why }) => ({ label: "all", why })) : out;
      for (const { label: column, why } of reasons)
        leftOut.push({ sheet: sheet.name, table: one.title, column, why });
      return whole ? [] : [table];
    });
    for (const { title } of sheet.by) {
      const why = "It is over all returns of an authority, choice by choice: see each authority's summary.";
      leftOut.push({ sheet: sheet.name, table: title, column: "all", why });
    }
    return tables.length === 0 ? [] : [nationalFiguresSheet(sheet, tables, drawing)];
  });
  const shown = figuresOver(summary.figures, totals);
  for (const { label: column } of summary.figures.filter((figure) => !shown.includes(figure)))
    leftOut.push({
      sheet: "Overview",
      table: "",
      column,
      why: "It is worked out from a column that is left out.",
    });
  for (const [sheet, why] of [...NOT_IN_FACTS, ...besides(summary)])
    leftOut.push({ sheet, table: "", column: "", why });
  const facts = nationalFacts(national);
  const factsInside = facts.length <= mostFacts;
  if (!factsInside) {
    const why = `${facts.length.toLocaleString("en-GB")} facts are more than a workbook is to hold: write them with --facts.`;
    leftOut.push({ sheet: "Facts", table: "", column: "", why });
  }
  const sheets = [
    nationalOverview(shown, national, totals, frame),
    ...figures,
    sourcesSheet(national, frame),
    leftOutSheet(leftOut, frame),
    ...(factsInside ? [nationalFactsSheet(facts, frame)] : []),
  ];
  return { layout: calculated({ title: `${summary.title} ${label}`, sheets }), facts, factsInside };
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
