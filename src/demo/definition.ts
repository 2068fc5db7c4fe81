import * as v from "valibot";

import { happenings } from "./happening-shapes";
import { code, day, fill, fillByKind, given, givenByKind, name, number, range, text, worths } from "./shapes";

/** The shape of a demo's definition, as people write it. What its words mean is checked afterwards. */

const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
const draws = v.record(name, range);

/** What stands where something is said in the file that the demos of all years have in common, under the same name. */
export const COMMON = "common";
const drawsOrCommon = v.record(
  name,
  v.union([range, v.literal(COMMON)], "the least and the most are wanted here, as [1, 2], or common"),
);
const surnames = v.pipe(v.array(text), v.minLength(3, "at least three names are wanted here"));

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
  draws: drawsOrCommon,
  sizes: v.record(name, draws),
  /** Kind → the sizes of which it is made. A size is a kind too. */
  kinds: v.optional(v.record(name, v.array(name, "a list of sizes is wanted here"))),
  /** Names beside the draws, each drawn by itself. */
  with: v.optional(worths),
  figures: v.record(name, formula),
  /** A bare name with “common” stands for the entries that the demos have in common under that name. */
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

/** Rows of a list that two organisations have about each other: said once, they stand in the returns of both. */
const between = v.strictObject({
  /** In which role the first of each pair has the row, and in which the second. */
  roles: v.strictTuple([name, name], "the roles of the first and of the second are wanted here"),
  /** What columns say of the other. */
  other: v.record(name, v.picklist(["name", "code"], "name or code is wanted here")),
  /** What stands in each row. */
  each: v.optional(fill),
  /** Columns that each pair gives, in their order. */
  columns: v.array(name, "a list of columns is wanted here"),
  pairs: v.array(
    v.tupleWithRest([code, code], given, "two codes are wanted here, and what stands in each column"),
  ),
});

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
  email: v.optional(text),
  surnames: v.optional(surnames),
  roles: v.record(name, role),
  /** By list. */
  between: v.optional(v.record(name, between)),
  /** Extracts of others' records, by the name of their file. */
  extracts: v.optional(v.record(name, extract)),
  organisations: v.array(organisation),
});

/** What the demos of several years have alike, under names that they refer to. */
export const commonDefinition = v.strictObject({
  email: text,
  surnames,
  draws: v.optional(v.record(name, draws), {}),
  entries: v.optional(v.record(name, fillByKind), {}),
});

export type CommonDefinition = v.InferOutput<typeof commonDefinition>;
/** A demo as its file has it. */
export type WrittenDemo = v.InferOutput<typeof demoDefinition>;
type WrittenRole = v.InferOutput<typeof role>;
export type RoleDefinition = Omit<WrittenRole, "draws"> & { readonly draws: v.InferOutput<typeof draws> };
/** A demo with what it has in common with others put in. */
export type DemoDefinition = Omit<WrittenDemo, "email" | "surnames" | "roles"> &
  Pick<CommonDefinition, "email" | "surnames"> & { readonly roles: Readonly<Record<string, RoleDefinition>> };
export type BetweenDefinition = v.InferOutput<typeof between>;
export type TableDefinition = v.InferOutput<typeof table>;
export type ListDefinition = v.InferOutput<typeof list>;
export type RowDefinition = v.InferOutput<typeof row>;
export type ExtractDefinition = v.InferOutput<typeof extract>;
export type OrganisationDefinition = v.InferOutput<typeof organisation>;
export type FilingDefinition = v.InferOutput<typeof filing>;
