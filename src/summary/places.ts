import { writeFormula } from "../formula";
import type { SummaryExpression, SummaryReference, Template } from "../template";

import { withSigns } from "./marks/signs-for-answers";
import type { TotalCells } from "./total-rows";

/** Columns of a sheet that lists findings, as ranges over all its rows; null where it has none. */
export interface ListedFindings {
  readonly codes: string;
  readonly roles: string;
  /** 1 in one row for each return and check that is open; 0 in others. */
  readonly open: string;
  /** 1 in one row for each return and check; 0 in others. */
  readonly raised: string;
}

/** Where on the sheets of a summary stands what its formulas refer to. */
export interface SummaryPlaces {
  readonly totals: TotalCells;
  /** `received role` and `expected role` → cells of the overview that make the number together. */
  readonly returns: ReadonlyMap<string, string>;
  /** What is explained or has to be, with the verdicts on it; and every other finding. */
  readonly findings: readonly ListedFindings[];
  readonly templates: readonly Template[];
}

/** A formula of the summary for Excel. What the summary does not have, since nobody files it, is 0. */
export function placedFormula(expression: SummaryExpression, places: SummaryPlaces): string {
  const counted = withSigns(expression, places.totals.signs);
  return writeFormula(counted, (reference) => placeOf(reference, places));
}

function placeOf(reference: SummaryReference, places: SummaryPlaces): string {
  switch (reference.kind) {
    case "row":
      throw new Error(`placeOf: [@${reference.column}] stands in no row`);
    case "total":
      return places.totals.all.get(`${reference.table}.${reference.column}`) ?? "0";
    case "column":
      return places.totals.columns.get(`${reference.table}.${reference.column}`) ?? "0";
    case "held":
      // Where nothing can be entered, nothing is.
      return places.totals.held.get(`${reference.line}[${reference.column}]`) ?? '""';
    case "returns":
      return places.returns.get(`${reference.which} ${reference.role}`) ?? "0";
    case "findings": {
      const { which, code, role } = reference;
      const label = places.templates.find((template) => template.role === role)?.roleLabel ?? null;
      const parts = places.findings.map((list) => {
        const those = [`(${list.codes}="${code}")`, label === null ? "1" : `(${list.roles}="${label}")`];
        return `SUMPRODUCT(${those.join("*")},${list[which]})`;
      });
      return parts.length === 0 ? "0" : parts.length === 1 ? parts.join("") : `(${parts.join("+")})`;
    }
  }
}
