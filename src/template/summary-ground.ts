import { Unresolved } from "./resolve";
import type { SummaryReference } from "./summary-template";
import type { Template } from "./template";

/** A table of the summary as far as formulas may name it. */
export interface NamedTable {
  readonly id: string;
  readonly totals: boolean;
  /** Rates that are shown by their mean have that in place of a total. */
  readonly mean?: { readonly weight: string | null } | null;
  readonly columns: readonly {
    readonly id: string;
    readonly adds: boolean;
    readonly type?: { readonly kind: string };
    readonly source: { readonly kind: string };
  }[];
}

/** What a formula over the whole summary may name. */
export interface SummaryGround {
  readonly templates: ReadonlyMap<string, Template>;
  /** Tables by name, as far as they have been read. */
  readonly tables: Map<string, NamedTable>;
  /** What the authority enters: columns by line. */
  readonly held: Map<string, readonly string[]>;
}

/** Refuses a reference to what the summary does not have; throws Unresolved. */
export function checkReference(reference: SummaryReference, ground: SummaryGround): void {
  switch (reference.kind) {
    case "row":
      throw new Unresolved(`[@${reference.column}] stands in no row here; write table.column for its total.`);
    case "total": {
      const { table, column } = columnOf(reference, ground);
      // What does not add up has no total to work with.
      const total = column.adds || column.source.kind === "formula" || isMean(column, table);
      if (!table.totals || !total) throw new Unresolved(`${table.id}.${column.id} has no total.`);
      return;
    }
    case "column":
      columnOf(reference, ground);
      return;
    case "held":
      if (ground.held.get(reference.line)?.includes(reference.column)) return;
      throw new Unresolved(`The authority enters nothing as ${reference.line}[${reference.column}].`);
    case "findings":
      checkCode(reference.code, reference.role, ground.templates);
      return;
    case "returns":
      roleOf(reference.role, ground.templates);
  }
}

function isMean({ type }: NamedTable["columns"][number], { mean }: NamedTable): boolean {
  return (mean ?? null) !== null && type?.kind === "percent";
}

function columnOf(
  { table: name, column: id }: { readonly table: string; readonly column: string },
  { tables }: SummaryGround,
) {
  const table = tables.get(name);
  if (!table) throw new Unresolved(`There is no table ${name} in the summary.`);
  const column = table.columns.find((one) => one.id === id);
  if (!column) throw new Unresolved(`The table ${name} of the summary has no column ${id}.`);
  return { table, column };
}

function checkCode(code: string, role: string | null, templates: ReadonlyMap<string, Template>): void {
  const those = role === null ? [...templates.values()] : [roleOf(role, templates)];
  if (those.some((template) => hasCheck(template, code))) return;
  throw new Unresolved(`There is no check ${code} in ${role === null ? "this year" : `the ${role} return`}.`);
}

function hasCheck({ rules, standing }: Template, code: string): boolean {
  return rules.some((rule) => rule.code === code) || [...standing.values()].some((one) => one.code === code);
}

function roleOf(role: string, templates: ReadonlyMap<string, Template>): Template {
  const template = templates.get(role);
  if (!template) throw new Unresolved(`There is no role ${role} in this year.`);
  return template;
}
