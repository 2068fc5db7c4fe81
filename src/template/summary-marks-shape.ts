import * as v from "valibot";

/** The shape of how a summary marks answers and rates figures, as people write it. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
/** A narrow column holds it, and it tells without colour. */
const sign = v.pipe(
  v.string("a sign is wanted here"),
  v.regex(/^\S{1,2}$/u, "a sign has one character or two, and no blank"),
);
const look = v.picklist(
  ["green", "amber", "red", "note", "quiet"],
  "the look is green, amber, red, note or quiet",
);

/** Which sign stands for which answer in the cells of a table; the one without `is` stands for no answer, or none of these. */
export const statesShape = v.array(
  v.strictObject({ is: v.optional(text), sign, says: v.optional(text), look }),
);

/** The rule by which figures are rated: grades from the best to the last, which takes whatever is below. */
export const ratingShape = v.strictObject({
  title: text,
  intro: v.optional(text),
  grades: v.pipe(
    v.array(
      v.strictObject({
        sign,
        word: text,
        look,
        /** The least share that gets this grade; `{least}` in the words shows it. */
        least: v.optional(v.number("a number is wanted here: 1 is 100%")),
        says: text,
      }),
    ),
    v.minLength(2, "two grades at least are wanted here"),
  ),
  /** What stands where there is nothing to rate. */
  none: v.strictObject({ sign, word: text, says: text }),
});

export type StatesDefinition = v.InferOutput<typeof statesShape>;
export type RatingDefinition = v.InferOutput<typeof ratingShape>;
