import { parts } from "../../formula";
import type { SummaryExpression, SummaryReference, SummaryTable, SummaryTemplate } from "../../template";

import { answerName, answersCounted } from "./answers-counted";
import { countedIn, countedTables, type Counted } from "./counted-tables";
import type { NationalTable } from "./national-table";

/**
 * What charts and figures of a summary count over single organisations, as in how many the uplift falls short, or the lowest of any. It is
 * worked out for each authority from its returns, in tables of their own below the one they are over, so that totals can be formulas.
 * How often an answer was given is taken from the table over all returns that counts each answer, where there is one.
 */
export class CountedOver {
  private readonly tables: ReadonlyMap<string, SummaryTable>;
  private readonly answers: ReturnType<typeof answersCounted>;
  /** By the table that they are over. */
  private readonly counted = new Map<string, Counted[]>();

  constructor({ sheets }: SummaryTemplate, expressions: readonly SummaryExpression[]) {
    const drawn = sheets.flatMap((sheet) => (sheet.kind === "tables" ? [sheet] : []));
    this.tables = new Map(drawn.flatMap(({ tables }) => tables.map((table) => [table.id, table] as const)));
    this.answers = answersCounted(drawn.flatMap(({ by }) => by));
    expressions.forEach((expression) => {
      this.collect(expression);
    });
  }

  /** The same formula over totals of the tables that are made here; what it can't put so stays as it is. */
  over(expression: SummaryExpression): SummaryExpression {
    const to = this.answerIn(expression) ?? this.countedIn(expression)?.to;
    if (to) return { kind: "reference", to };
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

  /** What is counted over the organisations of a table, as tables with a row for each authority; none where nothing is. */
  tablesOver(of: SummaryTable): readonly NationalTable[] {
    return countedTables(of, this.counted.get(of.id) ?? []);
  }

  /** The cells of tables over all returns that its formulas may refer to, as `table.column`. */
  get answerCells(): readonly string[] {
    return [...this.answers.values()].map(({ table, column }) => `${table}.${column}`);
  }

  private collect(expression: SummaryExpression): void {
    if (this.answerIn(expression)) return;
    const counted = this.countedIn(expression);
    if (counted) {
      const { of } = counted;
      this.counted.set(of.id, [...(this.counted.get(of.id) ?? []), counted]);
      return;
    }
    parts(expression).forEach((part) => {
      this.collect(part);
    });
  }

  private answerIn(expression: SummaryExpression): SummaryReference | undefined {
    if (expression.kind !== "call" || expression.name !== "COUNTSAME") return undefined;
    const [area, answer] = expression.args;
    return area?.kind === "reference" && area.to.kind === "column" && answer?.kind === "text"
      ? this.answers.get(answerName(area.to, answer.value))
      : undefined;
  }

  private countedIn(expression: SummaryExpression): Counted | null {
    return countedIn(expression, (table) => this.tables.get(table));
  }
}
