import { fieldKey, type Column, type Field, type Line, type Template, type ValueBlock } from "../template";

import { answerWords, wantedIn } from "./field-words";

/** What can be said of a column for all its lines. */
export interface ColumnFacts {
  readonly column: Column;
  /** What is usually wanted in it; null where nothing is entered. */
  readonly usual: Wanted | null;
  readonly help: string | null;
  readonly serves: readonly string[];
  /** How its values come about where none is entered. */
  readonly source: "entered" | "calculated" | "constant" | "closed" | "shown";
}

/** What is wanted of an entry, in words. */
export interface Wanted {
  readonly wanted: string;
  readonly answer: string;
}

/** What can be said of a line beside its columns. */
export interface LineFacts {
  readonly line: Line;
  /** Its fields by their columns; a line of explanations has none where the workbook itself writes. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly serves: readonly string[];
}

export function lineFacts(block: ValueBlock, { fields }: Template): readonly LineFacts[] {
  return block.lines.map((line) => {
    const own = new Map(
      block.columns.flatMap(({ id }) => {
        const field = fields.get(fieldKey(block, line.id, id));
        return field ? [[id, field] as const] : [];
      }),
    );
    return { line, fields: own, serves: inAll([...own.values()].filter(isOpen).map(({ serves }) => serves)) };
  });
}

export function columnFacts(block: ValueBlock, lines: readonly LineFacts[]): readonly ColumnFacts[] {
  return block.columns.map((column) => {
    const own = lines.flatMap(({ line, fields, serves }) => {
      const field = fields.get(column.id);
      return field ? [{ line, field, beside: field.serves.filter((id) => !serves.includes(id)) }] : [];
    });
    const entered = own.filter(({ field }) => field.source.kind === "entered");
    const helps = new Set(
      own.flatMap(({ field, line }) => (field.help === null || field.help === line.help ? [] : [field.help])),
    );
    const [only] = helps;
    return {
      column,
      usual: mostCommon(entered.map(({ field }) => wantedOf(field))),
      help: helps.size === 1 ? (only ?? null) : null,
      serves: [...new Set(own.flatMap(({ beside }) => beside))],
      source: sourceOf(own.map(({ field }) => field)),
    };
  });
}

export function wantedOf(field: Field): Wanted {
  return { wanted: wantedIn(field), answer: answerWords(field) };
}

/** Entries of a line that want something else than is usual in their columns, those that want the same together. */
export function oddities(
  { fields }: LineFacts,
  columns: readonly ColumnFacts[],
): readonly { readonly columns: readonly Column[]; readonly all: boolean; readonly wanted: Wanted }[] {
  const odd = new Map<string, { readonly wanted: Wanted; readonly columns: Column[] }>();
  let entered = 0;
  for (const { column, usual } of columns) {
    const field = fields.get(column.id);
    if (field?.source.kind !== "entered") continue;
    entered += 1;
    const wanted = wantedOf(field);
    const name = JSON.stringify(wanted);
    if (name === JSON.stringify(usual)) continue;
    const known = odd.get(name) ?? { wanted, columns: [] };
    known.columns.push(column);
    odd.set(name, known);
  }
  return [...odd.values()].map((one) => ({ ...one, all: one.columns.length === entered }));
}

function isOpen({ source }: Field): boolean {
  return source.kind !== "closed";
}

function sourceOf(fields: readonly Field[]): ColumnFacts["source"] {
  const kinds = fields.map(({ source }) => source.kind);
  for (const kind of ["entered", "calculated", "constant", "closed"] as const)
    if (kinds.includes(kind)) return kind;
  return "shown";
}

/** What all of these have in common. */
function inAll(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  return first.filter((one) => others.every((list) => list.includes(one)));
}

function mostCommon(all: readonly Wanted[]): Wanted | null {
  const counted = new Map<string, { readonly wanted: Wanted; count: number }>();
  for (const wanted of all) {
    const name = JSON.stringify(wanted);
    const known = counted.get(name) ?? { wanted, count: 0 };
    known.count += 1;
    counted.set(name, known);
  }
  const [best] = [...counted.values()].sort((a, b) => b.count - a.count);
  return best?.wanted ?? null;
}
