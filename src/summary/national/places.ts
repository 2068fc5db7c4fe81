import { formatAddress, quoteSheet } from "../../cells";
import { readKeys, type SummaryColumn, type SummaryTable } from "../../template";

import { FACTS_SHEET } from "../fact-places";
import { FIRST_ROW } from "../frame";
import { expressionIn } from "../worked-out";
import type { NationalFact } from "./facts-sheet";
import { filledReturns, type Authority } from "./national";

/** Where links of the sheets of figures lead. */
export interface NationalPlaces {
  /** The line of an authority on the sheet Sources. */
  readonly sourceOf: (authority: Authority) => string;
  /** The first of the facts of which an authority's figures in a table are made; undefined where there are none. */
  readonly factOf: (authority: Authority, table: SummaryTable) => string | undefined;
}

/** Finds facts on the sheet as it is drawn: its rows begin below the heads. Where there are too many for a sheet, none is found. */
export function nationalPlaces(
  sourceOf: NationalPlaces["sourceOf"],
  facts: readonly NationalFact[],
): NationalPlaces {
  const rows = new Map<string, number>();
  facts.forEach(({ sha, role, year, key }, at) => {
    const name = nameOf(sha, role, year, key);
    if (!rows.has(name)) rows.set(name, FIRST_ROW + 1 + at);
  });
  return {
    sourceOf,
    factOf: (authority, { role, columns }) => {
      const [one] = filledReturns(authority, role);
      if (!one) return undefined;
      const { template } = one;
      const keys = columns.flatMap(({ source }) =>
        keysOf(source, (formula) => [...readKeys(expressionIn(one, formula))]),
      );
      const found = keys.flatMap((key) => rows.get(nameOf(authority.code, role, template.year, key)) ?? []);
      const [row] = found;
      return row === undefined
        ? undefined
        : `#${quoteSheet(FACTS_SHEET)}!${formatAddress({ row, column: 1 })}`;
    },
  };
}

function keysOf(
  source: SummaryColumn["source"],
  read: (formula: string) => readonly string[],
): readonly string[] {
  if (source.kind === "value") return [source.key];
  return source.kind === "works_out" ? read(source.formula) : [];
}

function nameOf(sha: string, role: string, year: string, key: string): string {
  return `${sha} ${role} ${year} ${key}`;
}
