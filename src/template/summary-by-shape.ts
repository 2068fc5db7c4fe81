import * as v from "valibot";

/** The shape of a summary's tables that have a row for each choice, or for each line of a table, over all returns together. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
const columnOf = v.pipe(
  v.string("a column is wanted here, like list[column]"),
  v.regex(/^[a-z][a-z0-9_]*\[[a-z][a-z0-9_]*\]$/, "a column is written like list[column]"),
);

const column = v.strictObject({
  label: text,
  group: v.optional(text),
  width: v.optional(v.number()),
  type: v.picklist(["money", "count", "percent", "text"], "the type is money, count, percent or text"),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2))),
  /** Worked out of each row of the list, and added up. */
  each: v.optional(formula),
  /** In how many organisations a column of this table, worked out of each row, is more than 0. */
  organisations: v.optional(identifier),
  /** A column of another table of the summary: in how many of its rows the choice stands. */
  same: v.optional(columnOf),
  /** A table of the summary: the total of its column that bears the name of the row. */
  totals: v.optional(identifier),
  is: v.optional(formula),
  /** Whether the rows of a column with a formula may be added up. */
  adds: v.optional(v.boolean("yes or no is wanted here: true or false")),
  /** Over several authorities it is worked out in each of them and added up; what it would be over all stands beside it, so called. */
  apart: v.optional(
    v.strictObject({
      label: text,
      says: v.pipe(text, v.maxLength(240, "these words have 240 characters at most")),
    }),
  ),
});

export const byTableShape = v.strictObject({
  table: identifier,
  /** `list[column]`: a row for each choice of that column. */
  by: v.optional(columnOf),
  /** A table of the return: a row for each of its lines. */
  lines: v.optional(identifier),
  role: v.optional(identifier),
  /** The list whose rows are put to the choices, where it is another than that of the choices. */
  list: v.optional(identifier),
  /** Of which returns; without it of all that have the list. */
  roles: v.optional(v.array(identifier)),
  title: text,
  intro: v.optional(text),
  head: text,
  /** What rows are called that are of no choice. */
  rest: v.optional(text),
  total: v.optional(text),
  columns: v.record(identifier, column),
  /** The same organisation by organisation, at the end of the sheet. */
  organisations: v.optional(v.strictObject({ title: text, intro: v.optional(text) })),
});

export type ByTableDefinition = v.InferOutput<typeof byTableShape>;
export type ByColumnDefinition = v.InferOutput<typeof column>;
