import type { RawValue } from "../../../src/cells";
import { commissionerEntries } from "../../support/commissioner-return";
import { providerEntries } from "../../support/provider-return";
import { FIGURES } from "../two-roles";

/** What was entered in returns, to be counted and added up without anything of the program. */
export type Sent = readonly { readonly code: string; readonly entries: ReadonlyMap<string, RawValue> }[];
export type ListRow = ReadonlyMap<string, RawValue>;
type Changes = Readonly<Record<string, RawValue>>;

/** A change of null takes an entry out. */
function without(entries: ReadonlyMap<string, RawValue>, changes: Changes): ReadonlyMap<string, RawValue> {
  const changed = new Map([...entries, ...Object.entries(changes)]);
  return new Map([...changed].filter(([, value]) => value !== null));
}

export const providerSent = (code: string, changes: Changes) => ({
  code,
  entries: without(providerEntries(FIGURES[code]!), changes),
});
export const commissionerSent = (code: string, changes: Changes) => ({
  code,
  entries: without(commissionerEntries(), changes),
});

/** The figure under a key; what is not there counts as nothing. */
export const figure = (entries: ReadonlyMap<string, RawValue>, key: string): number => {
  const value = entries.get(key) ?? 0;
  return typeof value === "number" ? value : 0;
};

/** A key's figures, or several keys', over all returns. */
export const sum = (sent: Sent, ...keys: readonly string[]): number =>
  sent.reduce((all, { entries }) => all + keys.reduce((so, key) => so + figure(entries, key), 0), 0);

/** The rows of a list in all returns, those that have something in this column. */
export function rows(sent: Sent, list: string, named: string): readonly ListRow[] {
  return sent.flatMap(({ entries }) => {
    const byRow = new Map<string, Map<string, RawValue>>();
    for (const [key, value] of entries) {
      const [, of, row = "", column = ""] = /^([a-z]+)\.(r\d+)\[([a-z0-9_]+)\]$/.exec(key) ?? [];
      if (of !== list) continue;
      byRow.set(row, (byRow.get(row) ?? new Map<string, RawValue>()).set(column, value));
    }
    return [...byRow.values()].filter((row) => row.has(named));
  });
}

export const count = (list: readonly ListRow[], test: (row: ListRow) => boolean): number =>
  list.filter(test).length;

/** Columns of rows, added up. */
export const total = (list: readonly ListRow[], ...columns: readonly string[]): number =>
  list.reduce((all, row) => all + columns.reduce((so, column) => so + figure(row, column), 0), 0);

/** How many returns hold this under a key. */
export const having = (sent: Sent, key: string, value: RawValue): number =>
  sent.filter(({ entries }) => entries.get(key) === value).length;
