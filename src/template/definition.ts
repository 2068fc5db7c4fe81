import * as v from "valibot";

import { serialOfDay } from "../cells";

/**
 * The shape of the definition files, as people write them. What the words in them mean is checked afterwards:
 * a key that nothing has, a formula that can't be read and the like are told by line too.
 */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
const scalar = v.union([v.string(), v.number()], "a text or a number is wanted here");
const width = v.pipe(v.number("a number is wanted here"), v.minValue(2), v.maxValue(120));

export const LEVELS = ["fix", "explain", "note"] as const;
const version = v.pipe(
  v.string("a version is a text, in quotes"),
  v.regex(/^\d+\.\d+$/, 'a version is written like "1.0"'),
);
const day = v.pipe(
  v.string("a day is wanted here"),
  v.check((written) => serialOfDay(written) !== undefined, "a day is written as year-month-day"),
);
const level = v.picklist(LEVELS, "the level is fix, explain or note");

const VALUE_TYPES = ["money", "count", "percent", "date", "text", "code", "choice"] as const;
const ANSWERS = ["due", "optional", "zero"] as const;

const lookUp = v.strictObject({ of: text, among: identifier, gives: identifier });

/** What may be said of one value, of a line of values, or of a column of them. */
const property = {
  type: v.optional(v.picklist(VALUE_TYPES, `the type is one of ${VALUE_TYPES.join(", ")}`)),
  answer: v.optional(v.picklist(ANSWERS, "the answer is due, optional or zero")),
  list: v.optional(identifier),
  least: v.optional(v.number("a number is wanted here")),
  most: v.optional(v.number("a number is wanted here")),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
  help: v.optional(text),
  memo: v.optional(v.boolean()),
  anothers: v.optional(v.boolean()),
  /** `list[column]`: the entry has to be one of that column's. */
  names: v.optional(text),
};

/** Ids of the guidance's obligations. */
const serves = v.optional(v.array(text));

const field = v.strictObject({
  label: text,
  ...property,
  serves,
  is: v.optional(formula),
  constant: v.optional(scalar),
  looks_up: v.optional(lookUp),
});

const column = v.strictObject({
  label: text,
  group: v.optional(text),
  under: v.optional(identifier),
  width: v.optional(width),
  ...property,
  serves,
  is: v.optional(
    v.union([formula, v.record(v.string(), formula)], "a formula, or one for each line, is wanted here"),
  ),
});

const line = v.strictObject({
  label: text,
  number: v.optional(v.number()),
  ...property,
  serves,
  total: v.optional(v.boolean()),
  closed: v.optional(v.array(identifier)),
  sums: v.optional(v.union([text, v.array(identifier)])),
  is: v.optional(
    v.union([formula, v.record(v.string(), formula)], "a formula, or one for each column, is wanted here"),
  ),
  constant: v.optional(v.record(v.string(), scalar)),
});

const rule = v.strictObject({
  code: v.pipe(
    v.string("a code is wanted here, in quotes"),
    v.regex(/^[A-Z]{2}[0-9]{2}$/, "a code is two capital letters and two digits"),
  ),
  level,
  /** Until that day the rule asks for nothing: what it finds is noted. */
  advisory_until: v.optional(day),
  each: v.optional(v.literal("line", "each can only be line")),
  title: text,
  when: v.optional(formula),
  unless: v.optional(v.array(text)),
  holds: formula,
  at: v.union([text, v.array(text)], "a key, or a list of keys, is wanted here"),
  short: text,
  says: text,
  fix: text,
  source: v.pipe(v.string("a rule needs its source"), v.minLength(1, "a rule needs its source")),
  /** What the rule holds against each other, for a picture of it: two figures of one unit. */
  compares: v.optional(v.strictObject({ expected: formula, planned: formula })),
  serves,
});

const heading = { title: text, intro: v.optional(text), serves };

const form = v.strictObject({
  form: identifier,
  ...heading,
  /** Of the answers; a form of dates and figures needs less room than one of names. */
  width: v.optional(width),
  fields: v.record(identifier, field),
  rules: v.optional(v.array(rule)),
});

const table = v.strictObject({
  table: identifier,
  ...heading,
  unit: v.optional(text),
  columns: v.record(identifier, column),
  lines: v.record(identifier, line),
  rules: v.optional(v.array(rule)),
});

/** A table whose columns are the twelve months from one on, all alike. */
const months = v.strictObject({
  months: identifier,
  ...heading,
  unit: v.optional(text),
  from: v.pipe(
    v.string("the first month is a text, as year-month"),
    v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "the first month is written as year-month"),
  ),
  each: v.strictObject(property),
  lines: v.record(identifier, line),
  rules: v.optional(v.array(rule)),
});

const MOST_ROWS = 200;

