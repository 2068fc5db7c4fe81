import type { RawValue } from "../../cells";
import { evaluate, type Area } from "../../formula";
import type { SummaryByTable, SummarySheet, SummaryTable } from "../../template";

import { shownIn } from "../row-figures";
import { filledReturns, type Authority } from "./national";
import type { ReportedReturn } from "./reported-return";
import { rowShows, shownReturns } from "./return-row";
import { figureOf } from "./rolled-up";

/** Keys of a return of which a figure is made. */
export interface KeysOfReturn {
  readonly one: ReportedReturn;
  readonly keys: readonly string[];
}

/** The tables of an authority's own summary, as far as others are worked out from them. */
export class AuthorityTables {
  private readonly tables: ReadonlyMap<string, SummaryTable>;
  readonly by: ReadonlyMap<string, SummaryByTable>;

  constructor(
    sheets: readonly SummarySheet[],
    readonly authority: Authority,
  ) {
    const drawn = sheets.flatMap((sheet) => (sheet.kind === "tables" ? [sheet] : []));
    this.tables = new Map(drawn.flatMap(({ tables }) => tables.map((table) => [table.id, table] as const)));
    this.by = new Map(drawn.flatMap(({ by }) => by.map((table) => [table.id, table] as const)));
  }

  /** The returns of which a table over all of them is made, as far as they have something in them. */
  returnsOf({ list, columns }: SummaryByTable): readonly ReportedReturn[] {
    const roles = new Set(list?.roles);
    for (const { source } of columns)
      if (source.kind === "same" || source.kind === "totals") roles.add(this.tableOf(source.table).role);
    return [...roles].flatMap((role) => filledReturns(this.authority, role));
  }

  /** What a column of a table shows, return by return. */
  column(name: string, id: string): Area {
    const table = this.tableOf(name);
    return { rows: shownReturns(table, this.authority).map((one) => [rowShows(table, id, one)]) };
  }

  /** The total of a column; undefined where the table has no such column. */
  total(name: string, id: string): RawValue | undefined {
    const table = this.tableOf(name);
    if (!table.columns.some((column) => column.id === id)) return undefined;
    const returns = shownReturns(table, this.authority);
    return shownIn(table, id, (_, column) => figureOf(column, returns));
  }

  /** In how many rows of a table an answer stands in a column. */
  count(name: string, id: string, answer: string): number {
    const to = { kind: "column" as const, table: name, column: id };
    const args = [
      { kind: "reference" as const, to },
      { kind: "text" as const, value: answer },
    ];
    const value = evaluate({ kind: "call", name: "COUNTSAME", args }, () => this.column(name, id));
    return typeof value === "number" ? value : 0;
  }

  /** Which values of which returns stand in a column; of answers, where this one was given. */
  keysOf(name: string, id: string, answer: string | null): readonly KeysOfReturn[] {
    const table = this.tableOf(name);
    const source = table.columns.find((column) => column.id === id)?.source;
    if (source?.kind !== "value") return [];
    return shownReturns(table, this.authority)
      .filter((one) => answer === null || rowShows(table, id, one) === answer)
      .map((one) => ({ one, keys: [source.key] }));
  }

  private tableOf(id: string): SummaryTable {
    const table = this.tables.get(id);
    if (!table) throw new Error(`AuthorityTables: the summary has no table ${id}`);
    return table;
  }
}
