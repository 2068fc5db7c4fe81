import * as v from "valibot";

/** The shape of what a summary holds lists of returns against, as people write it. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
/** Words of a state begin with a sign, so that none is told by colour alone. */
const state = v.pipe(
  v.string("a text is wanted here"),
  v.regex(/^[✔▲✖●] \S/, "a state begins with ✔, ●, ▲ or ✖ and a blank"),
);

const start = {
  sheet: v.pipe(
    text,
    v.maxLength(31, "a sheet's name has 31 characters at most"),
    v.regex(/^[^:\\/?*[\]]+$/, "a sheet's name can't hold : \\ / ? * [ or ]"),
  ),
  intro: v.optional(text),
  list: identifier,
  /** The rows that are meant: those with this answer in this column. */
  rows: v.strictObject({ column: identifier, is: text }),
};

export const commitmentsShape = v.strictObject({
  ...start,
  columns: v.strictObject({
    name: identifier,
    product: identifier,
    supplier: identifier,
    reference: identifier,
    go_live: identifier,
  }),
  /** Rows that need not be recorded yet: those with one of these answers in this column. */
  later: v.optional(v.strictObject({ column: identifier, is: v.array(text) })),
  days: v.pipe(
    v.number("a number of days is wanted here"),
    v.integer("a whole number of days is wanted here"),
    v.minValue(0, "a number of days is 0 or more"),
  ),
  states: v.strictObject({
    in_both: state,
    by_words: state,
    apart: state,
    only_plan: state,
    later: state,
    only_database: state,
    not_returned: state,
    not_expected: state,
    not_registered: state,
  }),
});

export const contractsShape = v.strictObject({
  ...start,
  columns: v.strictObject({ name: identifier, lsp: identifier, product: identifier, go_live: identifier }),
  states: v.strictObject({
    as_contracted: state,
    more: state,
    fewer: state,
    not_contracted: state,
    outside: state,
    no_date: state,
  }),
});

export type CommitmentsDefinition = v.InferOutput<typeof commitmentsShape>;
export type ContractsDefinition = v.InferOutput<typeof contractsShape>;
