import { isCellError, type RawValue } from "../../cells";
import { evaluate, textOf, type Scalar } from "../../formula";
import {
  fieldKey,
  type Line,
  type SummaryByList,
  type SummaryByRow,
  type SummaryByTable,
  type SummaryExpression,
  type Template,
  type ValueBlock,
} from "../../template";

/** A return as far as rows of its lists are put to choices: what it is made from, and what counts under a key. */
export interface Entries {
  readonly template: Template;
  readonly entry: (key: string) => RawValue;
}

/** What a return has of one choice. */
export interface ChoiceFigures {
  /** By column that is worked out of each row. */
  readonly figures: ReadonlyMap<string, number>;
  /** Keys of the first of its rows. */
  readonly keys: readonly string[];
}

/** The rows of a return's list put to the choices of a table, and added up: by choice, those of none under the rest. */
export function choicesIn(
  { rows, columns }: Pick<SummaryByTable, "rows" | "columns">,
  list: SummaryByList,
  of: Entries,
): ReadonlyMap<string, ChoiceFigures> {
  const each = columns.flatMap(({ id, source }) =>
    source.kind === "each" ? [{ id, expression: source.expression }] : [],
  );
  return new Map(
    [...sorted(of, rows, list)].map(([choice, those]) => {
      const figures = each.map(
        ({ id, expression }) =>
          [id, those.reduce((sum, row) => sum + amountIn(expression, row, of.entry), 0)] as const,
      );
      const keys = [...(those[0]?.own.values() ?? [])];
      return [choice, { figures: new Map(figures), keys }] as const;
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
  of: Entries,
  rows: readonly SummaryByRow[],
  list: SummaryByList,
): ReadonlyMap<string, readonly PutRow[]> {
  const choices = new Map(rows.map(({ id, label }) => [wordOf(label), id]));
  const byName = list.through && rowsByName(of, list, list.through.name);
  const word = (row: RowKeys | null, column: string) => wordOf(row ? of.entry(row.get(column) ?? "") : null);
  const byChoice = new Map<string, PutRow[]>();
  for (const own of rowsIn(of, list.list)) {
    const named = (list.through && byName?.get(word(own, list.through.column))) ?? null;
    const choice = word(byName ? named : own, list.choice.column);
    const id = choices.get(choice) ?? list.rest.id;
    byChoice.set(id, [...(byChoice.get(id) ?? []), { own, named }]);
  }
  return byChoice;
}

/** The rows of another list by their names. */
function rowsByName(of: Entries, { choice }: SummaryByList, name: string): ReadonlyMap<string, RowKeys> {
  const byName = new Map<string, RowKeys>();
  for (const row of rowsIn(of, choice.list)) {
    const word = wordOf(of.entry(row.get(name) ?? ""));
    // Of two rows of one name, which is a finding, the first counts.
    if (word !== "" && !byName.has(word)) byName.set(word, row);
  }
  return byName;
}

function rowsIn(of: Entries, list: string): readonly RowKeys[] {
  const block = of.template.sheets
    .flatMap(({ blocks }) => blocks)
    .find((one): one is ValueBlock => one.kind === "list" && one.id === list);
  if (!block) return [];
  return block.lines.flatMap((line): RowKeys[] => (hasEntry(of, block, line) ? [keysOf(block, line)] : []));
}

function keysOf(block: ValueBlock, line: Line): RowKeys {
  return new Map(block.columns.map(({ id }) => [id, fieldKey(block, line.id, id)]));
}

function hasEntry({ template, entry }: Entries, block: ValueBlock, line: Line): boolean {
  return [...keysOf(block, line).values()].some(
    (key) => template.fields.get(key)?.source.kind === "entered" && entry(key) !== null,
  );
}

/** What a formula makes of a row; what comes to no number adds nothing, and a finding says why. */
function amountIn(expression: SummaryExpression, { own, named }: PutRow, entry: Entries["entry"]): number {
  const value: Scalar = evaluate(expression, (reference) => {
    const column = reference.kind === "row" || reference.kind === "total" ? reference.column : "";
    const key = (reference.kind === "row" ? own : named)?.get(column);
    return { rows: [[key === undefined ? null : entry(key)]] };
  });
  return typeof value === "number" ? value : 0;
}

/** A word as Excel compares it. */
function wordOf(value: RawValue): string {
  return value === null || isCellError(value) ? "" : textOf(value).trim().toLowerCase();
}
