import type {
  SummaryReference,
  SummarySheet,
  SummaryTable,
  SummaryTables,
  SummaryTemplate,
} from "../../template";

import type { CountedOver } from "./counted-over";
import type { NationalSheet } from "./figures-sheet";
import type { LeftOutRow } from "./left-out-sheet";
import { meanTables } from "./mean-tables";
import { ADDED_UP, type NationalTable } from "./national-table";
import { nationalByTable } from "./over-all-tables";
import { isShown } from "./return-row";
import { figureOf, rolledUp } from "./rolled-up";

/** What of a summary's sheets can be told of authorities, and what of them cannot. */
export interface NationalTables {
  readonly sheets: readonly NationalSheet[];
  readonly leftOut: readonly LeftOutRow[];
  /** Whether a total or a column that a formula names is there. */
  readonly has: (to: SummaryReference) => boolean;
}

/** The tables of each sheet, each with what is counted over its organisations below it; `returns`: which counts of returns there are. */
export function nationalTables(
  { sheets }: SummaryTemplate,
  counted: CountedOver,
  returns: ReadonlyMap<string, string>,
): NationalTables {
  const leftOut: LeftOutRow[] = [];
  const found = sheets.flatMap((sheet) => {
    if (sheet.kind === "tables") return [{ sheet, tables: tablesOf(sheet, counted, leftOut) }];
    leftOut.push({ sheet: sheet.name, table: "", column: "", why: SINGLE_BODIES });
    return [];
  });
  const known = new Set([
    ...found.flatMap(({ tables }) => tables.flatMap(({ table }) => namesIn(table))),
    ...byTables(sheets).flatMap(namesIn),
    ...counted.answerCells,
  ]);
  const has = (to: SummaryReference): boolean => {
    switch (to.kind) {
      case "total":
        return known.has(`${to.table}.${to.column}`);
      case "returns":
        return returns.has(`${to.which} ${to.role}`);
      case "held":
        // Nothing is entered here; formulas take it for a blank.
        return true;
      default:
        return false;
    }
  };
  const all = found.flatMap(({ sheet, tables }): NationalSheet[] => {
    const by = sheet.by.map((one) => nationalByTable(one, counted, has));
    for (const { table, of, leftOut: out } of by) {
      const kept = new Set(namesIn(table));
      for (const name of namesIn(of)) if (!kept.has(name)) known.delete(name);
      leftOut.push(
        ...out.map(({ label: column, why }) => ({ sheet: sheet.name, table: of.title, column, why })),
      );
    }
    if (sheet.held) leftOut.push({ sheet: sheet.name, table: sheet.held.title, column: "all", why: ENTERED });
    return tables.length + by.length === 0 ? [] : [{ sheet, tables, by }];
  });
  const order = sheets.map(({ name }) => name);
  leftOut.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet));
  return { sheets: all, leftOut, has };
}

const SINGLE_BODIES = "Rows about single bodies do not add up: see each authority's summary.";
const ENTERED = "Each authority enters it in its own summary; it stands in no facts.";

function byTables(sheets: readonly SummarySheet[]) {
  return sheets.flatMap((sheet) => (sheet.kind === "tables" ? sheet.by : []));
}

function namesIn({
  id,
  columns,
}: {
  readonly id: string;
  readonly columns: readonly { readonly id: string }[];
}) {
  return columns.map((column) => `${id}.${column.id}`);
}

function tablesOf(
  { name, tables }: SummaryTables,
  counted: CountedOver,
  leftOut: LeftOutRow[],
): readonly NationalTable[] {
  return tables.flatMap((one, at): readonly NationalTable[] => {
    const { table, leftOut: out } = rolledUp(one);
    const whole = table.columns.length === 0;
    const reasons = whole ? out.slice(0, 1).map(({ why }) => ({ label: "all", why })) : out;
    for (const { label: column, why } of reasons)
      leftOut.push({ sheet: name, table: one.title, column, why });
    const own = isList(one) ? listedFrom(tables, at) : whole ? [] : rolledTables(one, table);
    return [...own, ...counted.tablesOver(one)];
  });
}

function rolledTables(of: SummaryTable, table: SummaryTable): readonly NationalTable[] {
  const { mean } = of;
  return mean ? meanTables({ ...of, mean }, table) : [{ table, of, figureOf, foot: ADDED_UP }];
}

/** A table that only names some of the returns. */
function isList({ only, totals, mean }: SummaryTable): boolean {
  return only !== null && !totals && mean === null;
}

/** How many returns are in the lists that stand here one after the other; none where another was before. */
function listedFrom(tables: readonly SummaryTable[], at: number): readonly NationalTable[] {
  const [first] = tables.slice(at);
  const goesOn = (one: SummaryTable | undefined) =>
    one !== undefined && isList(one) && one.role === first?.role;
  if (!first || goesOn(tables[at - 1])) return [];
  const end = tables.findIndex((one, place) => place > at && !goesOn(one));
  return [countOf(first, tables.slice(at, end < 0 ? tables.length : end))];
}

/** Heads of such columns are whole titles. */
const LIST_WIDTH = 16;

function countOf(first: SummaryTable, lists: readonly SummaryTable[]): NationalTable {
  const byId = new Map(lists.map((list) => [list.id, list]));
  const table: SummaryTable = {
    ...first,
    id: `how many in ${first.id}`,
    title: lists.length === 1 ? `${first.title}: how many` : "How many organisations are listed",
    intro: "Each column is a list that the summary of each authority has; there the organisations are named.",
    columns: lists.map(({ id, title, only }) => ({
      ...{
        id,
        label: lists.length === 1 ? "Organisations" : title,
        group: null,
        width: LIST_WIDTH,
        adds: true,
      },
      type: { kind: "count", decimals: 0 },
      source: { kind: "works_out", formula: only ?? "=" },
    })),
    totals: true,
    only: null,
  };
  return {
    table,
    of: { ...table, columns: lists.flatMap(({ columns }) => columns) },
    figureOf: ({ id }, returns) => {
      const list = byId.get(id);
      if (!list) throw new Error(`countOf: there is no list ${id}`);
      return returns.filter((one) => isShown(list, one)).length;
    },
    foot: ADDED_UP,
  };
}
