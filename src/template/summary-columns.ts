import { isAnothers } from "./anothers";
import { formulaOverReturn } from "./over-return";
import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { understood } from "./summary-references";
import type { SummaryColumnDefinition, SummaryTableDefinition, SummaryTypeName } from "./summary-shape";
import type { SummaryColumn } from "./summary-template";
import type { Field, Template, ValueBlock, ValueType } from "./template";

/** A type as a column or figure of the summary names it. */
export function typeOf(kind: SummaryTypeName, places: number | undefined): ValueType {
  if (kind === "money") return { kind };
  return kind === "text" ? { kind, most: 255 } : { kind, decimals: places ?? (kind === "percent" ? 1 : 0) };
}

/** A column for each line of a table of the return, or for each column of one of its lines. */
export function acrossColumns(
  one: SummaryTableDefinition,
  template: Template,
  source: LocatedSource,
  path: Path,
  problems: DefinitionProblem[],
): readonly SummaryColumn[] {
  const { table, column, line, group = null, width = null } = one.across ?? { table: "" };
  const refuse = (message: string): readonly SummaryColumn[] => {
    problems.push(source.problem([...path, "across"], message));
    return [];
  };
  const block = template.sheets.flatMap((sheet) => sheet.blocks).find(({ id }) => id === table);
  if ((column === undefined) === (line === undefined))
    return refuse("A table goes across the lines of one column, or across the columns of one line.");
  const made = (id: string, label: string, key: string): readonly SummaryColumn[] => {
    const field = template.fields.get(key);
    if (!field || field.source.kind === "closed") return [];
    const { type } = field;
    return [{ id, label, group, width, type, source: { kind: "value", key }, adds: addsUp(field, template) }];
  };
  if (column !== undefined) {
    if (!block || block.kind === "checks" || !block.columns.some(({ id }) => id === column))
      return refuse(`There is no ${table}[${column}] in this return.`);
    return block.lines.flatMap(({ id, number, label }) =>
      made(id, number === null ? label : `${number} ${label}`, `${block.id}.${id}[${column}]`),
    );
  }
  if (!block || block.kind === "checks" || !block.lines.some(({ id }) => id === line))
    return refuse(`There is no ${table}.${line ?? ""} in this return.`);
  return block.columns.flatMap(({ id, label }) => made(id, label, `${block.id}.${line ?? ""}[${id}]`));
}

/** Amounts and counts add up; a memo is in a total already, and another body's figure is in that body's own return. */
function addsUp(field: Field, { fields }: Template): boolean {
  const amount = field.type.kind === "money" || field.type.kind === "count";
  return amount && !field.memo && !isAnothers(field, fields);
}

/** The columns that a table of the summary has of its own. */
export function ownColumns(
  one: SummaryTableDefinition,
  template: Template,
  source: LocatedSource,
  path: Path,
  problems: DefinitionProblem[],
): readonly SummaryColumn[] {
  const written = Object.entries(one.columns ?? {});
  const names = new Set(written.map(([id]) => id));
  if (names.size === 0)
    problems.push(
      source.problem(path, "A table of the summary has columns, or goes across a table of the return."),
    );
  return written.flatMap(([id, of]): SummaryColumn[] => {
    const at: Path = [...path, "columns", id];
    const rest = { id, label: of.label, group: of.group ?? null, width: of.width ?? null };
    const refuse = (part: string, message: string): readonly SummaryColumn[] => {
      problems.push(source.problem([...at, part], message));
      return [];
    };
    if (of.value !== undefined) {
      const field = template.fields.get(of.value);
      if (!field) return [...refuse("value", `There is no ${of.value} in this return.`)];
      const { type: kind, key } = field;
      return [{ ...rest, type: kind, source: { kind: "value", key }, adds: addsUp(field, template) }];
    }
    if (of.count !== undefined) {
      const counted = countColumn(of.count, template);
      if (!counted) return [...refuse("count", `There is no ${of.count} in a list of this return.`)];
      return [{ ...rest, type: { kind: "count", decimals: 0 }, source: counted, adds: false }];
    }
    if (of.works_out !== undefined && of.type !== undefined) {
      const { works_out: formula, adds = false } = of;
      const read = formulaOverReturn(formula, template);
      if (read.kind === "refused") return [...refuse("works_out", read.message)];
      const type = typeOf(of.type, of.decimals);
      if (adds && type.kind !== "money" && type.kind !== "count")
        return [...refuse("adds", "Only amounts and counts add up over organisations.")];
      return [{ ...rest, type, source: { kind: "works_out", formula }, adds }];
    }
    if (of.rates !== undefined) {
      const rated = one.columns?.[of.rates];
      if (rated?.type !== "percent")
        return [...refuse("rates", `There is no column ${of.rates} of shares here.`)];
      return [{ ...rest, type: typeOf("text", 0), source: { kind: "rated", of: of.rates }, adds: false }];
    }
    if (of.is === undefined || of.type === undefined) {
      const message =
        "A column takes a value, counts rows, works something out, or has a formula and a type.";
      problems.push(source.problem(at, message));
      return [];
    }
    const expression = understood(of.is, source, [...at, "is"], problems, (reference) => {
      if (reference.kind === "row" && names.has(reference.column)) return;
      throw new Unresolved("A column is worked out from columns of its own row, written like [@column].");
    });
    const type = typeOf(of.type, of.decimals);
    return expression ? [{ ...rest, type, source: { kind: "formula", expression }, adds: false }] : [];
  });
}

/** `list[column]`: how many rows have something there. */
function countColumn(
  written: NonNullable<SummaryColumnDefinition["count"]>,
  template: Template,
): Extract<SummaryColumn["source"], { kind: "entries" }> | undefined {
  const [, list = "", id = ""] = /^([a-z][a-z0-9_]*)\[([a-z][a-z0-9_]*)\]$/.exec(written) ?? [];
  const there = listIn(template, list)?.columns.some((one) => one.id === id) ?? false;
  return there ? { kind: "entries", list, column: id } : undefined;
}

/** The list of a return by its name. */
export function listIn(template: Template, id: string): ValueBlock | undefined {
  return template.sheets
    .flatMap((sheetOf) => sheetOf.blocks)
    .find((block): block is ValueBlock => block.kind === "list" && block.id === id);
}
