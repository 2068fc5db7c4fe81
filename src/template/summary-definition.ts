import * as v from "valibot";

import { substitute, type Expression } from "../formula";
import { parseDefinitionFormula, type KeyReference } from "./key";
import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { Template, ValueType } from "./template";

/** What a column of the summary refers to: its own row, or the total of a table's column. */
export type SummaryReference =
  | { readonly kind: "row"; readonly column: string }
  | { readonly kind: "total"; readonly table: string; readonly column: string };

export type SummaryExpression = Expression<SummaryReference>;

export interface SummaryColumn {
  readonly id: string;
  readonly label: string;
  readonly group: string | null;
  readonly width: number | null;
  readonly type: ValueType;
  readonly source:
    | { readonly kind: "value"; readonly key: string }
    | { readonly kind: "formula"; readonly expression: SummaryExpression };
}

/** Organisations × columns. */
export interface SummaryTable {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly columns: readonly SummaryColumn[];
}

export interface SummarySheet {
  readonly name: string;
  readonly intro: string | null;
  readonly tables: readonly SummaryTable[];
}

/** One of the figures that the overview begins with. */
export interface SummaryFigure {
  readonly label: string;
  readonly says: string;
  readonly type: ValueType;
  readonly expression: SummaryExpression;
}

/** What an SHA's summary shows of the returns of one role. */
export interface SummaryTemplate {
  readonly title: string;
  readonly role: string;
  readonly figures: readonly SummaryFigure[];
  readonly sheets: readonly SummarySheet[];
}

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const type = v.picklist(["money", "count", "percent", "text"], "the type is money, count, percent or text");
const decimals = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2));
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));

const column = v.strictObject({
  label: text,
  group: v.optional(text),
  width: v.optional(v.number()),
  type: v.optional(type),
  decimals: v.optional(decimals),
  value: v.optional(text),
  is: v.optional(formula),
});

const table = v.strictObject({
  table: identifier,
  title: text,
  intro: v.optional(text),
  columns: v.optional(v.record(identifier, column)),
  across: v.optional(v.strictObject({ table: identifier, column: identifier })),
});

const definition = v.strictObject({
  title: text,
  role: identifier,
  figures: v.array(
    v.strictObject({ label: text, type, decimals: v.optional(decimals), is: formula, says: text }),
  ),
  sheets: v.array(
    v.strictObject({ sheet: v.pipe(text, v.maxLength(31)), intro: v.optional(text), tables: v.array(table) }),
  ),
});

type TableDefinition = v.InferOutput<typeof table>;

/** Reads what the summary of a year shows; every key and column in it has to exist. */
export function readSummary(
  source: LocatedSource,
  templates: ReadonlyMap<string, Template>,
  problems: DefinitionProblem[],
): SummaryTemplate | undefined {
  const written = source.as(definition, problems);
  if (!written) return undefined;
  const template = templates.get(written.role);
  if (!template) {
    problems.push(source.problem(["role"], `There is no role ${written.role} in this year.`));
    return undefined;
  }
  const columnsOf = new Map<string, ReadonlySet<string>>();
  const sheets = written.sheets.map((sheet, sheetAt): SummarySheet => {
    const tables = sheet.tables.map((one, at): SummaryTable => {
      const path: Path = ["sheets", sheetAt, "tables", at];
      if (columnsOf.has(one.table))
        problems.push(source.problem(path, `The name ${one.table} is used twice.`));
      const columns = one.across
        ? acrossColumns(one, template, source, path, problems)
        : ownColumns(one, template, source, path, problems);
      columnsOf.set(one.table, new Set(columns.map(({ id }) => id)));
      return { id: one.table, title: one.title, intro: one.intro ?? null, columns };
    });
    return { name: sheet.sheet, intro: sheet.intro ?? null, tables };
  });
  const figures = written.figures.flatMap((figure, at): SummaryFigure[] => {
    const expression = understood(figure.is, source, ["figures", at, "is"], problems, (reference) => {
      if (reference.kind === "total" && columnsOf.get(reference.table)?.has(reference.column)) return;
      throw new Unresolved("A figure is worked out from totals, written like table.column.");
    });
    return expression
      ? [{ label: figure.label, says: figure.says, type: typeOf(figure.type, figure.decimals), expression }]
      : [];
  });
  return { title: written.title, role: written.role, figures, sheets };
}

function typeOf(kind: v.InferOutput<typeof type>, places: number | undefined): ValueType {
  if (kind === "money") return { kind };
  return kind === "text" ? { kind, most: 255 } : { kind, decimals: places ?? (kind === "percent" ? 1 : 0) };
}

/** A column for each line of a table of the return. */
function acrossColumns(
  one: TableDefinition,
  template: Template,
  source: LocatedSource,
  path: Path,
  problems: DefinitionProblem[],
): readonly SummaryColumn[] {
  const across = one.across ?? { table: "", column: "" };
  const block = template.sheets.flatMap((sheet) => sheet.blocks).find(({ id }) => id === across.table);
  if (!block || block.kind === "checks" || !block.columns.some(({ id }) => id === across.column)) {
    problems.push(
      source.problem([...path, "across"], `There is no ${across.table}[${across.column}] in this return.`),
    );
    return [];
  }
  return block.lines.flatMap((line): SummaryColumn[] => {
    const field = template.fields.get(`${block.id}.${line.id}[${across.column}]`);
    if (!field || field.source.kind === "closed") return [];
    const label = line.number === null ? line.label : `${line.number} ${line.label}`;
    return [
      {
        id: line.id,
        label,
        group: null,
        width: null,
        type: field.type,
        source: { kind: "value", key: field.key },
      },
    ];
  });
}

function ownColumns(
  one: TableDefinition,
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
    if (of.value !== undefined) {
      const field = template.fields.get(of.value);
      if (!field) problems.push(source.problem([...at, "value"], `There is no ${of.value} in this return.`));
      return field ? [{ ...rest, type: field.type, source: { kind: "value", key: field.key } }] : [];
    }
    if (of.is === undefined || of.type === undefined) {
      problems.push(source.problem(at, "A column takes a value, or has a formula and a type."));
      return [];
    }
    const expression = understood(of.is, source, [...at, "is"], problems, (reference) => {
      if (reference.kind === "row" && names.has(reference.column)) return;
      throw new Unresolved("A column is worked out from columns of its own row, written like [@column].");
    });
    return expression
      ? [{ ...rest, type: typeOf(of.type, of.decimals), source: { kind: "formula", expression } }]
      : [];
  });
}

function understood(
  formulaText: string,
  source: LocatedSource,
  path: Path,
  problems: DefinitionProblem[],
  check: (reference: SummaryReference) => void,
): SummaryExpression | undefined {
  try {
    const parsed = parseDefinitionFormula(formulaText);
    if (parsed.kind === "refused") throw new Unresolved(parsed.message);
    return substitute<KeyReference, SummaryReference>(parsed.expression, (key) => {
      const reference = summaryReference(key);
      check(reference);
      return { kind: "reference", to: reference };
    });
  } catch (problem) {
    if (!(problem instanceof Unresolved)) throw problem;
    problems.push(source.problem(path, problem.message));
    return undefined;
  }
}

function summaryReference(key: KeyReference): SummaryReference {
  if (key.kind === "same_line") return { kind: "row", column: key.column };
  if (key.kind === "field" && key.column === null)
    return { kind: "total", table: key.block, column: key.line };
  throw new Unresolved("A summary knows [@column] and table.column only.");
}
