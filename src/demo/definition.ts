import * as v from "valibot";

import { happenings } from "./happening-shapes";
import { code, day, fill, fillByKind, given, givenByKind, name, number, range, text, worths } from "./shapes";

/** The shape of a demo's definition, as people write it. What its words mean is checked afterwards. */

const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
const draws = v.record(name, range);

/** What is particular to one return of an organisation. */
const filing = v.strictObject({
  gives: v.optional(v.array(name)),
  draws: v.optional(v.record(v.string(), range)),
  /** What its names stand for, where it isn't what they stand for in others. */
  with: v.optional(worths),
  /** Whose returns the rows of its list are about; left out, those of its community. */
  lists: v.optional(v.array(code)),
  does: v.optional(happenings),
});

/** One row of a list: for which kinds of organisations it stands, what its own names stand for, and what its columns hold. */
const row = v.objectWithRest(
  {
    for: v.optional(v.array(name, "a list of kinds is wanted here")),
    with: v.optional(worths),
  },
  givenByKind,
);

/** A list's rows, each under a name of its own. A list without rows here takes them from others' returns. */
const list = v.strictObject({
  with: v.optional(worths),
  /** What stands in each row, unless the row says otherwise. */
  each: v.optional(fillByKind),
  rows: v.optional(v.record(name, row)),
});

/** What a line of a table holds, in the order of the columns named above it; a null leaves a column blank. */
const line = v.array(v.nullable(given));

/** A table, line by line. */
const table = v.strictObject({
  columns: v.array(text, "a list of columns is wanted here"),
  lines: v.record(
    text,
    v.union(
      [line, v.record(name, line)],
      "a list of entries is wanted here, or one for each kind of organisation",
    ),
  ),
});

/** What every organisation fills in that files in a role. */
const role = v.strictObject({
  /** The first and the last day on which returns come in. */
  arrives: v.strictTuple([day, day], "the first and the last day are wanted here"),
  draws,
  sizes: v.record(name, draws),
  /** Kind → the sizes of which it is made. A size is a kind too. */
  kinds: v.optional(v.record(name, v.array(name, "a list of sizes is wanted here"))),
  /** Names beside the draws, each drawn by itself. */
  with: v.optional(worths),
  figures: v.record(name, formula),
  entries: fillByKind,
  lists: v.optional(v.record(name, list)),
  /** Tables that are filled in after the lists, and may read their rows. */
  tables: v.optional(v.record(name, table)),
  sometimes: v.optional(v.record(name, fill)),
  /** What makes a return final. */
  final: fill,
});

const organisation = v.strictObject({
  code,
  name: text,
  type: text,
  size: name,
  lhc: v.optional(code),
  foundation_trust: v.optional(v.boolean("true or false is wanted here")),
  predecessors: v.optional(v.array(code)),
  files: v.optional(v.record(name, filing)),
});

/** What a column of an extract holds: what a column of the list does, whose row it is, in which quarter a day lies, or how many such rows there are. */
const extractColumn = v.union(
  [
    text,
    v.strictObject({ organisation: v.literal("code") }),
    v.strictObject({ quarter_of: text }),
    v.strictObject({ number_of: v.literal("rows") }),
  ],
  "a column of the list, { organisation: code }, { quarter_of: a column } or { number_of: rows } is wanted here",
);
const extractRow = v.record(text, v.union([text, number], "a text or a number is wanted here"));

/** What another body knows of what stands in a list of the returns, made from them. */
const extract = v.strictObject({
  list: name,
  /** What a row holds that is in the extract. */
  where: v.optional(v.record(text, text)),
  /** Columns that a row has to fill in. */
  filled: v.optional(v.array(text)),
  columns: v.record(text, extractColumn),
  /** Rows, known by what they hold, that hold something else or are not there. */
  differs: v.optional(
    v.array(
      v.union(
        [
          v.strictObject({ row: extractRow, holds: extractRow }),
          v.strictObject({ row: extractRow, missing: v.literal(true) }),
        ],
        "a row, and what it holds or that it is missing, is wanted here",
      ),
    ),
  ),
  /** Rows that are there and in no return. */
  more: v.optional(v.array(extractRow)),
});

export const demoDefinition = v.strictObject({
  sha: v.strictObject({ code, name: text, type: text }),
  seed: v.pipe(number, v.integer("a whole number is wanted here")),
  due: day,
  email: text,
  surnames: v.pipe(v.array(text), v.minLength(3, "at least three names are wanted here")),
  roles: v.record(name, role),
  /** Extracts of others' records, by the name of their file. */
  extracts: v.optional(v.record(name, extract)),
  organisations: v.array(organisation),
});

export type DemoDefinition = v.InferOutput<typeof demoDefinition>;
export type RoleDefinition = v.InferOutput<typeof role>;
export type TableDefinition = v.InferOutput<typeof table>;
export type ListDefinition = v.InferOutput<typeof list>;
export type RowDefinition = v.InferOutput<typeof row>;
export type ExtractDefinition = v.InferOutput<typeof extract>;
export type OrganisationDefinition = v.InferOutput<typeof organisation>;
export type FilingDefinition = v.InferOutput<typeof filing>;
