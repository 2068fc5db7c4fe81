import { serialOfDay, type RawValue } from "../../cells";
import { isBegun } from "../../return";
import { rowNumber, widened, type PlanningYear, type Template } from "../../template";

import type { Fact } from "../facts";

/** A return as the facts of a summary tell of it. */
export interface ReportedReturn {
  readonly org: string;
  /** Of the version that it was made from, or else the current one, as returns are read; its lists as long as the facts have them. */
  readonly template: Template;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Whether anything but the organisation was in it. */
  readonly filled: boolean;
}

/** The returns of a year that facts tell of, in the order in which they come. */
export type ReportedReturns = (facts: readonly Fact[]) => readonly ReportedReturn[];

/** Reads returns from facts; every template is drawn once, however many returns are of it. */
export function reportedReturns(year: PlanningYear): ReportedReturns {
  const templateOf = templatesOf(year);
  return (facts) => {
    const byReturn = new Map<string, Fact[]>();
    for (const fact of facts) {
      if (fact.year !== year.id) continue;
      const name = `${fact.org} ${fact.role}`;
      const known = byReturn.get(name);
      if (known) known.push(fact);
      else byReturn.set(name, [fact]);
    }
    return [...byReturn.values()].flatMap((ofReturn): ReportedReturn[] => {
      const [first] = ofReturn;
      if (!first) return [];
      const template = templateOf(first, ofReturn);
      const byKey = new Map(ofReturn.map((fact) => [fact.key, fact]));
      const one = { org: first.org, template, facts: byKey };
      return [{ ...one, filled: isBegun(template, (key) => reportedValue(one, key)) }];
    });
  };
}

/** What counts under a key: a day as Excel counts it, as formulas need it. */
export function reportedValue(
  { template, facts }: Pick<ReportedReturn, "template" | "facts">,
  key: string,
): RawValue {
  const value = facts.get(key)?.value ?? null;
  if (typeof value !== "string" || template.fields.get(key)?.type.kind !== "date") return value;
  return serialOfDay(value) ?? value;
}

function templatesOf(year: PlanningYear): (of: Fact, facts: readonly Fact[]) => Template {
  const drawn = new Map<string, Template>();
  return ({ role, version }, facts) => {
    const current = year.templates.get(role);
    const made = current?.version === version ? current : (year.earlier(role, version) ?? current);
    if (!made) throw new Error(`templatesOf: the year has no return of a ${role}`);
    const longest = longestRows(facts, made);
    const name = `${role} ${made.version} ${[...longest].map(([list, rows]) => `${list} ${rows}`).join(" ")}`;
    const known = drawn.get(name);
    if (known) return known;
    const template = [...longest].reduce((so, [list, rows]) => widened(so, list, rows), made);
    drawn.set(name, template);
    return template;
  };
}

/** List → the number of its last row, for the lists that go on below what the template draws. */
function longestRows(facts: readonly Fact[], template: Template): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { key } of facts) {
    if (template.fields.has(key)) continue;
    const [, list = "", line = ""] = /^([^.[]+)\.([^.[]+)\[/.exec(key) ?? [];
    const rows = rowNumber(line);
    if (rows !== undefined) longest.set(list, Math.max(rows, longest.get(list) ?? 0));
  }
  return new Map([...longest].sort(([a], [b]) => (a < b ? -1 : 1)));
}
