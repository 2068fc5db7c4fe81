import { evaluate } from "../../formula";
import type { SummaryColumn, SummaryMean, SummaryTable } from "../../template";

import { ALIKE, WEIGHTED, type MeanRule } from "../mean";
import { isRate } from "../mean-rows";
import { ADDED_UP, type FigureOf, type NationalTable } from "./national-table";
import type { ReportedReturn } from "./reported-return";
import { rowShows } from "./return-row";
import { figureOf } from "./rolled-up";

type TableOfRates = SummaryTable & { readonly mean: SummaryMean };

/** The table in which stands what the means of another rest on. */
export function restsOnTable(table: string): string {
  return `rests on ${table}`;
}

/**
 * Rates: the mean of each authority over its returns, as its own summary has it, and below it what each of these means rests on; so the
 * mean of all organisations is made of cells that are there, and is no mean of means. `rolled`: the columns that can be told of authorities.
 */
export function meanTables(of: TableOfRates, rolled: SummaryTable): readonly [NationalTable, NationalTable] {
  const { mean } = of;
  const rates = rolled.columns.filter(isRate);
  // Rates stand first, so that what stands below them has its columns in the same places.
  const table = { ...rolled, columns: [...rates, ...rolled.columns.filter((column) => !isRate(column))] };
  const { mean: rule, restsOn } = mean.weight === null ? ALIKE : WEIGHTED;
  const meanOf: FigureOf = (column, returns) =>
    isRate(column) ? over(rule, of, column, returns) : figureOf(column, returns);
  const weight = of.columns.find(({ id }) => id === mean.weight);
  const type = weight?.type ?? { kind: "count" as const, decimals: 0 };
  const what = weight
    ? `“${weight.label}” of the returns that have the rate, added up`
    : "how many returns have the rate";
  const rests: SummaryTable = {
    ...of,
    id: restsOnTable(of.id),
    title: `${of.title}: what each mean rests on`,
    intro: `What the means above rest on: ${what}. The mean of all organisations weights that of each authority by it.`,
    columns: rates.map((column) => ({
      ...column,
      type,
      adds: true,
      source: { kind: "works_out", formula: `=${what}` },
    })),
    mean: null,
  };
  return [
    { table, of, figureOf: meanOf, foot: { kind: "mean", mean, restsOn: rests.id } },
    { table: rests, of, figureOf: (column, returns) => over(restsOn, of, column, returns), foot: ADDED_UP },
  ];
}

/** A part of the rule of the mean, over what the rows of these returns show; null where it comes to no number. */
function over(
  part: MeanRule["mean"],
  of: TableOfRates,
  { id }: SummaryColumn,
  returns: readonly ReportedReturn[],
): number | null {
  const shown = (column: string) => ({ rows: returns.map((one) => [rowShows(of, column, one)]) });
  const value = evaluate(part, (to) => shown(to === "rates" ? id : (of.mean.weight ?? id)));
  return typeof value === "number" ? value : null;
}
