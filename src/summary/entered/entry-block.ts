/** The tables in which an authority enters something, and the lists of what has no place in them any more. */
export const BLOCKS = [
  "judgements",
  "judgements_gone",
  "own_spend",
  "held",
  "verdicts",
  "verdicts_gone",
] as const;
export type BlockId = (typeof BLOCKS)[number];

/** A table of a summary in which an authority enters something, as far as it takes to find it again in a workbook. */
export interface EntryBlock {
  readonly id: BlockId;
  /** Columns that are entered, in their order. */
  readonly entered: readonly string[];
  /** Those of them that confirm the row: while they stay as they are, it is about what it was about. */
  readonly confirms: readonly string[];
  /** Columns beside them that are read too. */
  readonly beside: readonly string[];
  /** The words over the columns, for where the hidden row of keys is gone. */
  readonly heads: ReadonlyMap<string, string>;
  /** Columns of days. */
  readonly days: ReadonlySet<string>;
  /** The key of a row by what stands in it; null where that does not tell. It moved with the entries, so it stands over the hidden key. */
  readonly keyOf: (text: (column: string) => string | null) => string | null;
}

/** What stands in the hidden cell where the keys of rows and columns meet. */
export function anchorOf({ id }: Pick<EntryBlock, "id">): string {
  return `#${id}`;
}

/** The hidden key of a row. */
export function rowKey({ id }: Pick<EntryBlock, "id">, key: string): string {
  return `${id}.${key}`;
}

/** The block whose row a hidden key names; null where the text is no such key. */
export function blockOfKey(text: string): BlockId | null {
  return BLOCKS.find((id) => text.startsWith(`${id}.`)) ?? null;
}
