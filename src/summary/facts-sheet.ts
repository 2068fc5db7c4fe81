import type { RawValue } from "../cells";
import type { LayoutSheet } from "../layout";

import { FACTS_SHEET } from "./fact-places";
import { FACT_COLUMNS, type Fact } from "./facts";
import type { Frame } from "./frame";
import { listSheet, type ListColumn } from "./list-sheet";

const VALUE = FACT_COLUMNS.indexOf("value");
export const FACT_WIDTHS: Readonly<Record<(typeof FACT_COLUMNS)[number], number>> = {
  org: 8,
  role: 13,
  year: 10,
  version: 9,
  key: 38,
  value: 32,
  counts: 9,
  file: 62,
  sheet: 16,
  cell: 8,
  sha256: 62,
};

/** Every value with its source, for whoever works on with the figures. */
export function factsSheet(facts: readonly Fact[], frame: Frame): LayoutSheet {
  const columns = FACT_COLUMNS.map((label): ListColumn => ({ label, width: FACT_WIDTHS[label] }));
  const rows = facts.map((fact): RawValue[] =>
    FACT_COLUMNS.map((column): RawValue =>
      column === "counts" ? (fact.counts ? "yes" : "no") : fact[column],
    ),
  );
  const { earlier } = frame.collection;
  const others =
    earlier && earlier.bodies.size > 0
      ? ` Of ${earlier.yearLabel} there is only what is set beside this year, and it counts in no total.`
      : "";
  const intro =
    "Every value of the returns that count, with the file, sheet and cell it came from. Filter by org, role and key. Only figures marked “yes” may be added up over organisations: no memos, and no figures of other bodies.";
  return listSheet(FACTS_SHEET, columns, rows, frame, `${intro}${others}`, {
    roles: (_, column) => (column === VALUE ? "text_small" : "fact"),
  });
}
