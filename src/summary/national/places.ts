import { formatAddress, quoteSheet } from "../../cells";
import { readKeys, type SummaryColumn, type SummaryTable } from "../../template";

import { FACTS_SHEET } from "../fact-places";
import { FIRST_ROW } from "../frame";
import { expressionIn } from "../worked-out";
import type { NationalFact } from "./facts-sheet";
import type { KeysOfReturn } from "./authority-tables";
import type { Authority } from "./national";
import { shownReturns } from "./return-row";

/** Where links of the sheets of figures lead. */
export interface NationalPlaces {
  /** The line of an authority on the sheet Sources. */
  readonly sourceOf: (authority: Authority) => string;
  /** The first of the facts of which an authority's figures in a table are made; undefined where there are none. */
  readonly factOf: (authority: Authority, table: SummaryTable) => string | undefined;
  /** The first fact under one of these keys; undefined where there is none. */
  readonly factUnder: (authority: Authority, made: readonly KeysOfReturn[]) => string | undefined;
}

/** Finds facts on the sheet as it is drawn: its rows begin below the heads. Where there are too many for a sheet, none is found. */
export function nationalPlaces(
  sourceOf: NationalPlaces["sourceOf"],
  facts: readonly NationalFact[],
): NationalPlaces {
  const rows = new Map<string, number>();
  facts.forEach(({ sha, org, role, year, key }, at) => {
    rows.set(nameOf({ sha, org, role, year, key }), FIRST_ROW + 1 + at);
  });
  const factUnder: NationalPlaces["factUnder"] = ({ code: sha }, made) => {
    for (const { one, keys } of made)
      for (const key of keys) {
        const { role, year } = one.template;
        const row = rows.get(nameOf({ sha, org: one.org, role, year, key }));
        if (row !== undefined) return `#${quoteSheet(FACTS_SHEET)}!${formatAddress({ row, column: 1 })}`;
      }
    return undefined;
  };
  return {
    sourceOf,
    factUnder,
    factOf: (authority, table) =>
      factUnder(
        authority,
        shownReturns(table, authority).map((one) => ({
          one,
          keys: table.columns.flatMap(({ source }) =>
            keysOf(source, (formula) => [...readKeys(expressionIn(one, formula))]),
          ),
        })),
      ),
  };
}

function keysOf(
  source: SummaryColumn["source"],
  read: (formula: string) => readonly string[],
): readonly string[] {
  if (source.kind === "value") return [source.key];
  return source.kind === "works_out" ? read(source.formula) : [];
}

function nameOf(fact: Pick<NationalFact, "sha" | "org" | "role" | "year" | "key">): string {
  return `${fact.sha} ${fact.org} ${fact.role} ${fact.year} ${fact.key}`;
}
