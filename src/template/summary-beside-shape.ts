import * as v from "valibot";

/** The shape of what a summary shows of the year before, as people write it. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const identifiers = v.pipe(v.array(identifier), v.minLength(1, "one name at least is wanted here"));
const sheetName = v.pipe(
  text,
  v.maxLength(31, "a sheet's name has 31 characters at most"),
  v.regex(/^[^:\\/?*[\]]+$/, "a sheet's name can't hold : \\ / ? * [ or ]"),
);
/** Words of a state begin with a sign, so that none is told by colour alone; no fault is found in a return of the year before. */
const state = v.pipe(
  v.string("a text is wanted here"),
  v.regex(/^[✔▲●] \S/, "a state begins with ✔, ● or ▲ and a blank"),
);
const atLeast0 = v.pipe(v.number("a number is wanted here"), v.minValue(0, "0 or more is wanted here"));

export const besideShape = v.strictObject({
  /** The year before, whose returns are set beside this one's. */
  year: text,
  sheet: sheetName,
  intro: v.optional(text),
  /** The sheet with every line of every organisation. */
  by_line: v.strictObject({ sheet: sheetName, intro: v.optional(text) }),
  /** What stands over the columns of each year, and over their difference. */
  heads: v.strictObject({ earlier: text, now: text, difference: text }),
  /** Role → what its organisations are called together. */
  roles: v.record(identifier, text),
  /** The table that both years have. */
  table: identifier,
  columns: v.record(identifier, v.strictObject({ label: text, earlier: identifier, now: identifier })),
  lines: identifiers,
  /** Lines that are shown organisation by organisation on the first sheet; the first of them is added up over the roles. */
  organisations: identifiers,
  /** A difference in this column is marked that is more than so many per cent of the earlier figure, and no less than `least`. */
  marked: v.strictObject({ column: identifier, percent: atLeast0, least: atLeast0 }),
  states: v.strictObject({
    above: state,
    below: state,
    near: state,
    no_earlier: state,
    blank_earlier: state,
    part_earlier: state,
    no_now: state,
    neither: state,
    no_figure: state,
  }),
});

export type BesideDefinition = v.InferOutput<typeof besideShape>;
