import * as v from "valibot";

import { happenings } from "./happening-shapes";
import { code, day, fill, name, number, range, text } from "./shapes";

/** The shape of a demo's definition, as people write it. What its words mean is checked afterwards. */

const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));
const draws = v.record(name, range);

/** What is particular to one return of an organisation. */
const filing = v.strictObject({
  gives: v.optional(v.array(name)),
  draws: v.optional(v.record(v.string(), range)),
  /** Whose returns the rows of its list are about; left out, those of its community. */
  lists: v.optional(v.array(code)),
  does: v.optional(happenings),
});

/** What every organisation fills in that files in a role. */
const role = v.strictObject({
  /** The first and the last day on which returns come in. */
  arrives: v.strictTuple([day, day], "the first and the last day are wanted here"),
  draws,
  sizes: v.record(name, draws),
  figures: v.record(name, formula),
  entries: fill,
  /** List → what is filled in beside what a row takes from another return. */
  rows: v.optional(v.record(name, fill)),
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

export const demoDefinition = v.strictObject({
  sha: v.strictObject({ code, name: text, type: text }),
  seed: v.pipe(number, v.integer("a whole number is wanted here")),
  due: day,
  email: text,
  surnames: v.pipe(v.array(text), v.minLength(3, "at least three names are wanted here")),
  roles: v.record(name, role),
  organisations: v.array(organisation),
});

export type DemoDefinition = v.InferOutput<typeof demoDefinition>;
export type RoleDefinition = v.InferOutput<typeof role>;
export type OrganisationDefinition = v.InferOutput<typeof organisation>;
export type FilingDefinition = v.InferOutput<typeof filing>;
