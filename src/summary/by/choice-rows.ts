import { countedValue } from "../../return";
import type { SummaryByList, SummaryByRow, SummaryByTable } from "../../template";

import { isFilled, type Collection, type FilledRow } from "../collection";
import { choicesIn, type ChoiceFigures } from "./choices-in-return";

/** What one return has of one choice: the rows of its list put together. */
export interface ChoiceRow extends ChoiceFigures {
  readonly of: FilledRow;
  readonly choice: SummaryByRow;
}

/** A table and the charts of it ask for the same rows. */
const known = new WeakMap<Collection, Map<SummaryByTable, readonly ChoiceRow[]>>();

/** Every return in which a row of the list is of a choice, choice by choice; last the rows that are of none. */
export function choiceRows(
  table: SummaryByTable,
  list: SummaryByList,
  collection: Collection,
): readonly ChoiceRow[] {
  const ofCollection = known.get(collection) ?? new Map<SummaryByTable, readonly ChoiceRow[]>();
  known.set(collection, ofCollection);
  const rows = ofCollection.get(table) ?? sortedOut(table, list, collection);
  ofCollection.set(table, rows);
  return rows;
}

function sortedOut(table: SummaryByTable, list: SummaryByList, collection: Collection): readonly ChoiceRow[] {
  const found = collection.rows
    .filter(isFilled)
    .filter(({ template }) => list.roles.includes(template.role))
    .map((of) => {
      const { found } = of.counted.reading;
      const entry = (key: string) => countedValue(found, key);
      return { of, choices: choicesIn(table, list, { template: found.template, entry }) };
    });
  return [...table.rows, list.rest].flatMap((choice) =>
    found.flatMap(({ of, choices }): ChoiceRow[] => {
      const figures = choices.get(choice.id);
      return figures ? [{ of, choice, ...figures }] : [];
    }),
  );
}
