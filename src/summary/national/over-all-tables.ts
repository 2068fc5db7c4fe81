import { references } from "../../formula";
import type { SummaryByColumn, SummaryByTable, SummaryReference } from "../../template";

import type { CountedOver } from "./counted-over";
import type { LeftOut } from "./rolled-up";

/** A table over all returns as it stands over all authorities, and the table of a summary that it is made of. */
export interface NationalByTable {
  readonly table: SummaryByTable;
  readonly of: SummaryByTable;
  /** Columns that say what all authorities would come to as one, beside those that are added up authority by authority. */
  readonly across: ReadonlySet<string>;
  readonly leftOut: readonly LeftOut[];
}

const WHY =
  "It is worked out from what is entered or found, which stands in no facts, or from what is left out.";

/** The same rows and columns over all authorities. `has`: whether the national workbook has what a formula refers to. */
export function nationalByTable(
  of: SummaryByTable,
  counted: CountedOver,
  has: (to: SummaryReference) => boolean,
): NationalByTable {
  const across = new Set<string>();
  const leftOut: LeftOut[] = [];
  const columns = of.columns.flatMap((column): SummaryByColumn[] => {
    const { source } = column;
    if (source.kind !== "formula") return [column];
    const expression = counted.over(source.expression);
    if (!references(expression).every((to) => to.kind === "row" || has(to))) {
      leftOut.push({
        label: column.group === null ? column.label : `${column.group}: ${column.label}`,
        why: WHY,
      });
      return [];
    }
    return [{ ...column, source: { kind: "formula", expression } }];
  });
  const beside = columns.flatMap((column): SummaryByColumn[] => {
    if (!column.apart) return [];
    const id = `${column.id} across`;
    across.add(id);
    return [{ ...column, id, label: column.apart.label, apart: null }];
  });
  const table = { ...of, columns: beside.reduce<readonly SummaryByColumn[]>(afterGroup, columns) };
  return { table, of, across, leftOut };
}

/** Behind the last column of its group. */
function afterGroup(
  columns: readonly SummaryByColumn[],
  column: SummaryByColumn,
): readonly SummaryByColumn[] {
  const at = columns.map(({ group }) => group).lastIndexOf(column.group) + 1;
  return [...columns.slice(0, at), column, ...columns.slice(at)];
}

/** What a reader of the table has to know of columns that are added up authority by authority. */
export function noteOn({ columns }: SummaryByTable): string | null {
  const notes = columns.flatMap(({ apart }) => (apart ? [apart.says] : []));
  return notes.length === 0 ? null : [...new Set(notes)].join(" ");
}
