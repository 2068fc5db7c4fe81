import type { RawValue } from "../../cells";
import { evaluate, type Area } from "../../formula";
import type {
  SummaryByColumn,
  SummaryByRow,
  SummaryByTable,
  SummaryReference,
  SummarySheet,
} from "../../template";

import { choicesIn } from "../by/choices-in-return";
import { AuthorityTables, type KeysOfReturn } from "./authority-tables";
import { filledReturns, type Authority } from "./national";
import { reportedValue, type ReportedReturn } from "./reported-return";

/** What an authority's returns make of one row of a table over all returns, as its own summary shows it. */
export interface AuthorityRow {
  readonly row: SummaryByRow;
  readonly figures: ReadonlyMap<string, RawValue>;
  readonly made: readonly KeysOfReturn[];
}

/** A row with the figures that are taken of the returns, before others are worked out from them. */
interface TakenRow {
  readonly row: SummaryByRow;
  readonly figures: Map<string, RawValue>;
  readonly made: KeysOfReturn[];
}

/** Tables over all returns, worked out from the facts of one authority. */
export class AuthorityFigures {
  readonly authority: Authority;
  private readonly tables: AuthorityTables;
  private readonly taken = new Map<string, readonly TakenRow[]>();

  constructor(sheets: readonly SummarySheet[], authority: Authority) {
    this.authority = authority;
    this.tables = new AuthorityTables(sheets, authority);
  }

  /** Its rows in a table: of a list those that it has anything of, of others all. */
  rowsOf(table: SummaryByTable): readonly AuthorityRow[] {
    return this.takenIn(table).map(({ row, figures, made }) => {
      const shown = table.columns.flatMap((column) => {
        const value = this.figureIn(table, column, figures);
        return value === undefined ? [] : [[column.id, value] as const];
      });
      return { row, made, figures: new Map(shown) };
    });
  }

  returnsOf(table: SummaryByTable): readonly ReportedReturn[] {
    return this.tables.returnsOf(table);
  }

  private takenIn(table: SummaryByTable): readonly TakenRow[] {
    const known = this.taken.get(table.id);
    if (known) return known;
    const all = table.list ? [...table.rows, table.list.rest] : table.rows;
    const rows = all.map((row): TakenRow => ({ row, figures: new Map(), made: [] }));
    this.takeChoices(table, rows);
    for (const column of table.columns) for (const row of rows) this.takeTotals(column, row);
    const there = table.list ? rows.filter(({ made }) => made.length > 0) : rows;
    this.taken.set(table.id, there);
    return there;
  }

  private takeChoices(table: SummaryByTable, rows: readonly TakenRow[]): void {
    const { list } = table;
    if (!list) return;
    for (const one of list.roles.flatMap((role) => filledReturns(this.authority, role))) {
      const entry = (key: string) => reportedValue(one, key);
      const choices = choicesIn(table, list, { template: one.template, entry });
      for (const { row, figures, made } of rows) {
        const choice = choices.get(row.id);
        if (!choice) continue;
        made.push({ one, keys: choice.keys });
        const add = (id: string, figure: number) => {
          const before = figures.get(id);
          figures.set(id, (typeof before === "number" ? before : 0) + figure);
        };
        for (const { id, source } of table.columns) {
          if (source.kind === "each") add(id, choice.figures.get(id) ?? 0);
          if (source.kind === "organisations") add(id, (choice.figures.get(source.of) ?? 0) > 0 ? 1 : 0);
        }
      }
    }
  }

  private takeTotals({ id, source }: SummaryByColumn, { row, figures, made }: TakenRow): void {
    if (source.kind === "same") {
      figures.set(id, this.tables.count(source.table, source.column, row.label));
      made.push(...this.tables.keysOf(source.table, source.column, row.label));
    }
    if (source.kind === "totals") {
      const figure = this.tables.total(source.table, row.id);
      if (figure !== undefined) figures.set(id, figure);
      made.push(...this.tables.keysOf(source.table, row.id, null));
    }
  }

  /** What a column shows in a row of these figures; undefined where it shows nothing at all. */
  private figureIn(
    table: SummaryByTable,
    { id, source }: SummaryByColumn,
    row: ReadonlyMap<string, RawValue>,
  ): RawValue | undefined {
    if (source.kind !== "formula") return row.get(id);
    return evaluate(source.expression, (reference) => this.read(reference, table, row));
  }

  private read(reference: SummaryReference, table: SummaryByTable, row: ReadonlyMap<string, RawValue>): Area {
    const lone = (value: RawValue | undefined): Area => ({ rows: [[value ?? null]] });
    switch (reference.kind) {
      case "row":
        return lone(this.figureIn(table, columnIn(table, reference.column), row));
      case "total": {
        const by = this.tables.by.get(reference.table);
        if (by) return lone(this.totalOver(by, columnIn(by, reference.column)));
        return lone(this.tables.total(reference.table, reference.column));
      }
      case "column":
        return this.tables.column(reference.table, reference.column);
      default:
        // As in a summary's own table, which knows tables alone.
        return lone(0);
    }
  }

  /** What stands in the total row of a table over all returns. */
  private totalOver(table: SummaryByTable, column: SummaryByColumn): RawValue | undefined {
    const sum = (of: SummaryByColumn) =>
      this.takenIn(table).reduce((so, { figures }) => {
        const figure = this.figureIn(table, of, figures);
        return so + (typeof figure === "number" ? figure : 0);
      }, 0);
    if (column.adds) return sum(column);
    const totals = table.columns.filter(({ adds }) => adds).map((of) => [of.id, sum(of)] as const);
    return this.figureIn(table, column, new Map(totals));
  }
}

function columnIn({ id: table, columns }: SummaryByTable, id: string): SummaryByColumn {
  const column = columns.find((one) => one.id === id);
  if (!column) throw new Error(`AuthorityFigures: ${table} has no column ${id}`);
  return column;
}
