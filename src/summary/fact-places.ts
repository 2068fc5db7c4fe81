import { formatAddress, quoteSheet } from "../cells";

import type { Fact } from "./facts";
import { FIRST_ROW } from "./frame";

export const FACTS_SHEET = "Facts";

/** Where the fact of an organisation and role stands under a key, as the target of a link; undefined where there is none. */
export type FactPlaces = (org: string, role: string, key: string) => string | undefined;

/** Finds facts by what they are about, on the sheet as it is drawn: its rows begin below the heads. */
export function factPlaces(facts: readonly Fact[]): FactPlaces {
  const rows = new Map(
    facts.map((fact, at) => [placeKey(fact.org, fact.role, fact.key), FIRST_ROW + 1 + at]),
  );
  return (org, role, key) => {
    const row = rows.get(placeKey(org, role, key));
    return row === undefined ? undefined : `#${quoteSheet(FACTS_SHEET)}!${formatAddress({ row, column: 1 })}`;
  };
}

function placeKey(org: string, role: string, key: string): string {
  return `${org} ${role} ${key}`;
}
