import { formatAddress, quoteSheet } from "../cells";
import type { Template } from "../template";

import type { Fact } from "./facts";
import { FIRST_ROW } from "./frame";

export const FACTS_SHEET = "Facts";

/** Where the fact of an organisation's return stands under a key, as the target of a link; undefined where there is none. */
export type FactPlaces = (
  org: string,
  of: Pick<Template, "role" | "year">,
  key: string,
) => string | undefined;

/** Finds facts by what they are about, on the sheet as it is drawn: its rows begin below the heads. */
export function factPlaces(facts: readonly Fact[]): FactPlaces {
  const rows = new Map(facts.map((fact, at) => [placeKey(fact.org, fact, fact.key), FIRST_ROW + 1 + at]));
  return (org, of, key) => {
    const row = rows.get(placeKey(org, of, key));
    return row === undefined ? undefined : `#${quoteSheet(FACTS_SHEET)}!${formatAddress({ row, column: 1 })}`;
  };
}

function placeKey(org: string, { role, year }: Pick<Template, "role" | "year">, key: string): string {
  return `${org} ${role} ${year} ${key}`;
}
