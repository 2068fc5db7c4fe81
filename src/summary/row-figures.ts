import type { RawValue } from "../cells";
import { evaluate } from "../formula";
import type { SummaryColumn, SummaryTable } from "../template";

/** What a column takes that is not worked out from others of its row. */
export type TakenSource = Exclude<SummaryColumn["source"], { readonly kind: "formula" | "rated" }>;

/** What a row shows in a column that takes something of what the row is about. */
export type Taken = (source: TakenSource, column: SummaryColumn) => RawValue;

/** What a row of a table shows in a column; null where a figure that it needs is missing. */
export function shownIn(table: SummaryTable, id: string, taken: Taken): RawValue {
  const column = table.columns.find((one) => one.id === id);
  if (!column) throw new Error(`shownIn: ${table.id} has no column ${id}`);
  const { source } = column;
  // A rating is a letter for a share, and no figure.
  if (source.kind === "rated") return null;
  if (source.kind !== "formula") return taken(source, column);
  const needed: RawValue[] = [];
  const value = evaluate(source.expression, (reference) => {
    if (reference.kind !== "row") throw new Error(`shownIn: a column of ${table.id} needs its own row alone`);
    needed.push(shownIn(table, reference.column, taken));
    return { rows: [needed.slice(-1)] };
  });
  return needed.every((one) => typeof one === "number") ? value : null;
}
