import { AUTHORITY, servedBy, type Ask, type Field, type Service, type Template } from "../../src/template";
import { planningYear } from "../support/shipped";

const YEAR = planningYear("2007-08");
const SERVED = servedBy(YEAR);

const KINDS: Readonly<Record<Field["type"]["kind"], readonly Ask[]>> = {
  money: ["money"],
  count: ["count"],
  percent: ["percentage"],
  date: ["date"],
  choice: ["choice"],
  text: [],
  code: [],
};

/** The fields of a return that serve: a block's, a column's, one, or those that a rule marks. */
function fieldsOf({ kind, key }: Service, template: Template): readonly Field[] {
  const fields = [...template.fields.values()].filter(({ source }) => source.kind !== "closed");
  if (kind === "block") return fields.filter(({ block }) => block === key);
  if (kind === "field")
    return fields.filter((field) => field.key === key || `${field.block}[${field.column}]` === key);
  const rule = template.rules.find(({ code }) => code === key)!;
  return rule.cases.flatMap(({ at }) => at.map((place) => template.fields.get(place)!));
}

/** What the things that serve an obligation hold: free text alone holds nothing. */
function answers(services: readonly Service[]): ReadonlySet<Ask> {
  const found = new Set<Ask>();
  for (const service of services) {
    if (service.role === AUTHORITY) {
      found.add("judgement");
      const lines = YEAR.summary!.assurance!.sections.flatMap((section) => section.lines);
      for (const { type } of lines.find(({ id }) => id === service.key)!.shows)
        for (const ask of KINDS[type.kind]) found.add(ask);
      continue;
    }
    const template = YEAR.templates.get(service.role)!;
    const fields = fieldsOf(service, template);
    for (const { type, row } of fields) {
      for (const ask of KINDS[type.kind]) found.add(ask);
      if (row !== null) found.add("record");
    }
    for (const { line } of fields)
      if (fields.filter((one) => one.line === line && one.type.kind === "percent").length === 12)
        found.add("months");
  }
  return found;
}

describe("what the guidance of 2007/08 asks for", () => {
  test("is 91 points, each served in every return that it is asked of", () => {
    expect(YEAR.obligations.size).toBe(91);
    for (const { id, who } of YEAR.obligations.values())
      expect([id, who.filter((role) => !SERVED.get(id)!.some((service) => service.role === role))]).toEqual([
        id,
        [],
      ]);
  });

  test("is answered by amounts, numbers, days, percentages, choices and rows where it asks for them, and not by free text alone", () => {
    const wanting = [...YEAR.obligations.values()].flatMap(({ id, who, asks }) =>
      who.flatMap((role) => {
        // The SHA's judgement is its own; what else is asked of it beside others, the returns answer.
        const asked =
          who.length === 1 ? asks : asks.filter((ask) => role !== AUTHORITY && ask !== "judgement");
        const held = answers(SERVED.get(id)!.filter((service) => service.role === role));
        const open = asked.filter((ask) => !held.has(ask));
        return open.length === 0 ? [] : [`${id}, ${role}: ${open.join(", ")}`];
      }),
    );
    expect(wanting).toEqual([]);
  });

  test("has no point that asks for nothing but words", () => {
    const WORDS: ReadonlySet<Ask> = new Set<Ask>(["record", "judgement"]);
    const wordy = [...YEAR.obligations.values()].filter(
      ({ who, asks }) => who.some((role) => role !== AUTHORITY) && asks.every((ask) => WORDS.has(ask)),
    );
    expect(wordy.map(({ id }) => id)).toEqual([]);
  });
});
