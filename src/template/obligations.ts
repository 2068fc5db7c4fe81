import * as v from "valibot";

import { serialOfDay } from "../cells";

import type { DefinitionProblem, LocatedSource, Path } from "./source";

/** Who assures a year's returns as a whole: it files none, and its obligations are served by the summary. */
export const AUTHORITY = "sha";

/**
 * What an answer to an obligation consists of: an amount in £000, another number, a day, a percentage, twelve percentages (one a
 * month), an answer out of a few, rows of a list, the authority's own judgement.
 */
export const ASKS = [
  "money",
  "count",
  "date",
  "percentage",
  "months",
  "choice",
  "record",
  "judgement",
] as const;
export type Ask = (typeof ASKS)[number];

/** One thing that the guidance of a year asks for. */
export interface Obligation {
  readonly id: string;
  /** Roles of the year, and AUTHORITY. */
  readonly who: readonly string[];
  readonly source: string;
  readonly what: string;
  /** The day by which it is due, as Excel counts them; null where no day is set, or not the same one for all. */
  readonly due: number | null;
  readonly asks: readonly Ask[];
}

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const some = <T extends v.GenericSchema<string>>(of: T, what: string) =>
  v.pipe(v.array(of, `a list is wanted here: ${what}`), v.minLength(1, `nothing is named here: ${what}`));

const shape = v.strictObject({
  obligations: v.record(
    v.pipe(
      v.string(),
      v.regex(
        /^[0-9A-Za-z][0-9A-Za-z.-]*$/,
        "the name of an obligation has letters, digits, full stops and hyphens only",
      ),
    ),
    v.strictObject({
      who: some(text, "those of whom it is asked"),
      source: text,
      what: text,
      due: v.optional(text),
      asks: some(
        v.picklist(ASKS, `what is asked for is one of ${ASKS.join(", ")}`),
        "what the answer consists of",
      ),
    }),
  ),
});

/** What obligations may name. */
export interface ObligationGround {
  readonly roles: ReadonlySet<string>;
  /** Days of the year by name. */
  readonly dates: ReadonlyMap<string, number>;
  readonly sourceText: (source: string) => string | null;
}

/** Reads what the guidance of a year asks for, in the order of the file; a role, day or source that is not there refuses it. */
export function readObligations(
  source: LocatedSource,
  ground: ObligationGround,
  problems: DefinitionProblem[],
): ReadonlyMap<string, Obligation> | undefined {
  const before = problems.length;
  const written = source.as(shape, problems);
  const obligations = new Map<string, Obligation>();
  for (const [id, { who, what, asks, ...rest }] of Object.entries(written?.obligations ?? {})) {
    const refuse = (path: Path, message: string) =>
      problems.push(source.problem(["obligations", id, ...path], message));
    who.forEach((role, at) => {
      if (role !== AUTHORITY && !ground.roles.has(role))
        refuse(["who", at], `There is no role ${role} in this year.`);
    });
    for (const [part, names] of Object.entries({ who, asks }))
      [...names].forEach((name: string, at, all) => {
        if (all.indexOf(name) < at) refuse([part, at], `${name} is named twice.`);
      });
    const from = ground.sourceText(rest.source);
    if (from === null)
      refuse(["source"], `The source “${rest.source}” is not among the sources of the year.`);
    const due = rest.due === undefined ? null : dayOf(rest.due, ground);
    if (due === undefined)
      refuse(["due"], `This is no day: write year-month-day, or a name among the dates of the year.`);
    obligations.set(id, { id, who, source: from ?? "", what, due: due ?? null, asks });
  }
  return problems.length > before ? undefined : obligations;
}

function dayOf(written: string, { dates }: ObligationGround): number | undefined {
  return dates.get(written) ?? serialOfDay(written);
}
