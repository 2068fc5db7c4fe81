import { isoDay } from "../../cells";
import { servedBy, type PlanningYear, type Service, type Template } from "../../template";

import type { Deadline } from "./reading";

/** What the guidance asks of a role by a day of its own, in the order of the days, with the sheets that answer to it. */
export function deadlinesOf(year: PlanningYear, template: Template): readonly Deadline[] {
  const services = servedBy(year);
  const byDay = new Map<number, { readonly what: string; readonly sheets: readonly string[] }[]>();
  for (const { id, who, due, what } of year.obligations.values()) {
    if (due === null || !who.includes(template.role)) continue;
    const sheets = sheetsServing(services.get(id) ?? [], template);
    const things = byDay.get(due);
    if (things) things.push({ what, sheets });
    else byDay.set(due, [{ what, sheets }]);
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, things]) => ({ day: dayInWords(day), things }));
}

function sheetsServing(services: readonly Service[], template: Template): readonly string[] {
  const own = services.filter(({ role }) => role === template.role);
  const named = (kind: Service["kind"]) =>
    new Set(own.filter((service) => service.kind === kind).map(({ key }) => key));
  const [blocks, fields, rules] = [named("block"), named("field"), named("rule")];
  const columns = (key: string, block: string, column: string) =>
    fields.has(key) || fields.has(`${block}[${column}]`);
  const serving = new Set([
    ...template.sheets
      .filter((sheet) => sheet.blocks.some(({ id }) => blocks.has(id)))
      .map(({ name }) => name),
    ...[...template.fields.values()]
      .filter(({ key, block, column }) => columns(key, block, column))
      .map(({ sheet }) => sheet),
    ...template.rules.filter(({ code }) => rules.has(code)).map(({ sheet }) => sheet),
  ]);
  return template.sheets.map(({ name }) => name).filter((name) => serving.has(name));
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
