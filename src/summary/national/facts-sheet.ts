import type { RawValue } from "../../cells";
import type { LayoutSheet } from "../../layout";

import { FACT_WIDTHS } from "../facts-sheet";
import { FACTS_SHEET } from "../fact-places";
import { FACT_COLUMNS, type Fact } from "../facts";
import type { SheetFrame } from "../frame";
import { listSheet, type ListColumn } from "../list-sheet";
import type { National } from "./national";

/** A fact with the authority in whose summary it stands, and the file of that summary. */
export interface NationalFact extends Fact {
  readonly sha: string;
  readonly summary: string;
}

export const NATIONAL_FACT_COLUMNS = ["sha", ...FACT_COLUMNS, "summary"] as const;

/** Every fact of every summary. */
export function nationalFacts({ authorities }: National): readonly NationalFact[] {
  return authorities.flatMap(({ code, summary }) =>
    (summary?.facts ?? []).map((fact): NationalFact => ({
      ...fact,
      sha: code,
      summary: summary?.file ?? "",
    })),
  );
}

export function nationalFactsSheet(facts: readonly NationalFact[], frame: SheetFrame): LayoutSheet {
  const widths = { sha: 8, ...FACT_WIDTHS, summary: 30 };
  const columns = NATIONAL_FACT_COLUMNS.map((label): ListColumn => ({ label, width: widths[label] }));
  const rows = facts.map((fact): RawValue[] =>
    NATIONAL_FACT_COLUMNS.map((column): RawValue =>
      column === "counts" ? (fact.counts ? "yes" : "no") : fact[column],
    ),
  );
  const intro =
    "Every value of every summary, with the file, sheet and cell of the return that it came from, and the summary it stands in. Only figures marked “yes” may be added up over organisations.";
  return listSheet(FACTS_SHEET, columns, rows, frame, intro, { roles: () => "fact" });
}
