import { AUTHORITY, type Obligation } from "./obligations";
import type { PlanningYear } from "./planning-year";
import type { DefinitionProblem, LocatedSource } from "./source";
import type { Template } from "./template";

/** Something that serves an obligation. */
export interface Service {
  /** The role in whose return it stands; AUTHORITY for the summary's assurance. */
  readonly role: string;
  readonly kind: "block" | "field" | "rule" | "assurance";
  /**
   * The block's name, the field's key, the rule's code or the name of the line of assurance. A column of a list stands once, written
   * like `list[column]`, for all its rows.
   */
  readonly key: string;
}

/** What serves each obligation of the year, in the order of the returns; nothing for one that none serves. */
export function servedBy(
  year: Pick<PlanningYear, "obligations" | "templates" | "summary">,
): ReadonlyMap<string, readonly Service[]> {
  const served = new Map<string, Map<string, Service>>(
    [...year.obligations.keys()].map((id) => [id, new Map<string, Service>()]),
  );
  const add = (ids: readonly string[], service: Service) => {
    for (const id of ids) served.get(id)?.set(`${service.role} ${service.kind} ${service.key}`, service);
  };
  for (const [role, template] of year.templates) addReturn(role, template, add);
  for (const section of year.summary?.assurance?.sections ?? [])
    for (const line of section.lines) add(line.serves, { role: AUTHORITY, kind: "assurance", key: line.id });
  return new Map([...served].map(([id, services]) => [id, [...services.values()]]));
}

function addReturn(
  role: string,
  { sheets, fields, rules }: Template,
  add: (ids: readonly string[], service: Service) => void,
): void {
  for (const { id, serves } of sheets.flatMap(({ blocks }) => blocks))
    add(serves, { role, kind: "block", key: id });
  for (const { key, block, column, row, source, serves } of fields.values()) {
    // Where nothing applies, nothing is answered.
    if (source.kind === "closed") continue;
    add(serves, { role, kind: "field", key: row === null ? key : `${block}[${column}]` });
  }
  for (const { code, serves } of rules) add(serves, { role, kind: "rule", key: code });
}

/** An obligation has to be served in the return of each role that it is asked of; the authority's by the summary. */
export function checkServed(
  year: Pick<PlanningYear, "obligations" | "templates" | "summary">,
  source: LocatedSource,
  problems: DefinitionProblem[],
): void {
  const served = servedBy(year);
  for (const { id, who } of year.obligations.values())
    for (const role of unserved({ id, who }, served)) {
      const where =
        role === AUTHORITY
          ? "No line of the summary's assurance"
          : `Nothing in the ${year.templates.get(role)?.roleLabel ?? role} return`;
      problems.push(source.problem(["obligations", id], `${where} says that it serves ${id}.`));
    }
}

/** The roles that an obligation is asked of and that do not serve it. */
export function unserved(
  { id, who }: Pick<Obligation, "id" | "who">,
  served: ReadonlyMap<string, readonly Service[]>,
): readonly string[] {
  const services = served.get(id) ?? [];
  return who.filter((role) => !services.some((service) => service.role === role));
}
