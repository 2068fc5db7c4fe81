import type { RawValue } from "../../cells";
import { references } from "../../formula";
import type { SummaryColumn, SummaryTable } from "../../template";

import { isRate } from "../mean-rows";
import type { ReportedReturn } from "./reported-return";
import { workedOut } from "./return-row";

/** A column that no figure of an authority can be given for, and why. */
export interface LeftOut {
  readonly label: string;
  readonly why: string;
}

/** A table with the columns that roll up; what is left out is named. */
export interface RolledTable {
  readonly table: SummaryTable;
  readonly leftOut: readonly LeftOut[];
}

const WHY = {
  untotalled: "An authority's summary has no total of it either.",
  words: "Words, days, shares and rates of organisations do not add up.",
  some: "How many returns stand in this table is counted; which they are, each authority's summary says.",
  part: "It is a part of another figure, or another body's, so it is in no total.",
  entries: "It counts rows that are about other bodies, so it is in no total.",
  single: "It is worked out for each organisation and does not add up.",
  rated: "A grade is given to each organisation; an authority's own stands in its summary.",
  from: "It is worked out from a column that is left out.",
} as const;

/** What of a table can be told of authorities: sums over organisations, and what is worked out from such sums. */
export function rolledUp(table: SummaryTable): RolledTable {
  const why = new Map<string, string>();
  for (const column of table.columns) {
    const reason = table.mean ? reasonOfRates(column) : reasonOf(table, column);
    if (reason !== null) why.set(column.id, reason);
  }
  for (let before = -1; before !== why.size;) {
    before = why.size;
    for (const { id, source } of table.columns) {
      if (source.kind !== "formula" || why.has(id)) continue;
      const needs = references(source.expression);
      if (needs.some((to) => to.kind === "row" && why.has(to.column))) why.set(id, WHY.from);
    }
  }
  const columns = aloneInGroups(table.columns.filter(({ id }) => !why.has(id)));
  const leftOut = table.columns.flatMap(({ id, label, group }) => {
    const reason = why.get(id);
    return reason === undefined
      ? []
      : [{ label: group === null ? label : `${group}: ${label}`, why: reason }];
  });
  return { table: { ...table, columns }, leftOut };
}

function reasonOf(table: SummaryTable, column: SummaryColumn): string | null {
  if (table.totals) return ownReason(column);
  return table.only === null ? WHY.untotalled : WHY.some;
}

/** Rates have a mean; below others stands a total where they add up, and nothing otherwise. */
function reasonOfRates(column: SummaryColumn): string | null {
  if (isRate(column)) return null;
  return column.source.kind === "formula" ? WHY.untotalled : ownReason(column);
}

/** A group of which one column is left is a part of that column's head: over one column alone it would have no room. */
function aloneInGroups(columns: readonly SummaryColumn[]): readonly SummaryColumn[] {
  return columns.map((column) => {
    const { group, label } = column;
    if (group === null || columns.filter((other) => other.group === group).length > 1) return column;
    return { ...column, group: null, label: `${group}: ${label}` };
  });
}

function ownReason({ source, adds, type }: SummaryColumn): string | null {
  if (source.kind === "formula" || adds) return null;
  if (source.kind === "rated") return WHY.rated;
  if (source.kind === "entries") return WHY.entries;
  if (source.kind === "works_out") return WHY.single;
  return type.kind === "money" || type.kind === "count" ? WHY.part : WHY.words;
}

/** The sum of a column over the returns of an authority; null where none of them has a figure, which is not 0. */
export function figureOf(column: SummaryColumn, returns: readonly ReportedReturn[]): number | null {
  const figures = returns.map((one) => figureIn(column, one)).filter((value) => typeof value === "number");
  return figures.length === 0 ? null : figures.reduce((sum, value) => sum + value, 0);
}

function figureIn({ source }: SummaryColumn, one: ReportedReturn): RawValue {
  switch (source.kind) {
    case "value": {
      const fact = one.facts.get(source.key);
      return fact?.counts ? fact.value : null;
    }
    case "works_out":
      return workedOut(one, source.formula);
    case "entries":
    case "formula":
    case "rated":
      return null;
  }
}
