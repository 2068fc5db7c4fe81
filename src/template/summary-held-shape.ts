import * as v from "valibot";

/** The shape of what an authority enters to hold the returns against, as people write it. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
/** Words of a state begin with a sign, so that none is told by colour alone. */
const state = v.pipe(
  v.string("a text is wanted here"),
  v.regex(/^[✔▲●▼] \S/, "a state begins with ✔, ●, ▲ or ▼ and a blank"),
);

const line = v.strictObject({
  label: text,
  type: v.optional(v.picklist(["money", "count"], "the type is money or count")),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2))),
  /** What the returns have of it, by column. */
  returns: v.strictObject({ label: text, by: v.record(identifier, formula) }),
});

export const heldShape = v.strictObject({
  title: text,
  intro: v.optional(text),
  head: text,
  columns: v.record(identifier, v.strictObject({ label: text })),
  lines: v.record(identifier, line),
  words: v.strictObject({ difference: text, result: text, reached: state, short: state, unknown: state }),
});

export type HeldDefinition = v.InferOutput<typeof heldShape>;
