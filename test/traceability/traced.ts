import type { RawValue } from "../../src/cells";
import { findingsOf } from "../../src/return";
import {
  AUTHORITY,
  servedBy,
  type Ask,
  type Field,
  type PlanningYear,
  type Service,
} from "../../src/template";
import { enteredReturn } from "../support/entered-return";
import { writtenReturn } from "../support/honest";
import type { Role, Unmet } from "./unmet";

interface Told {
  readonly code: string;
  /** The keys of the cells that it is about. */
  readonly keys: readonly string[];
}

/** True where these fields, whose entered ones are of these kinds, take such an answer. */
function answered(
  ask: Exclude<Ask, "judgement">,
  fields: readonly Field[],
  kinds: ReadonlySet<string>,
): boolean {
  switch (ask) {
    case "money":
    case "count":
    case "date":
    case "choice":
      return kinds.has(ask);
    case "months":
      return (
        fields.filter(({ source, type }) => source.kind === "entered" && type.kind === "percent").length >= 12
      );
    // The rate in a tariff is given, so a percentage may be worked out or constant.
    case "percentage":
      return fields.some(({ type }) => type.kind === "percent");
    case "record":
      return fields.some(({ row }) => row !== null);
  }
}

/** What is to be proven of a planning year's obligations. */
export interface Traced {
  readonly year: PlanningYear;
  /** The folder of an honest return of each role. */
  readonly honest: Readonly<Record<Role, string>>;
  readonly cases: readonly Unmet[];
  /** Ids that the authority's summary is shown to serve. */
  readonly assured: readonly string[];
  readonly count: number;
  /** "id role ask" of what is answered in another way, and why is said where it is given. */
  readonly elsewhere?: ReadonlySet<string>;
}

/** A row for each obligation and role: a return in which it is unmet yields the finding that says so, and an honest one does not. */
export function traced({ year, honest: names, cases, assured, count, elsewhere = new Set() }: Traced): void {
  const served = servedBy(year);
  const ROLES: readonly Role[] = ["provider", "commissioner"];
  const templateOf = (role: Role) => year.templates.get(role)!;
  const honest = new Map(ROLES.map((role) => [role, writtenReturn(names[role], templateOf(role))]));

  /** What is said of an honest return with these changes. */
  function told(role: Role, changes: Unmet["changes"] = {}, without: Unmet["without"] = []): readonly Told[] {
    const entries = new Map<string, RawValue>(
      [...honest.get(role)!].filter(([key]) => !without.includes(key.split(".")[0]!)),
    );
    for (const [key, value] of Object.entries(changes)) {
      if (templateOf(role).fields.get(key)?.source.kind !== "entered")
        throw new Error(`${key} is not entered`);
      if (value === null) entries.delete(key);
      else entries.set(key, value);
    }
    const found = enteredReturn(templateOf(role), entries);
    const keyAt = new Map([...found.fields].map(([key, { place }]) => [`${place.sheet}!${place.cell}`, key]));
    return findingsOf(found, { register: null, fileName: null, day: null }).map(({ code, sheet, cells }) => ({
      code,
      keys: cells.map((cell) => keyAt.get(`${sheet}!${cell}`)!),
    }));
  }

  const before = new Map(ROLES.map((role) => [role, told(role)]));
  const says = (findings: readonly Told[], { finds, at }: Unmet) =>
    findings.some(({ code, keys }) => code === finds && keys.includes(at));

  /** What serves an obligation in the return of a role. */
  const servicesIn = (id: string, role: string): readonly Service[] =>
    served.get(id)!.filter((service) => service.role === role);

  /** The fields that serve an obligation by themselves or by their block. */
  function fieldsServing(id: string, role: Role): readonly Field[] {
    const services = servicesIn(id, role);
    const keys = new Set(services.filter(({ kind }) => kind === "field").map(({ key }) => key));
    const blocks = new Set(services.filter(({ kind }) => kind === "block").map(({ key }) => key));
    return [...templateOf(role).fields.values()].filter(
      ({ key, block, column }) => blocks.has(block) || keys.has(key) || keys.has(`${block}[${column}]`),
    );
  }

  const OBLIGATIONS = [...year.obligations.values()];
  const CASES = cases.map((row) => [row.id, row.role, row.finds, row] as const);

  describe("the obligations of the guidance", () => {
    test("are all there, and each has a row here for every role that it is asked of, and no other", () => {
      expect(OBLIGATIONS).toHaveLength(count);
      const wanted = OBLIGATIONS.flatMap(({ id, who }) => who.map((role) => `${id} ${role}`));
      const rows = [
        ...CASES.map(([id, role]) => `${id} ${role}`),
        ...assured.map((id) => `${id} ${AUTHORITY}`),
      ];
      expect([...new Set(rows)].sort()).toEqual(wanted.sort());
    });

    describe.each(ROLES)("of a %s", (role) => {
      const asked = OBLIGATIONS.filter(({ who }) => who.includes(role)).map(
        (obligation) => [obligation.id, obligation] as const,
      );

      test.each(asked)("%s is answered by entries of the kind that it asks for", (id, { asks }) => {
        const fields = fieldsServing(id, role);
        const entered = fields.filter(({ source }) => source.kind === "entered");
        const kinds = new Set<string>(entered.map(({ type }) => type.kind));
        expect([id, [...kinds].some((kind) => kind !== "text")]).toEqual([id, true]);
        const open = asks.filter(
          (ask) =>
            // Judgements are the authority's: assurance.test.ts.
            ask !== "judgement" && !elsewhere.has(`${id} ${role} ${ask}`) && !answered(ask, fields, kinds),
        );
        expect([id, open]).toEqual([id, []]);
      });
    });
  });

  describe("a return in which an obligation is unmet", () => {
    test.each(CASES)("%s of a %s: %s says so, and an honest return does not", (id, role, _, row) => {
      expect(says(before.get(role)!, row)).toBe(false);
      const after = told(role, row.changes, row.without);
      expect([row.finds, row.at, says(after, row)]).toEqual([row.finds, row.at, true]);
      const keys = after.filter(({ code }) => code === row.finds).flatMap((finding) => finding.keys);
      const serves = servicesIn(id, role).some(({ kind, key }) => kind === "rule" && key === row.finds);
      const stands = fieldsServing(id, role).some(({ key }) => key === row.at && keys.includes(key));
      expect([id, serves || stands]).toEqual([id, true]);
    });
  });
}
