import type {
  ChecksDefinition,
  ColumnDefinition,
  ExplanationsDefinition,
  FieldDefinition,
  FormDefinition,
  LineDefinition,
  RuleDefinition,
  TableDefinition,
} from "./definition";
import type { LocatedSource, Path } from "./source";
import type { Block, Column, Line, ValueBlock } from "./template";

/** What a definition says of one field, before lists, formulas and types are understood. */
export interface FieldDraft {
  readonly block: ValueBlock;
  readonly line: Line;
  readonly column: Column;
  readonly sheet: string;
  readonly label: string;
  /** Properties of the line stand over those of its column. */
  readonly properties: Properties;
  /** The choices, where they stand in no list of the year. */
  readonly choices?: readonly string[] | null;
  /** Ids of the obligations that the field serves by itself: those of its line and of its column. */
  readonly serves: readonly string[];
  readonly origin:
    | { readonly kind: "entered" }
    | { readonly kind: "closed" }
    | { readonly kind: "formula"; readonly text: string }
    | { readonly kind: "look_up"; readonly of: string; readonly among: string; readonly gives: string }
    | { readonly kind: "constant"; readonly value: string | number };
  readonly source: LocatedSource;
  readonly path: Path;
}

export type Properties = Pick<
  FieldDefinition,
  "type" | "answer" | "list" | "least" | "most" | "decimals" | "help" | "memo" | "anothers" | "names"
>;

/** Where a block's definition was found. */
export interface Place {
  readonly sheet: string;
  readonly source: LocatedSource;
  readonly path: Path;
}

export interface BlockDraft {
  readonly block: Block;
  readonly fields: readonly FieldDraft[];
}

export function heading(definition: {
  title: string;
  intro?: string | undefined;
  serves?: string[] | undefined;
}) {
  return { title: definition.title, intro: definition.intro ?? null, serves: definition.serves ?? [] };
}

