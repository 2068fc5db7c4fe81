import type { Organisation, Register } from "../../register";
import type { PlanningYear } from "../../template";

import { reportedReturns, type ReportedReturn } from "./reported-return";
import type { AuthoritySummary } from "./read-summary";

/** A strategic health authority with its summary, or without one. */
export interface Authority {
  readonly code: string;
  readonly name: string;
  readonly summary: AuthoritySummary | null;
  readonly returns: readonly ReportedReturn[];
  /** The register's bodies that file: of each role, how many; null where no register was given or it does not have this authority. */
  readonly expected: ReadonlyMap<string, number> | null;
  /** Bodies in the summary that the register has elsewhere or nowhere. */
  readonly strangers: readonly string[];
}

/** The summaries of a year's authorities together. */
export interface National {
  readonly year: PlanningYear;
  readonly authorities: readonly Authority[];
  /** Whether a register said which authorities there are. */
  readonly registered: boolean;
}

export type NationalResult =
  | { readonly kind: "national"; readonly national: National }
  /** Sentences on what would be counted twice. */
  | { readonly kind: "refused"; readonly messages: readonly string[] };

/** Puts summaries together; nothing may be in them twice. With a register, authorities without a summary are shown as missing. */
export function nationalOf(
  summaries: readonly AuthoritySummary[],
  year: PlanningYear,
  register: Register | null,
): NationalResult {
  const messages = [...sameAuthority(summaries), ...sameBody(summaries, year)];
  if (messages.length > 0) return { kind: "refused", messages };
  const returnsIn = reportedReturns(year);
  const expected = register ? authoritiesIn(register, year) : new Map<string, readonly Organisation[]>();
  const given = new Map(summaries.map((summary) => [summary.sha.code, summary]));
  const beside = [...given.keys()].filter((code) => !expected.has(code)).sort();
  const authorities = [...expected.keys(), ...beside].map((code): Authority => {
    const summary = given.get(code) ?? null;
    const returns = summary ? returnsIn(summary.facts) : [];
    const bodies = expected.get(code) ?? null;
    const own = new Set(bodies?.map((body) => body.code));
    return {
      code,
      name: register?.find(code)?.name ?? summary?.sha.name ?? code,
      summary,
      returns,
      expected: bodies && countsOf(bodies, year),
      strangers: bodies ? unique(returns.map(({ org }) => org)).filter((org) => !own.has(org)) : [],
    };
  });
  return { kind: "national", national: { year, authorities, registered: register !== null } };
}

function sameAuthority(summaries: readonly AuthoritySummary[]): readonly string[] {
  const first = new Map<string, AuthoritySummary>();
  return summaries.flatMap((summary) => {
    const { code } = summary.sha;
    const other = first.get(code);
    if (!other) first.set(code, summary);
    if (!other) return [];
    return other.sha256 === summary.sha256
      ? [`${other.file} and ${summary.file} are the same summary, of ${code}. Name one of them.`]
      : [`${other.file} and ${summary.file} are both the summary of ${code}. Name the one that counts.`];
  });
}

/** A body that two authorities have would be in the total twice. */
function sameBody(summaries: readonly AuthoritySummary[], year: PlanningYear): readonly string[] {
  const first = new Map<string, AuthoritySummary>();
  return summaries.flatMap((summary) => {
    const ofYear = summary.facts.filter((fact) => fact.year === year.id);
    const bodies = unique(ofYear.map(({ org, role }) => `${org} (${role})`));
    return bodies.flatMap((body) => {
      const other = first.get(body);
      if (!other) first.set(body, summary);
      // Two summaries of one authority are refused as a whole.
      if (!other || other.sha.code === summary.sha.code) return [];
      const both = `${other.sha.code} (${other.file}) and of ${summary.sha.code} (${summary.file})`;
      return [
        `${body} is in the summary of ${both} and would be counted twice. Have one of them made anew without it.`,
      ];
    });
  });
}

/** The authorities of a register that have bodies which file, with these bodies, in the register's order. */
function authoritiesIn(
  { organisations }: Register,
  { templates }: PlanningYear,
): ReadonlyMap<string, readonly Organisation[]> {
  const found = new Map<string, Organisation[]>();
  for (const body of organisations) {
    if (body.sha === null || ![...templates.values()].some(({ files }) => files.includes(body.type)))
      continue;
    found.set(body.sha, [...(found.get(body.sha) ?? []), body]);
  }
  return found;
}

function countsOf(bodies: readonly Organisation[], { templates }: PlanningYear): ReadonlyMap<string, number> {
  return new Map(
    [...templates].map(([role, { files }]) => [
      role,
      bodies.filter(({ type }) => files.includes(type)).length,
    ]),
  );
}

/** The returns of an authority in a role that have something in them. */
export function filledReturns({ returns }: Authority, role: string): readonly ReportedReturn[] {
  return returns.filter(({ template, filled }) => filled && template.role === role);
}

/** The roles in which somebody files, in the year's order. */
export function rolesReported({ year, authorities }: National): readonly (readonly [string, string])[] {
  return [...year.templates]
    .filter(([role]) =>
      authorities.some(
        ({ returns, expected }) =>
          (expected?.get(role) ?? 0) > 0 || returns.some(({ template }) => template.role === role),
      ),
    )
    .map(([role, { roleLabel }]) => [role, roleLabel] as const);
}

/** What somebody has to know who reads an authority's figures, in sentences. */
export function remarksOn(
  { summary, expected, strangers }: Authority,
  { registered }: National,
): readonly string[] {
  return [
    ...(registered && expected === null
      ? ["The register has no organisation of this authority that files."]
      : []),
    ...(summary && strangers.length > 0
      ? [`Not of this authority in the register, and in its totals all the same: ${strangers.join(", ")}.`]
      : []),
    ...(summary?.remarks ?? []),
  ];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
