import { evaluate } from "../../formula";
import type { SummaryColumn, SummaryExpression, SummaryTable, SummaryTemplate } from "../../template";

/** The sum of a role's returns under a key; null where it can't be told. */
export type SumOf = (role: string, key: string) => number | null;

export function tablesOf({
  sheets,
}: SummaryTemplate): readonly { readonly sheet: string; readonly table: SummaryTable }[] {
  return sheets.flatMap((sheet) =>
    sheet.kind === "tables" ? sheet.tables.map((table) => ({ sheet: sheet.name, table })) : [],
  );
}

/** A figure over totals as these sums make it; null where it needs one that can't be told, or makes no number. */
export function figureOf(
  expression: SummaryExpression,
  summary: SummaryTemplate,
  sumOf: SumOf,
): number | null {
  const tables = new Map(tablesOf(summary).map(({ table }) => [table.id, table]));
  const unknown = new Set<string>();
  const total = (table: SummaryTable | undefined, id: string): number | null => {
    const column = table?.columns.find((one) => one.id === id);
    const value = table && column ? totalOf(table, column) : null;
    if (value === null) unknown.add(id);
    return value;
  };
  const totalOf = (table: SummaryTable, { source }: SummaryColumn): number | null => {
    if (source.kind === "value") return sumOf(table.role, source.key);
    return source.kind === "formula" ? worked(source.expression, table) : null;
  };
  const worked = (one: SummaryExpression, own: SummaryTable | undefined): number | null => {
    const result = evaluate(one, (reference) => {
      if (reference.kind === "row") return { rows: [[total(own, reference.column)]] };
      return {
        rows: [[reference.kind === "total" ? total(tables.get(reference.table), reference.column) : null]],
      };
    });
    return typeof result === "number" ? result : null;
  };
  const result = worked(expression, undefined);
  return unknown.size === 0 ? result : null;
}
