import { isoDay } from "../../cells";
import { servedBy, type PlanningYear, type Service, type Template } from "../../template";

import type { Deadline } from "./reading";

/** What the guidance asks of a role by a day of its own, in the order of the days, with the sheets that answer to it. */
export function deadlinesOf(year: PlanningYear, template: Template): readonly Deadline[] {
  const services = servedBy(year);
  const sheetOf = sheetsByService(template);
  const order = template.sheets.map(({ name }) => name);
  const byDay = new Map<number, { readonly what: string; readonly sheets: readonly string[] }[]>();
  for (const { id, who, due, what } of year.obligations.values()) {
    if (due === null || !who.includes(template.role)) continue;
    const own = (services.get(id) ?? []).filter(({ role }) => role === template.role);
    const serving = new Set(own.flatMap((service) => sheetOf.get(named(service)) ?? []));
    const thing = { what, sheets: order.filter((name) => serving.has(name)) };
    const things = byDay.get(due);
    if (things) things.push(thing);
    else byDay.set(due, [thing]);
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, things]) => ({ day: dayInWords(day), things }));
}

const named = ({ kind, key }: Pick<Service, "kind" | "key">) => `${kind} ${key}`;

/** On which sheet of a return each thing stands that may serve an obligation. */
function sheetsByService({ sheets, fields, rules }: Template): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, blocks } of sheets)
    for (const { id } of blocks) found.set(named({ kind: "block", key: id }), name);
  for (const { key, block, column, row, sheet } of fields.values())
    found.set(named({ kind: "field", key: row === null ? key : `${block}[${column}]` }), sheet);
  for (const { code, sheet } of rules) found.set(named({ kind: "rule", key: code }), sheet);
  return found;
}

const WORDS = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

function dayInWords(serial: number): string {
  const iso = isoDay(serial);
  return iso === undefined ? "" : WORDS.format(new Date(`${iso}T00:00:00Z`));
}
