import * as v from "valibot";

/** The shape of what a summary asks an authority to assure itself of, as people write it. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
const decimals = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2));

const figure = v.strictObject({
  label: text,
  type: v.picklist(["money", "count", "percent", "text"], "the type is money, count, percent or text"),
  decimals: v.optional(decimals),
  is: formula,
  /** Of how many, or what it is held against: shown beside the figure, after this word. */
  of: v.optional(formula),
  word: v.optional(text),
  /** True for a figure that is marked while it is not 0: something is still to be done. */
  open: v.optional(v.boolean("yes or no is wanted here: true or false")),
});

const line = v.strictObject({
  /** Ids of the guidance's obligations. */
  serves: v.pipe(v.array(text), v.minLength(1, "an obligation that the line serves is wanted here")),
  question: text,
  /** The name of a day among the year's dates; without it, the day by which the first of its obligations is due. */
  by: v.optional(identifier),
  shows: v.array(figure),
});

const section = v.strictObject({
  title: text,
  /** The answer at a glance, in sentences with figures in them. */
  says: v.optional(text),
  lines: v.record(identifier, line),
});

const ownLine = v.strictObject({
  label: text,
  type: v.optional(v.picklist(["money", "count"], "the type is money or count")),
  decimals: v.optional(decimals),
  /** For a total: the lines that it adds up. */
  sums: v.optional(v.array(identifier)),
  /** For each column, the same figure of all the returns. */
  returns: v.record(identifier, formula),
});

const ownSpend = v.strictObject({
  title: text,
  intro: v.optional(text),
  /** What stands over the labels, and nowhere else on the sheet. */
  head: text,
  columns: v.record(identifier, v.strictObject({ label: text })),
  lines: v.record(identifier, ownLine),
});

export const assuranceShape = v.strictObject({
  intro: v.optional(text),
  sections: v.array(section),
  own_spend: v.optional(ownSpend),
});

export type AssuranceDefinition = v.InferOutput<typeof assuranceShape>;
export type AssuranceFigureDefinition = v.InferOutput<typeof figure>;
export type AssuranceLineDefinition = v.InferOutput<typeof line>;
export type OwnSpendDefinition = v.InferOutput<typeof ownSpend>;
