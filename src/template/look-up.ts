import { serialOfDay } from "../cells";

import type { FieldDraft } from "./blocks";
import { Unresolved, type Known } from "./resolve";
import type { FieldExpression } from "./template";

export type YearTables = ReadonlyMap<string, readonly Readonly<Record<string, string | number>>[]>;

/** What a table of the year has beside the entered code: as IFs within each other, which every spreadsheet works out alike. */
export function lookUp(
  origin: Extract<FieldDraft["origin"], { kind: "look_up" }>,
  { properties }: FieldDraft,
  known: Known,
  tables: YearTables,
): FieldExpression {
  const rows = tables.get(origin.among);
  if (!rows) throw new Unresolved(`There is no table ${origin.among} in this year.`);
  if (!known.origins.has(origin.of)) throw new Unresolved(`There is no ${origin.of} in this return.`);
  return rows.reduceRight<FieldExpression>(
    (otherwise, row) => {
      const [code] = Object.values(row);
      const found = row[origin.gives];
      if (code === undefined || found === undefined)
        throw new Unresolved(`The table ${origin.among} has no ${origin.gives}.`);
      const test: FieldExpression = {
        kind: "binary",
        operator: "=",
        left: { kind: "reference", to: { keys: [origin.of] } },
        right: literal(code),
      };
      const given = properties.type === "date" ? serialOfDay(String(found)) : found;
      if (given === undefined)
        throw new Unresolved(`${found} in the table ${origin.among} is no day; write it as year-month-day.`);
      return { kind: "call", name: "IF", args: [test, literal(given), otherwise] };
    },
    { kind: "text", value: "" },
  );
}

function literal(value: string | number): FieldExpression {
  return typeof value === "number" ? { kind: "number", value } : { kind: "text", value };
}
