import * as v from "valibot";

/** The shape of a list of the returns as one table of the summary, as people write it. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
/** Words and width where the return's own don't serve. */
const column = v.strictObject({
  label: v.optional(text),
  group: v.optional(text),
  width: v.optional(v.number("a width is a number of characters")),
});

export const listShape = v.strictObject({
  of: identifier,
  /** The column that says what a row is about. */
  name: identifier,
  columns: v.record(identifier, column),
  /** Months in which the day of a row is marked, and from where it has moved. */
  timeline: v.optional(
    v.strictObject({
      day: identifier,
      before: v.optional(identifier),
      /** A day of the year by its name; its month is the first. */
      from: identifier,
      months: v.pipe(
        v.number("a number of months is wanted here"),
        v.integer("a whole number of months is wanted here"),
        v.minValue(1, "one month at least is wanted here"),
        v.maxValue(60, "sixty months are the most that can be read"),
      ),
    }),
  ),
});

export type ListDefinition = v.InferOutput<typeof listShape>;
