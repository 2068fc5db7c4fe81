import { isCellError, type RawValue } from "../../cells";
import type { SummaryColumn, SummaryTable } from "../../template";

import { isFigureColumn } from "../columns";
import { shownIn, type TakenSource } from "../row-figures";
import { expressionIn, workedOutFrom } from "../worked-out";
import { filledReturns, type Authority } from "./national";
import { reportedValue, type ReportedReturn } from "./reported-return";

/** The returns of an authority that have a row in a table of its summary. */
export function shownReturns(
  table: Pick<SummaryTable, "role" | "only">,
  authority: Authority,
): readonly ReportedReturn[] {
  return filledReturns(authority, table.role).filter((one) => isShown(table, one));
}

/** Whether a table of a summary has a row for this return, which has something in it. */
export function isShown({ only }: Pick<SummaryTable, "only">, one: ReportedReturn): boolean {
  return only === null || workedOut(one, only) === true;
}

/** What a summary's row of this return shows in a column: what is no number is no figure there. */
export function rowShows(table: SummaryTable, id: string, one: ReportedReturn): RawValue {
  return shownIn(table, id, (source, column) => taken(source, column, one));
}

/** What a formula makes of what counts in a return. */
export function workedOut(one: ReportedReturn, formula: string): RawValue {
  return workedOutFrom(expressionIn(one, formula), (key) => reportedValue(one, key));
}

function taken(source: TakenSource, column: SummaryColumn, one: ReportedReturn): RawValue {
  const value = takenOf(source, one);
  if (isCellError(value)) return null;
  return isFigureColumn(column) && typeof value !== "number" ? null : value;
}

function takenOf(source: TakenSource, one: ReportedReturn): RawValue {
  switch (source.kind) {
    case "value":
      return reportedValue(one, source.key);
    case "works_out":
      return workedOut(one, source.formula);
    case "entries":
      return [...one.template.fields.values()].filter(
        ({ key, block, column }) =>
          block === source.list && column === source.column && reportedValue(one, key) !== null,
      ).length;
  }
}
