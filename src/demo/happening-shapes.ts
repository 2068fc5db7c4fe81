import * as v from "valibot";

import { code, day, fill, keys, name, number, text } from "./shapes";

const version = v.pipe(
  v.string("a version is a text, in quotes"),
  v.regex(/^\d+\.\d+$/, 'a version is written like "1.0"'),
);
const columns = v.strictObject({ block: text, columns: v.record(v.string(), text) });
const digits = v.pipe(text, v.includes("#", "# stands for the amount, as in £#"));

export const happenings = v.array(
  v.record(v.string(), v.unknown()),
  "a list of what happened is wanted here",
);

/** What can happen to a return. Each is known by the one word that it begins with. */
export const HAPPENING_SHAPES = {
  // To what is entered.
  scale: v.strictObject({ blocks: keys, by: number }),
  set: fill,
  typed: fill,
  blank: keys,
  copy: columns,
  swap: columns,
  refill: v.array(text, "a list of blocks is wanted here"),
  leave_out: v.array(text, "a list of rows is wanted here"),
  figures_of: v.strictObject({
    code: v.optional(code),
    role: v.optional(name),
    blocks: v.optional(v.array(text, "a list of blocks is wanted here")),
  }),
  type_over: fill,
  text: v.strictObject({ keys, as: digits }),
  negative: keys,
  reason: v.strictObject({ for: text, says: text }),
  final: fill,
  // To the rows of its lists.
  lists: v.array(code, "a list of codes is wanted here"),
  took: v.record(v.string(), text),
  // To the workbook.
  formula: v.record(v.string(), v.pipe(text, v.startsWith("=", "a formula begins with ="))),
  insert_row: v.strictObject({ below: text, label: text, figures: v.record(v.string(), number) }),
  rename_sheet: v.strictObject({ from: text, to: text }),
  // To the file.
  version,
  arrived: day,
  not_returned: v.literal(true, "write true here"),
  spoiled: text,
  twice: text,
  also_sent: v.strictObject({ called: text, submission: number, does: v.optional(happenings) }),
} as const;

export type HappeningName = keyof typeof HAPPENING_SHAPES;
export type ColumnsDefinition = v.InferOutput<typeof columns>;
