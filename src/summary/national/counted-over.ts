import { isCellError, type RawValue } from "../../cells";
import { evaluate, parts, writeFormula } from "../../formula";
import type {
  SummaryColumn,
  SummaryExpression,
  SummaryReference,
  SummaryTable,
  SummaryTemplate,
} from "../../template";

import { isFigureColumn } from "../columns";
import { shownIn, type TakenSource } from "../row-figures";
import { reportedValue, type ReportedReturn } from "./reported-return";
import type { FigureOf, NationalTable } from "./rolled-up";
import { expressionIn, workedOutFrom } from "../worked-out";

type Call = Extract<SummaryExpression, { readonly kind: "call" }>;

/** What adds up over authorities when it is worked out over the organisations of each; and how its column is called. */
const ADDS: ReadonlyMap<string, (words: readonly string[]) => string> = new Map([
  ["COUNTSAME", ([what = ""]: readonly string[]) => `returns with “${what}”`],
  ["COUNT", () => "returns with a figure"],
  ["COUNTA", () => "returns with an answer"],
  ["SUM", () => "return by return, added up"],
]);

/**
 * Counts and sums over single organisations that charts and figures of a summary name, as in how many the uplift falls short. They are
 * worked out for each authority from its returns, in a table of their own below the one they are over, so that totals can be formulas.
 */
export class CountedOver {
  private readonly tables: ReadonlyMap<string, SummaryTable>;
  /** By the table that they are over. */
  private readonly calls = new Map<string, Map<string, Call>>();

  constructor(summary: SummaryTemplate, expressions: readonly SummaryExpression[]) {
    this.tables = new Map(
      summary.sheets.flatMap((sheet) =>
        sheet.kind === "tables" ? sheet.tables.map((table) => [table.id, table] as const) : [],
      ),
    );
    expressions.forEach((expression) => {
      this.collect(expression);
    });
  }

  /** The same formula over totals of the tables that are made here; what it can't put so stays as it is. */
  over(expression: SummaryExpression): SummaryExpression {
    const call = this.counted(expression);
    if (call)
      return { kind: "reference", to: { kind: "total", table: tableId(call.table), column: call.text } };
    switch (expression.kind) {
      case "negate":
      case "percent":
        return { kind: expression.kind, of: this.over(expression.of) };
      case "binary":
        return { ...expression, left: this.over(expression.left), right: this.over(expression.right) };
      case "call":
        return { ...expression, args: expression.args.map((arg) => this.over(arg)) };
      default:
        return expression;
    }
  }

  /** What is counted over the organisations of a table, as a table with a row for each authority; none where nothing is. */
  tableOver(of: SummaryTable): readonly NationalTable[] {
    const calls = this.calls.get(of.id);
    if (!calls) return [];
    const columns = [...calls].map(([text, call]) => columnFor(of, text, call));
    const table: SummaryTable = {
      ...of,
      id: tableId(of.id),
      title: `${of.title}: its organisations, one by one`,
      intro: "Counted or added up over single returns, not worked out from the authority's sums.",
      columns,
      mean: null,
      states: null,
    };
    const figureOf: FigureOf = ({ id }, returns) => {
      const call = calls.get(id);
      if (!call) throw new Error(`tableOver: ${id} is not counted`);
      return figureOver(call, of, returns);
    };
    return [{ table, of, figureOf }];
  }

  private collect(expression: SummaryExpression): void {
    const call = this.counted(expression);
    if (!call) {
      parts(expression).forEach((part) => {
        this.collect(part);
      });
      return;
    }
    const calls = this.calls.get(call.table) ?? new Map<string, Call>();
    this.calls.set(call.table, calls.set(call.text, call.call));
  }

  private counted(expression: SummaryExpression) {
    if (expression.kind !== "call" || !ADDS.has(expression.name)) return null;
    const [area, ...others] = expression.args;
    if (area?.kind !== "reference" || area.to.kind !== "column") return null;
    if (others.some(({ kind }) => kind !== "text" && kind !== "number")) return null;
    const table = this.tables.get(area.to.table);
    if (!table || table.only !== null) return null;
    return { table: table.id, call: expression, text: writeFormula<SummaryReference>(expression, nameOf) };
  }
}

/** Heads of such columns say more than those of others. */
const WIDTH = 15;

function tableId(table: string): string {
  return `one by one ${table}`;
}

function nameOf(reference: SummaryReference): string {
  if (reference.kind !== "column") throw new Error("nameOf: only whole columns are counted over");
  return `${reference.table}[${reference.column}]`;
}

function columnFor(of: SummaryTable, text: string, { name, args }: Call): SummaryColumn {
  const [area, ...others] = args;
  const id = area?.kind === "reference" && area.to.kind === "column" ? area.to.column : "";
  const column = of.columns.find((one) => one.id === id);
  if (!column) throw new Error(`columnFor: ${of.id} has no column ${id}`);
  const words = others.flatMap((one) =>
    one.kind === "text" || one.kind === "number" ? [String(one.value)] : [],
  );
  return {
    id: text,
    label: `${column.group === null ? "" : `${column.group}, `}${column.label}: ${ADDS.get(name)?.(words) ?? name}`,
    group: null,
    width: WIDTH,
    type: name === "SUM" ? column.type : { kind: "count", decimals: 0 },
    source: { kind: "works_out", formula: `=${text}` },
    adds: true,
  };
}

/** A count over the rows that these returns have in a table; null where there are none. */
function figureOver(call: Call, table: SummaryTable, returns: readonly ReportedReturn[]): number | null {
  if (returns.length === 0) return null;
  const result = evaluate<SummaryReference>(call, (reference) => {
    if (reference.kind !== "column") throw new Error("figureOver: only whole columns are counted over");
    return {
      rows: returns.map((one) => [
        shownIn(table, reference.column, (source, column) => taken(source, column, one)),
      ]),
    };
  });
  return typeof result === "number" ? result : null;
}

/** What a summary's row of this return shows: what is no number is no figure there. */
function taken(source: TakenSource, column: SummaryColumn, one: ReportedReturn): RawValue {
  const value = takenOf(source, one);
  if (isCellError(value)) return null;
  return isFigureColumn(column) && typeof value !== "number" ? null : value;
}

function takenOf(source: TakenSource, one: ReportedReturn): RawValue {
  switch (source.kind) {
    case "value":
      return reportedValue(one, source.key);
    case "works_out":
      return workedOutFrom(expressionIn(one, source.formula), (key) => reportedValue(one, key));
    case "entries":
      return [...one.template.fields.values()].filter(
        ({ key, block, column }) =>
          block === source.list && column === source.column && reportedValue(one, key) !== null,
      ).length;
  }
}
