import * as v from "valibot";

import { serialOfDay } from "../cells";

/** Small shapes of which a demo's definition is made. */

export const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
export const name = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z_]+$/, "a name has small letters and _ only"),
);
export const code = v.pipe(
  v.string("a code is wanted here, as text"),
  v.regex(/^(?=.*[A-Z])[A-Z0-9]{3,5}$/, "a code has capital letters and digits, one letter at least"),
);
export const number = v.number("a number is wanted here");
export const range = v.pipe(
  v.strictTuple([number, number], "the least and the most are wanted here, as [1, 2]"),
  v.check(([least, most]) => least <= most, "the least stands before the most"),
);
/** The serial number of a day, written like 1999-12-31. */
export const day = v.pipe(
  v.string("a day is wanted here, as text"),
  v.check((written) => serialOfDay(written) !== undefined, "a day is written like 1999-12-31"),
  v.transform((written) => serialOfDay(written) ?? 0),
);
/** What is put under a key: a formula, or the value itself. */
export const given = v.union([text, number], "a formula, a text or a number is wanted here");
export const fill = v.record(v.string(), given);
/** The same for all, or for each kind of organisation its own; null where nothing is put. */
export const givenByKind = v.union(
  [given, v.null(), v.record(name, v.nullable(given))],
  "a formula, a text or a number is wanted here, or one for each kind of organisation",
);
export const fillByKind = v.record(v.string(), givenByKind);
/** What a name stands for: a value, a number drawn between two, or one of some texts. */
const worth = v.union([
  text,
  number,
  range,
  v.pipe(v.array(text), v.minLength(2, "two texts at least are wanted here")),
]);
export const worths = v.record(
  name,
  v.union(
    [worth, v.record(name, worth)],
    "a text or a number is wanted here, two numbers or several texts to draw from, or one of these for each kind of organisation",
  ),
);
export const keys = v.array(text, "a list of keys is wanted here");

export type RangeDefinition = v.InferOutput<typeof range>;
export type FillDefinition = v.InferOutput<typeof fill>;
export type GivenDefinition = v.InferOutput<typeof given>;
export type GivenByKind = v.InferOutput<typeof givenByKind>;
export type FillByKind = v.InferOutput<typeof fillByKind>;
export type WorthDefinition = v.InferOutput<typeof worth>;
export type WorthsDefinition = v.InferOutput<typeof worths>;
