import * as v from "valibot";

/** The shape of the words of letters, as people write them. Each text may have its own holes, and days of the year. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);

/** Before the name of a day among the year's dates. */
export const DATES = "dates.";

export function holesIn(words: string): readonly string[] {
  return [...words.matchAll(/\{([^{}]*)\}/g)].map(([, hole = ""]) => hole);
}

/** A text in which these holes may stand, and days of the year. */
const words = (...holes: readonly string[]) =>
  v.pipe(
    text,
    v.check(
      (written) => !/[{}]/.test(written.replace(/\{[^{}]*\}/g, "")),
      "a brace is opened and never closed, or closed and never opened",
    ),
    v.check(
      (written) => unknownHoles(written, holes).length === 0,
      ({ input }) => {
        const [first = ""] = unknownHoles(input, holes);
        const known = [...holes, `${DATES}NAME`].map((hole) => `{${hole}}`).join(", ");
        return `nothing is known of {${first}}; what may stand here is ${known}`;
      },
    ),
  );

function unknownHoles(written: string, holes: readonly string[]): readonly string[] {
  return holesIn(written).filter((hole) => !hole.startsWith(DATES) && !holes.includes(hole));
}

const paragraphs = (...holes: readonly string[]) =>
  v.pipe(v.array(words(...holes)), v.minLength(1, "one paragraph at least is wanted here"));

/** What every letter knows. */
const OF_LETTER = ["organisation", "code", "authority", "year", "returns", "answer_by", "due"] as const;

const kind = v.strictObject({ subject: words(...OF_LETTER), opening: paragraphs(...OF_LETTER) });
const count = v.strictObject({ one: words(), several: words("count") });
const section = v.strictObject({ title: words(), intro: words(...OF_LETTER) });

/** What every sentence about a return knows. */
const OF_RETURN = ["return", "file", "year", "answer_by"] as const;

export const lettersDefinition = v.strictObject({
  /** The day by which an answer is wanted: so many days before one of the year's. */
  reply: v.strictObject({
    before: identifier,
    days: v.pipe(
      v.number("a number of days is wanted here"),
      v.integer("a whole number of days is wanted here"),
      v.minValue(0, "a number of days is 0 or more"),
    ),
    in_time: words("reply"),
    /** Where that day has passed. */
    late: words("reply"),
  }),
  /** What was due when. */
  due: words(),
  salutation: v.strictObject({ known: words("contact"), unknown: words() }),
  /** What of the person to write to the register does not say; said in the letter. */
  unknown_contact: v.strictObject({ all: words(), some: words("lacking") }),
  contact_parts: v.strictObject({ name: words(), email: words(), telephone: words() }),
  kinds: v.strictObject({
    /** Something is to be put right, explained, or sent. */
    asks: kind,
    /** Nothing has come in that could be read. */
    reminder: kind,
    /** The same of a body that may send a return and need not. */
    invitation: kind,
    /** Everything is there, and nothing is open. */
    thanks: kind,
  }),
  counts: v.strictObject({ fix: count, explain: count, query: count, nothing: words() }),
  heading: words("return", "year"),
  /** Where a return stands, a sentence each. */
  states: v.strictObject({
    read: words(...OF_RETURN, "status", "tally"),
    draft: words(...OF_RETURN),
    missing: words(...OF_RETURN),
    voluntary: words(...OF_RETURN),
    refused: words(...OF_RETURN, "why"),
    blank: words(...OF_RETURN),
    /** Of files beside the one that counts. */
    refused_too: words(...OF_RETURN, "other", "why"),
    superseded: words(...OF_RETURN, "other", "why"),
  }),
  sections: v.strictObject({ fix: section, explain: section, query: section }),
  columns: v.strictObject({ where: words(), found: words(), mend: words() }),
  /** Cells that a sentence does not name one by one. */
  more: words("count"),
  whole_sheet: words(),
  explain: v.strictObject({
    /** Where the return has a place for the explanation, and where it has none. */
    at: words("sheet", "cell"),
    here: words(),
  }),
  query: v.strictObject({
    given: words("reason"),
    none_given: words(),
    said: words("comment"),
    /** Where the authority left no words. */
    unsaid: words(),
    changed: words(),
  }),
  list: v.strictObject({
    mentioned: words("file"),
    title: words(...OF_LETTER),
    intro: words(...OF_LETTER),
    to_do: v.strictObject({ fix: words(), explain: words(), query: words() }),
    heads: v.strictObject({
      number: words(),
      to_do: words(),
      sheet: words(),
      cells: words(),
      what: words(),
      found: words(),
      mend: words(),
      code: words(),
      reply: words(),
    }),
    footer: words(...OF_LETTER),
  }),
  closing: paragraphs(...OF_LETTER),
  enquiries: words("who"),
  farewell: v.strictObject({ known: words(), unknown: words() }),
});

export type LettersDefinition = v.InferOutput<typeof lettersDefinition>;
