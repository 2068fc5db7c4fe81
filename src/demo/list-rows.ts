import type { RawValue } from "../cells";
import type { Organisation } from "../register";
import { listsFrom, takenEntries, type Return } from "../return";
import { rowId, type Template } from "../template";

import type { Assignment, RoleScript } from "./script";

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
export function rowAssignments({ rows }: RoleScript, count: number): readonly Assignment[] {
  return [...rows].flatMap(([list, first]) =>
    Array.from({ length: count }, (_, at) =>
      first.map((one) => ({
        ...one,
        key: one.key.replace(`${list}.${rowId(1)}[`, `${list}.${rowId(at + 1)}[`),
      })),
    ).flat(),
  );
}
