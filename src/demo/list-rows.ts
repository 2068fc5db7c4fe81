import type { RawValue } from "../cells";
import type { Organisation } from "../register";
import { listsFrom, takenEntries, type Return } from "../return";
import { fieldKey, rowId, type Template } from "../template";

import type { Assignment, Fills } from "./script";

/** The rows of a return's lists, put in from what others sent. */
export interface TakenRows {
  /** Drawn longer where its own rows do not suffice. */
  readonly template: Template;
  readonly entries: ReadonlyMap<string, RawValue>;
}

/** Puts one row for each of these bodies into every list that takes its rows from other returns. */
export function takenRows(
  template: Template,
  others: readonly Template[],
  bodies: readonly Organisation[],
  found: (code: string, role: string) => Return | null,
): TakenRows {
  let rows: TakenRows = { template, entries: new Map() };
  for (const other of others) {
    if (listsFrom(template, other.role).length === 0) continue;
    const filing = bodies.filter(({ type }) => other.files.includes(type));
    const from = filing.map((organisation) => ({
      organisation,
      found: found(organisation.code, other.role),
    }));
    const taken = takenEntries(rows.template, other, from);
    rows = { template: taken.template, entries: new Map([...rows.entries, ...taken.entries]) };
  }
  return rows;
}

/** What is filled in beside what the rows take, in this many rows. */
export function rowAssignments({ taken }: Fills, count: number): readonly Assignment[] {
  return [...taken].flatMap(([list, first]) =>
    Array.from({ length: count }, (_, at): readonly Assignment[] => {
      const row = `${list}.${rowId(at + 1)}`;
      return first.map((one) => ({
        ...one,
        key: one.key.replace(`${list}.${rowId(1)}[`, `${row}[`),
        ...(one.names && { names: { ...one.names, row } }),
      }));
    }).flat(),
  );
}

/** The entries with the rows of each list close together: one that was left out leaves no gap. */
export function closedUp(
  template: Template,
  entries: ReadonlyMap<string, RawValue>,
): ReadonlyMap<string, RawValue> {
  const after = new Map(entries);
  for (const list of template.sheets.flatMap((sheet) => sheet.blocks)) {
    if (list.kind !== "list" || list.takes) continue;
    const keys = (line: string) => list.columns.map((column) => fieldKey(list, line, column.id));
    const lines = list.lines.map(({ id }) => id);
    const begun = lines.filter((line) => keys(line).some((key) => (entries.get(key) ?? null) !== null));
    lines.forEach((line, at) => {
      const from = begun[at];
      if (from === line) return;
      const values = from === undefined ? [] : keys(from).map((key) => entries.get(key) ?? null);
      keys(line).forEach((key, column) => {
        const value = values[column] ?? null;
        if (value === null) after.delete(key);
        else after.set(key, value);
      });
    });
  }
  return after;
}
