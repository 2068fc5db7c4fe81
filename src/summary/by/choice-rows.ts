import { isCellError, type RawValue } from "../../cells";
import { evaluate, textOf, type Scalar } from "../../formula";
import { countedValue, type Return } from "../../return";
import {
  fieldKey,
  type Line,
  type SummaryByList,
  type SummaryByRow,
  type SummaryByTable,
  type SummaryExpression,
  type ValueBlock,
} from "../../template";

import { isFilled, type Collection, type FilledRow } from "../collection";

/** What one return has of one choice: the rows of its list put together, and where the first of them stands. */
export interface ChoiceRow {
  readonly of: FilledRow;
  readonly choice: SummaryByRow;
  /** By column that is worked out of each row. */
  readonly figures: ReadonlyMap<string, number>;
  /** Keys of the first of those rows. */
  readonly keys: readonly string[];
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

function sortedOut(
  { rows, columns }: SummaryByTable,
  list: SummaryByList,
  collection: Collection,
): readonly ChoiceRow[] {
  const each = columns.flatMap(({ id, source }) =>
    source.kind === "each" ? [{ id, expression: source.expression }] : [],
  );
  const found = collection.rows
    .filter(isFilled)
    .filter(({ template }) => list.roles.includes(template.role))
    .map((of) => ({ of, ofChoice: sorted(of.counted.reading.found, rows, list) }));
  return [...rows, list.rest].flatMap((choice) =>
    found.flatMap(({ of, ofChoice }): ChoiceRow[] => {
      const those = ofChoice.get(choice.id) ?? [];
      const [first] = those;
      if (!first) return [];
      const figures = new Map(
        each.map(({ id, expression }) => [
          id,
          those.reduce((sum, row) => sum + amountIn(expression, row, of.counted.reading.found), 0),
        ]),
      );
      return [{ of, choice, figures, keys: [...first.own.values()] }];
    }),
  );
}

/** The keys of a list's row by column. */
type RowKeys = ReadonlyMap<string, string>;

/** A row of the list, and the row of another list that it names. */
interface PutRow {
  readonly own: RowKeys;
  readonly named: RowKeys | null;
}

/** The rows of a return's list in which something is entered, by the choice that they are put to. */
function sorted(
  found: Return,
  rows: readonly SummaryByRow[],
  list: SummaryByList,
): ReadonlyMap<string, readonly PutRow[]> {
  const choices = new Map(rows.map(({ id, label }) => [wordOf(label), id]));
  const byName = list.through && rowsByName(found, list, list.through.name);
  const word = (row: RowKeys | null, column: string) =>
    wordOf(row ? countedValue(found, row.get(column) ?? "") : null);
  const byChoice = new Map<string, PutRow[]>();
  for (const own of rowsIn(found, list.list)) {
    const named = (list.through && byName?.get(word(own, list.through.column))) ?? null;
    const choice = word(byName ? named : own, list.choice.column);
    const id = choices.get(choice) ?? list.rest.id;
    byChoice.set(id, [...(byChoice.get(id) ?? []), { own, named }]);
  }
  return byChoice;
}

/** The rows of another list by their names. */
function rowsByName(found: Return, { choice }: SummaryByList, name: string): ReadonlyMap<string, RowKeys> {
  const byName = new Map<string, RowKeys>();
  for (const row of rowsIn(found, choice.list)) {
    const word = wordOf(countedValue(found, row.get(name) ?? ""));
    // Of two rows of one name, which is a finding, the first counts.
    if (word !== "" && !byName.has(word)) byName.set(word, row);
  }
  return byName;
}

function rowsIn(found: Return, list: string): readonly RowKeys[] {
  const block = found.template.sheets
    .flatMap(({ blocks }) => blocks)
    .find((one): one is ValueBlock => one.kind === "list" && one.id === list);
  if (!block) return [];
  return block.lines.flatMap((line): RowKeys[] =>
    hasEntry(found, block, line) ? [keysOf(block, line)] : [],
  );
}

function keysOf(block: ValueBlock, line: Line): RowKeys {
  return new Map(block.columns.map(({ id }) => [id, fieldKey(block, line.id, id)]));
}

function hasEntry(found: Return, block: ValueBlock, line: Line): boolean {
  return [...keysOf(block, line).values()].some(
    (key) => found.template.fields.get(key)?.source.kind === "entered" && countedValue(found, key) !== null,
  );
}

/** What a formula makes of a row; what comes to no number adds nothing, and a finding says why. */
function amountIn(expression: SummaryExpression, { own, named }: PutRow, found: Return): number {
  const value: Scalar = evaluate(expression, (reference) => {
    const column = reference.kind === "row" || reference.kind === "total" ? reference.column : "";
    const key = (reference.kind === "row" ? own : named)?.get(column);
    return { rows: [[key === undefined ? null : countedValue(found, key)]] };
  });
  return typeof value === "number" ? value : 0;
}

/** A word as Excel compares it. */
function wordOf(value: RawValue): string {
  return value === null || isCellError(value) ? "" : textOf(value).trim().toLowerCase();
}
