import type { Path } from "./source";
import { addsIn, readColumn, type About, type Reading } from "./summary-by-column";
import type { ByColumnDefinition, ByTableDefinition } from "./summary-by-shape";
import { listIn } from "./summary-columns";
import type { SummaryByList, SummaryByTable } from "./summary-over-all";
import { fieldKey, type Block, type Field, type Template, type ValueBlock } from "./template";

/** Reads a table with a row for each choice or line; every list, column and choice in it has to exist in each role concerned. */
export function readByTable(
  written: ByTableDefinition,
  role: string,
  path: Path,
  reading: Reading,
): SummaryByTable | undefined {
  const { source, ground, problems } = reading;
  const about = rowsOf(written, written.role ?? role, path, reading);
  if (!about) return undefined;
  const { title, intro = null, head, total = null, organisations = null } = written;
  const entries = Object.entries(written.columns);
  if (entries.length === 0) problems.push(source.problem(path, "A table has one column at least."));
  const names = new Map(entries.map(([id, of]) => [id, addsIn(of)]));
  const start = { id: written.table, title, intro, head, rows: about.rows, list: about.list, total };
  // A column may be worked out from the totals of its own table, such as a share of all.
  const drafts = entries.map(([id, of]) => ({ id, adds: addsIn(of), source: { kind: kindOf(of) } }));
  ground.tables.set(written.table, { id: written.table, totals: total !== null, columns: drafts });
  const columns = entries.flatMap(([id, of]) =>
    readColumn(id, of, about, names, [...path, "columns", id], reading),
  );
  const places = organisations && { title: organisations.title, intro: organisations.intro ?? null };
  if (places && !about.list)
    problems.push(source.problem([...path, "organisations"], "No rows of a list are put to these rows."));
  return { ...start, columns, totals: total !== null, organisations: places };
}

const kindOf = (of: ByColumnDefinition) => (of.is === undefined ? "worked_out" : "formula");

function rowsOf(written: ByTableDefinition, role: string, path: Path, reading: Reading): About | null {
  const { source, ground, problems } = reading;
  const refuse = (part: string, message: string): null => {
    problems.push(source.problem([...path, part], message));
    return null;
  };
  const template = ground.templates.get(role);
  if (!template) return refuse("role", `There is no role ${role} in this year.`);
  if (written.lines !== undefined && written.by === undefined) {
    const block = blockIn(template, written.lines);
    if (block?.kind !== "table") return refuse("lines", `There is no table ${written.lines} in this return.`);
    const rows = block.lines
      .filter(({ total }) => !total)
      .map(({ id, number, label }) => ({ id, label: number === null ? label : `${number} ${label}` }));
    return { rows, list: null, block: null, named: null };
  }
  if (written.by === undefined || written.lines !== undefined)
    return refuse("table", "A table has a row for each choice, by, or for each line of a table, lines.");
  const [, list = "", column = ""] = /^(\w+)\[(\w+)\]$/.exec(written.by) ?? [];
  const choices = choicesOf(template, list, column);
  if (!choices) return refuse("by", `There is no ${written.by} with a choice of answers in this return.`);
  const rows = choices.map((label, at) => ({ id: `c${String(at + 1)}`, label }));
  if (written.list === undefined && !listIn(template, list))
    return { rows, list: null, block: null, named: null };
  const read = listOf(written, { list, column }, template, path, reading);
  return read && { rows, ...read };
}

function listOf(
  written: ByTableDefinition,
  choice: SummaryByList["choice"],
  template: Template,
  path: Path,
  { source, ground, problems }: Reading,
): Omit<About, "rows"> | null {
  const id = written.list ?? choice.list;
  const refuse = (part: string, message: string): null => {
    problems.push(source.problem([...path, part], message));
    return null;
  };
  const block = listIn(template, id);
  if (!block) return refuse("list", `There is no list ${id} in this return.`);
  if (written.rest === undefined)
    return refuse("by", "The table has to say what rows are called that are of no choice: rest.");
  const through = id === choice.list ? null : namingColumn(template, block, choice.list);
  if (id !== choice.list && !through)
    return refuse("list", `No column of ${id} names rows of ${choice.list}.`);
  const having = [...ground.templates.values()].filter((one) => listIn(one, id));
  const roles = written.roles ?? having.map((one) => one.role);
  for (const role of roles) {
    if (!having.some((one) => one.role === role))
      return refuse("roles", `There is no list ${id} in a return of the role ${role}.`);
  }
  const rest = { id: "rest", label: written.rest };
  const named = through ? (listIn(template, choice.list) ?? null) : null;
  return { block, named, list: { roles, list: id, choice, through, rest } };
}

function blockIn(template: Template, id: string): Block | undefined {
  return template.sheets.flatMap(({ blocks }) => blocks).find((block) => block.id === id);
}

/** The answers of a column, as its first line has them, or of a form's field. */
function choicesOf(template: Template, id: string, column: string): readonly string[] | undefined {
  const block = blockIn(template, id);
  if (!block || block.kind === "checks") return undefined;
  const field =
    block.kind === "form"
      ? template.fields.get(fieldKey(block, column, ""))
      : firstField(template, block, column);
  return field?.type.kind === "choice" ? field.type.choices : undefined;
}

/** The column of a list in which only names of another list's rows may be entered, and the column that has them. */
function namingColumn(
  template: Template,
  block: ValueBlock,
  other: string,
): { readonly column: string; readonly name: string } | null {
  for (const { id: column } of block.columns) {
    const source = firstField(template, block, column)?.source;
    const [named] = source?.kind === "entered" ? (source.among ?? []) : [];
    const field = named === undefined ? undefined : template.fields.get(named);
    if (field?.block === other) return { column, name: field.column };
  }
  return null;
}

function firstField(template: Template, block: ValueBlock, column: string): Field | undefined {
  const [line] = block.lines;
  return line && template.fields.get(fieldKey(block, line.id, column));
}