export function properties(of: Properties): Properties {
  const { type, answer, list, least, most, decimals, help, memo, anothers, names } = of;
  return Object.fromEntries(
    Object.entries({ type, answer, list, least, most, decimals, help, memo, anothers, names }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}/;

/** A label inside a longer one: "Revenue" → "revenue", but "IM&T staff" and "March 2009" as they are. */
export function inside(label: string): string {
  return /^[A-Z][a-z]/.test(label) && !MONTH.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}

function lineLabel(line: Line): string {
  return line.number === null ? line.label : `${line.number} ${line.label}`;
}

export function columnLabel(column: Column): string {
  return column.group === null ? column.label : `${column.group} ${inside(column.label)}`;
}

function formLine(id: string, field: FieldDefinition): Line {
  return { id, number: null, label: field.label, total: false, help: field.help ?? null, about: null };
}

/** What a definition says under a name that it is known to have. */
export function written<T>(of: Readonly<Record<string, T>>, name: string): T {
  const found = of[name];
  if (found === undefined) throw new Error(`written: nothing is written of ${name}`);
  return found;
}

export function draftForm(definition: FormDefinition, place: Place): BlockDraft {
  const { width = null } = definition;
  const column: Column = { id: "value", label: "", group: null, under: null, width, shows: "fields" };
  const entries = Object.entries(definition.fields);
  const lines = entries.map(([id, field]) => formLine(id, field));
  const block: ValueBlock = {
    kind: "form",
    id: definition.form,
    unit: null,
    columns: [column],
    lines,
    takes: null,
    ...heading(definition),
  };
  const fields = entries.map(([id, field]): FieldDraft => {
    const line = formLine(id, field);
    const origin: FieldDraft["origin"] =
      field.is !== undefined
        ? { kind: "formula", text: field.is }
        : field.looks_up !== undefined
          ? { kind: "look_up", ...field.looks_up }
          : field.constant !== undefined
            ? { kind: "constant", value: field.constant }
            : { kind: "entered" };
    const path = [...place.path, "fields", id];
    const { serves = [] } = field;
    return {
      ...{ block, line, column, label: field.label, properties: properties(field), serves, origin },
      ...place,
      path,
    };
  });
  return { block, fields };
}

export function draftTable(definition: TableDefinition, place: Place): BlockDraft {
  const columns = Object.entries(definition.columns).map(([id, column]): Column => {
    const { label, group = null, under = null, width = null } = column;
    return { id, label, group, under, width, shows: "fields" };
  });
  const lines = Object.entries(definition.lines).map(([id, line]): Line => {
    const { label, number = null, total = false, help = null } = line;
    return { id, number, label, total, help, about: null };
  });
  const unit = definition.unit ?? null;
  const block: ValueBlock = {
    kind: "table",
    id: definition.table,
    unit,
    columns,
    lines,
    takes: null,
    ...heading(definition),
  };
  const fields = lines.flatMap((line) =>
    columns.map((column): FieldDraft => {
      const ofLine = written(definition.lines, line.id);
      const ofColumn = written(definition.columns, column.id);
      // A line's kind of value is for its figures, not for a column that says itself that it is text.
      const wordy = ofColumn.type === "text" || ofColumn.type === "choice" || ofColumn.type === "date";
      return {
        block,
        line,
        column,
        label: `${lineLabel(line)}, ${inside(columnLabel(column))}`,
        properties: {
          ...(wordy ? {} : properties(ofColumn)),
          ...properties(ofLine),
          ...(wordy ? wordyProperties(ofColumn) : {}),
        },
        serves: [...(ofLine.serves ?? []), ...(ofColumn.serves ?? [])],
        ...tableOrigin(definition, line.id, column.id, ofLine, ofColumn, place.path),
        sheet: place.sheet,
        source: place.source,
      };
    }),
  );
  return { block, fields };
}

/** A text column keeps its own bounds: those of the line are for figures. */
function wordyProperties(column: ColumnDefinition): Properties {
  return { least: undefined, most: undefined, decimals: undefined, ...properties(column) };
}

/** What a table's cell holds. A column's formula stands over a line's: a total across is right on a total line too. */
function tableOrigin(
  definition: TableDefinition,
  line: string,
  column: string,
  ofLine: LineDefinition,
  ofColumn: ColumnDefinition,
  base: Path,
): Pick<FieldDraft, "origin" | "path"> {
  const inLine: Path = [...base, "lines", line];
  const inColumn: Path = [...base, "columns", column];
  if (ofLine.closed?.includes(column)) return { origin: { kind: "closed" }, path: inLine };
  const byColumn = typeof ofColumn.is === "string" ? ofColumn.is : ofColumn.is?.[line];
  if (byColumn !== undefined)
    return { origin: { kind: "formula", text: byColumn }, path: [...inColumn, "is", line] };
  const constant = ofLine.constant?.[column];
  if (constant !== undefined)
    return { origin: { kind: "constant", value: constant }, path: [...inLine, "constant"] };
  if (ofColumn.type === "text") return { origin: { kind: "entered" }, path: inColumn };
  const byLine = typeof ofLine.is === "string" ? ofLine.is : ofLine.is?.[column];
  if (byLine !== undefined)
    return { origin: { kind: "formula", text: byLine }, path: [...inLine, "is", column] };
  if (ofLine.sums !== undefined) {
    const keys = typeof ofLine.sums === "string" ? [ofLine.sums] : ofLine.sums;
    const summed = keys.map((key) => `${definition.table}.${key}[${column}]`).join(",");
    return { origin: { kind: "formula", text: `=SUM(${summed})` }, path: [...inLine, "sums"] };
  }
  return { origin: { kind: "entered" }, path: inColumn };
}

export function draftChecks(definition: ChecksDefinition): BlockDraft {
  return { block: { kind: "checks", id: definition.checks, ...heading(definition) }, fields: [] };
}

/** A line for every rule that may ask for an explanation. */
export function draftExplanations(
  definition: ExplanationsDefinition,
  rules: readonly RuleDefinition[],
  place: Place,
): BlockDraft {
  const columns = Object.entries(definition.columns).map(([id, column]): Column => {
    const { label, under = null, width = null, shows = "fields" } = column;
    return { id, label, group: null, under, width, shows };
  });
  const lines = rules
    .filter((rule) => rule.level === "explain")
    .map((rule): Line => {
      return {
        id: rule.code.toLowerCase(),
        number: null,
        label: rule.code,
        total: false,
        help: null,
        about: rule.code,
      };
    });
  const block: ValueBlock = {
    kind: "explanations",
    id: definition.explanations,
    unit: null,
    columns,
    lines,
    takes: null,
    ...heading(definition),
  };
  const fields = lines.flatMap((line) =>
    columns
      .filter((column) => column.shows === "fields")
      .map((column): FieldDraft => {
        const path = [...place.path, "columns", column.id];
        const label = `${line.label}, ${inside(column.label)}`;
        const of = properties(written(definition.columns, column.id));
        const origin = { kind: "entered" } as const;
        return { block, line, column, label, properties: of, serves: [], origin, ...place, path };
      }),
  );
  return { block, fields };
}
