import type { Template } from "../template";

import { isFilled, rowsOfRole, type Collection, type SummaryRow } from "./collection";
import { listedRows, takingLists, type ListedRow, type TakingList } from "./listed-rows";

/** An organisation whose return goes into a list of others' returns, and the rows that list it. */
export interface Listing {
  readonly row: SummaryRow;
  /** The return that has the list, and the list. */
  readonly lister: Template;
  readonly list: TakingList;
  readonly at: readonly ListedRow[];
}

/** Who is listed where, over the returns with something in them that count; none while no return with such a list has come. */
export function listings(collection: Collection): readonly Listing[] {
  const rows = listedRows(collection);
  return collection.templates.flatMap((lister) => {
    if (!rowsOfRole(collection, lister.role).some(isFilled)) return [];
    // A list that has to be whole is held against the register instead.
    const lists = takingLists(lister).filter(({ takes }) => !takes.whole);
    return lists.flatMap((list) => {
      const byCode = new Map<string, ListedRow[]>();
      for (const one of rows) {
        if (one.code === null || one.list.id !== list.id || one.by.template !== lister) continue;
        byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
      }
      return rowsOfRole(collection, list.takes.role).map((row): Listing => {
        return { row, lister, list, at: byCode.get(row.organisation.code) ?? [] };
      });
    });
  });
}

/** Organisations that no list names and that sent no return in which that could be said. */
export function unlisted(collection: Collection): readonly Listing[] {
  return listings(collection).filter(({ row, at }) => at.length === 0 && row.counted === null);
}
