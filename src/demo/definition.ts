import * as v from "valibot";

/** The shape of a demo's definition, as people write it. What its words mean is checked afterwards. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const name = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z_]+$/, "a name has small letters and _ only"),
);
const code = v.pipe(
  v.string("a code is wanted here, as text"),
  v.regex(/^[A-Z][A-Z0-9]{2,4}$/, "a code has capital letters and digits, a letter first"),
);
const number = v.number("a number is wanted here");
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
const range = v.pipe(
  v.strictTuple([number, number], "the least and the most are wanted here, as [1, 2]"),
  v.check(([least, most]) => least <= most, "the least stands before the most"),
);
/** What is put under a key: a formula, or the value itself. */
const given = v.union([text, number], "a formula, a text or a number is wanted here");
const fill = v.record(v.string(), given);
const keys = v.array(text, "a list of keys is wanted here");
const version = v.pipe(
  v.string("a version is a text, in quotes"),
  v.regex(/^\d+\.\d+$/, 'a version is written like "1.0"'),
);
const columns = v.strictObject({ block: text, columns: v.record(v.string(), text) });
const happenings = v.array(v.record(v.string(), v.unknown()), "a list of what happened is wanted here");

/** What can happen to a return. Each is known by the one word that it begins with. */
export const HAPPENING_SHAPES = {
  scale: v.strictObject({ blocks: keys, by: number }),
  set: fill,
  blank: keys,
  copy: columns,
  swap: columns,
  refill: v.array(text, "a list of blocks is wanted here"),
  type_over: fill,
  text: v.strictObject({ keys, after: text }),
  negative: keys,
  version,
  reason: v.strictObject({ for: text, says: text }),
  final: fill,
  not_returned: v.literal(true, "write true here"),
  spoiled: text,
  also_sent: v.strictObject({ called: text, submission: number, does: v.optional(happenings) }),
} as const;

export type HappeningName = keyof typeof HAPPENING_SHAPES;

const organisation = v.strictObject({
  code,
  name: text,
  type: text,
  size: name,
  foundation_trust: v.optional(v.boolean("true or false is wanted here")),
  gives: v.optional(v.array(name)),
  draws: v.optional(v.record(v.string(), range)),
  does: v.optional(happenings),
});

export const demoDefinition = v.strictObject({
  sha: v.strictObject({ code, name: text, type: text }),
  seed: v.pipe(number, v.integer("a whole number is wanted here")),
  role: name,
  draws: v.record(name, range),
  sizes: v.record(name, v.record(name, range)),
  figures: v.record(name, formula),
  entries: fill,
  sometimes: v.optional(v.record(name, fill)),
  organisations: v.array(organisation),
});

export type DemoDefinition = v.InferOutput<typeof demoDefinition>;
export type OrganisationDefinition = v.InferOutput<typeof organisation>;
export type FillDefinition = v.InferOutput<typeof fill>;
export type ColumnsDefinition = v.InferOutput<typeof columns>;
