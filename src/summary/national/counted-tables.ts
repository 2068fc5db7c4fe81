import { evaluate, writeFormula } from "../../formula";
import type { SummaryColumn, SummaryExpression, SummaryReference, SummaryTable } from "../../template";

import { isRate } from "../mean-rows";
import type { Join } from "../total-rows";
import { restsOnTable } from "./mean-tables";
import type { NationalTable } from "./national-table";
import type { ReportedReturn } from "./reported-return";
import { rowShows } from "./return-row";

type Call = Extract<SummaryExpression, { readonly kind: "call" }>;

/** What is counted over the organisations of a table, and the total in which it then stands. */
export interface Counted {
  readonly of: SummaryTable;
  readonly column: SummaryColumn;
  readonly call: Call;
  readonly to: Extract<SummaryReference, { readonly kind: "total" }>;
}

/** Tables of what is counted; a table holds what is put together alike. */
interface Kind {
  readonly id: string;
  readonly join: Join;
  readonly title: string;
  readonly intro: string;
}
const ONE_BY_ONE: Kind = {
  id: "one by one",
  join: "SUM",
  title: "its organisations, one by one",
  intro: "Counted or added up over single returns, not worked out from the authority's sums.",
};
const OF_ANY = "Of single returns: no authority's sum or mean.";
const LOWEST: Kind = { id: "lowest", join: "MIN", title: "the lowest of any organisation", intro: OF_ANY };
const HIGHEST: Kind = { id: "highest", join: "MAX", title: "the highest of any organisation", intro: OF_ANY };
const HOW_MANY: Kind = {
  id: "how many",
  join: "SUM",
  title: "how many returns have it",
  intro: "Returns that have the rate, whatever they weigh.",
};

/** What can be put together over authorities when it is worked out over the organisations of each; and how its column is called. */
const CAN: ReadonlyMap<
  string,
  { readonly kind: Kind; readonly label: (words: readonly string[]) => string }
> = new Map([
  ["COUNTSAME", { kind: ONE_BY_ONE, label: ([what = ""]: readonly string[]) => `returns with “${what}”` }],
  ["COUNT", { kind: ONE_BY_ONE, label: () => "returns with a figure" }],
  ["COUNTA", { kind: ONE_BY_ONE, label: () => "returns with an answer" }],
  ["SUM", { kind: ONE_BY_ONE, label: () => "return by return, added up" }],
  ["MIN", { kind: LOWEST, label: () => "lowest" }],
  ["MAX", { kind: HIGHEST, label: () => "highest" }],
]);

/** Heads of such columns say more than those of others. */
const WIDTH = 15;

/** What a formula counts over a column of a table; null where it does nothing of the kind. */
export function countedIn(
  expression: SummaryExpression,
  tableOf: (id: string) => SummaryTable | undefined,
): Counted | null {
  if (expression.kind !== "call" || !CAN.has(expression.name)) return null;
  const [area, ...others] = expression.args;
  if (area?.kind !== "reference" || area.to.kind !== "column") return null;
  if (others.some(({ kind }) => kind !== "text" && kind !== "number")) return null;
  const { table, column: id } = area.to;
  const of = tableOf(table);
  const column = of?.columns.find((one) => one.id === id);
  if (!of || !column) return null;
  const kind = kindOf(expression, of, column);
  const to = { kind: "total" as const, table: tableId(kind, of), column: columnId(kind, column, expression) };
  return { of, column, call: expression, to };
}

/** A table for each kind of what is counted; of rates, all of them are in it, each below its mean. */
export function countedTables(of: SummaryTable, counted: readonly Counted[]): readonly NationalTable[] {
  return [ONE_BY_ONE, HOW_MANY, LOWEST, HIGHEST].flatMap((kind): NationalTable[] => {
    const those = counted.filter(({ call, column }) => kindOf(call, of, column) === kind);
    const [first] = those;
    const id = tableId(kind, of);
    // What means of returns alike rest on is how many they are, and stands there already.
    if (!first || id === restsOnTable(of.id)) return [];
    const whole = kind !== ONE_BY_ONE && of.mean !== null;
    const columns = whole
      ? of.columns.filter(isRate).map((column) => ({ column, call: callOver(first.call, of, column) }))
      : those;
    const calls = new Map(
      columns.map(({ column, call }) => [columnId(kind, column, call), { column, call }]),
    );
    const table: SummaryTable = {
      ...of,
      id,
      title: `${of.title}: ${kind.title}`,
      intro: kind.intro,
      columns: [...calls].map(([name, { column, call }]) => columnFor(name, column, call, whole)),
      totals: true,
      states: null,
      mean: null,
    };
    const figureOf: NationalTable["figureOf"] = ({ id: name }, returns) => {
      const call = calls.get(name)?.call;
      if (!call) throw new Error(`countedTables: ${name} is not counted`);
      return figureOver(call, of, returns);
    };
    return [{ table, of, figureOf, foot: { kind: "joined", by: kind.join } }];
  });
}

function kindOf({ name }: Call, { mean }: SummaryTable, column: SummaryColumn): Kind {
  const kind = CAN.get(name)?.kind ?? ONE_BY_ONE;
  return name === "COUNT" && mean && isRate(column) ? HOW_MANY : kind;
}

function tableId(kind: Kind, { id, mean }: SummaryTable): string {
  return kind === HOW_MANY && mean?.weight === null ? restsOnTable(id) : `${kind.id} ${id}`;
}

function columnId(kind: Kind, { id }: SummaryColumn, call: Call): string {
  return kind === ONE_BY_ONE ? writeFormula(call, nameOf) : id;
}

function nameOf(reference: SummaryReference): string {
  if (reference.kind !== "column") throw new Error("nameOf: only whole columns are counted over");
  return `${reference.table}[${reference.column}]`;
}

function callOver(call: Call, { id: table }: SummaryTable, { id: column }: SummaryColumn): Call {
  return { ...call, args: [{ kind: "reference", to: { kind: "column", table, column } }] };
}

/** `below`: whether it stands below the column that it is over, which says the rest. */
function columnFor(id: string, column: SummaryColumn, call: Call, below: boolean): SummaryColumn {
  const words = call.args.flatMap((one) =>
    one.kind === "text" || one.kind === "number" ? [String(one.value)] : [],
  );
  const { group, label } = column;
  const own = CAN.get(call.name)?.kind !== ONE_BY_ONE || call.name === "SUM";
  const start = `${group === null ? "" : `${group}, `}${label}`;
  return {
    id,
    ...(below
      ? { label, group, width: column.width }
      : { label: `${start}: ${CAN.get(call.name)?.label(words) ?? ""}`, group: null, width: WIDTH }),
    type: own ? column.type : { kind: "count", decimals: 0 },
    source: { kind: "works_out", formula: `=${writeFormula(call, nameOf)}` },
    adds: true,
  };
}

/** A call over the rows that these returns have in a table; null where there are none, or no figure to choose from. */
function figureOver(call: Call, table: SummaryTable, returns: readonly ReportedReturn[]): number | null {
  if (returns.length === 0) return null;
  let figures = 0;
  const result = evaluate<SummaryReference>(call, (reference) => {
    if (reference.kind !== "column") throw new Error("figureOver: only whole columns are counted over");
    const rows = returns.map((one) => [rowShows(table, reference.column, one)]);
    figures += rows.filter(([value]) => typeof value === "number").length;
    return { rows };
  });
  const chosen = CAN.get(call.name)?.kind;
  if ((chosen === LOWEST || chosen === HIGHEST) && figures === 0) return null;
  return typeof result === "number" ? result : null;
}