const list = v.strictObject({
  list: identifier,
  ...heading,
  unit: v.optional(text),
  row: text,
  rows: v.pipe(v.number("a number is wanted here"), v.integer(), v.minValue(2), v.maxValue(MOST_ROWS)),
  from: v.optional(
    v.strictObject({
      role: identifier,
      code: identifier,
      /** Whether every body of the organisation's community has to stand in it. */
      whole: v.optional(v.boolean("yes or no is wanted here: true or false")),
    }),
  ),
  columns: v.record(
    identifier,
    v.strictObject({
      label: text,
      group: v.optional(text),
      under: v.optional(identifier),
      width: v.optional(width),
      ...property,
      serves,
      is: v.optional(formula),
      from: v.optional(text),
      /** A key of the other return that has to say the same. */
      agrees_with: v.optional(text),
      /** Answers that say of the other return that it is in order. */
      vouches: v.optional(v.array(text)),
    }),
  ),
  rules: v.optional(v.array(rule)),
});

const EXPLANATION_SHOWS = ["title", "state"] as const;

const explanations = v.strictObject({
  explanations: identifier,
  ...heading,
  columns: v.record(
    identifier,
    v.strictObject({
      label: text,
      under: v.optional(identifier),
      width: v.optional(width),
      shows: v.optional(v.picklist(EXPLANATION_SHOWS, "a column shows title or state")),
      ...property,
    }),
  ),
});

const nothingColumn = { label: text, width: v.optional(width), help: v.optional(text) };

/** Where a sheet, or the whole return, is said to have nothing to report. */
const nothing = v.strictObject({
  nothing: identifier,
  ...heading,
  /** The one answer that is chosen. */
  answer: text,
  /** The words for the return as a whole. */
  whole: text,
  columns: v.strictObject({
    answer: v.strictObject(nothingColumn),
    reason: v.strictObject({ ...nothingColumn, most: property.most }),
    signed: v.strictObject({ ...nothingColumn, most: property.most }),
  }),
});

const checks = v.strictObject({ checks: identifier, ...heading });

/** A block is known by the word that it begins with. */
export const BLOCK_SHAPES = { form, table, months, list, explanations, nothing, checks } as const;

export const sheetDefinition = v.strictObject({
  sheet: v.pipe(
    text,
    v.maxLength(31, "a sheet's name has 31 characters at most"),
    v.regex(/^[^:\\/?*[\]]+$/, "a sheet's name can't hold : \\ / ? * [ or ]"),
  ),
  portrait: v.optional(v.boolean()),
  /** Whether every return has something to say there. */
  always: v.optional(v.boolean()),
  intro: v.optional(text),
  blocks: v.array(v.record(v.string(), v.unknown())),
  rules: v.optional(v.array(rule)),
});

export const yearDefinition = v.strictObject({
  year: v.pipe(
    v.string("the year is a text, in quotes"),
    v.regex(/^\d{4}-\d{2}$/, "a planning year is four digits, a hyphen, two digits"),
  ),
  label: text,
  usual: v.optional(v.boolean()),
  sources: v.record(identifier, text),
  identity: v.strictObject({
    code: text,
    name: text,
    type: v.optional(text),
    sha: v.optional(text),
    status: text,
    submission: v.optional(text),
    predecessors: v.optional(text),
  }),
  draft: text,
  final: text,
  roles: v.record(
    identifier,
    v.strictObject({
      label: text,
      title: text,
      version,
      /** Versions that came before in the same round, the first one first: returns of them are still read. */
      earlier: v.optional(v.array(version)),
      sheets: v.array(text),
      files: v.array(text),
    }),
  ),
  dates: v.optional(v.record(identifier, day)),
  lists: v.optional(v.record(identifier, v.array(text))),
  tables: v.optional(v.record(identifier, v.array(v.record(identifier, scalar)))),
});

export const checksDefinition = v.strictObject({
  sources: v.record(identifier, text),
  checks: v.record(
    identifier,
    v.strictObject({
      code: v.pipe(v.string(), v.regex(/^[A-Z]{2}[0-9]{2}$/, "a code is two capital letters and two digits")),
      level,
      title: text,
      short: v.optional(text),
      says: text,
      fix: text,
      source: v.pipe(v.string("a check needs its source"), v.minLength(1, "a check needs its source")),
    }),
  ),
});

export type FieldDefinition = v.InferOutput<typeof field>;
export type ColumnDefinition = v.InferOutput<typeof column>;
export type LineDefinition = v.InferOutput<typeof line>;
export type RuleDefinition = v.InferOutput<typeof rule>;
export type FormDefinition = v.InferOutput<typeof form>;
export type TableDefinition = v.InferOutput<typeof table>;
export type MonthsDefinition = v.InferOutput<typeof months>;
export type ListDefinition = v.InferOutput<typeof list>;
export type ExplanationsDefinition = v.InferOutput<typeof explanations>;
export type NothingDefinition = v.InferOutput<typeof nothing>;
export type ChecksDefinition = v.InferOutput<typeof checks>;
export type SheetDefinition = v.InferOutput<typeof sheetDefinition>;
export type YearDefinition = v.InferOutput<typeof yearDefinition>;
export type StandingDefinition = v.InferOutput<typeof checksDefinition>;
