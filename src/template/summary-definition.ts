import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { acrossColumns, listIn, ownColumns, typeOf, understood } from "./summary-columns";
import { summaryDefinition, type SummarySheetDefinition } from "./summary-shape";
import type {
  SummaryFigure,
  SummaryRows,
  SummarySheet,
  SummaryTable,
  SummaryTemplate,
} from "./summary-template";
import type { Template } from "./template";

/** What every summary has, whatever its year defines. */
const OWN_SHEETS = ["overview", "returns", "findings", "facts"];

/** What is gathered while the sheets are read: what is wrong, and the tables whose totals the figures may use. */
interface Reading {
  readonly source: LocatedSource;
  readonly templates: ReadonlyMap<string, Template>;
  readonly problems: DefinitionProblem[];
  readonly columnsOf: Map<string, ReadonlySet<string>>;
}

/** Reads what the summary of a year shows; every role, key and column in it has to exist. */
export function readSummary(
  source: LocatedSource,
  templates: ReadonlyMap<string, Template>,
  problems: DefinitionProblem[],
): SummaryTemplate | undefined {
  const written = source.as(summaryDefinition, problems);
  if (!written) return undefined;
  const columnsOf = new Map<string, ReadonlySet<string>>();
  const names = new Set(OWN_SHEETS);
  const sheets = written.sheets.flatMap((one, at): SummarySheet[] => {
    const path: Path = ["sheets", at];
    if (names.has(one.sheet.toLowerCase()))
      problems.push(source.problem([...path, "sheet"], `The summary has a sheet ${one.sheet} already.`));
    names.add(one.sheet.toLowerCase());
    const template = templates.get(one.role);
    if (!template) {
      problems.push(source.problem([...path, "role"], `There is no role ${one.role} in this year.`));
      return [];
    }
    const read = readSheet(one, template, path, { source, templates, problems, columnsOf });
    return read ? [read] : [];
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
  return { title: written.title, figures, sheets };
}

function readSheet(
  one: SummarySheetDefinition,
  template: Template,
  path: Path,
  reading: Reading,
): SummarySheet | undefined {
  const start = { name: one.sheet, role: one.role, intro: one.intro ?? null };
  if (one.rows && !one.tables) return readRows(one.rows, start, template, [...path, "rows"], reading);
  if (!one.tables || one.rows) {
    reading.problems.push(
      reading.source.problem(path, "A sheet of the summary has tables, or rows of a list."),
    );
    return undefined;
  }
  const { source, problems, columnsOf } = reading;
  const tables = one.tables.map((of, at): SummaryTable => {
    const place: Path = [...path, "tables", at];
    if (columnsOf.has(of.table)) problems.push(source.problem(place, `The name ${of.table} is used twice.`));
    const columns = of.across
      ? acrossColumns(of, template, source, place, problems)
      : ownColumns(of, template, source, place, problems);
    const totals = of.totals ?? true;
    // What has no total can't be worked with.
    columnsOf.set(of.table, new Set(totals ? columns.map(({ id }) => id) : []));
    return { id: of.table, title: of.title, intro: of.intro ?? null, columns, totals };
  });
  return { kind: "tables", ...start, tables };
}

function readRows(
  rows: NonNullable<SummarySheetDefinition["rows"]>,
  start: Pick<SummaryRows, "name" | "role" | "intro">,
  template: Template,
  path: Path,
  { source, problems }: Reading,
): SummaryRows {
  const list = listIn(template, rows.of);
  const also = rows.also ?? [];
  if (!list?.takes) {
    const message = `There is no list ${rows.of} in this return that is put in from other returns.`;
    problems.push(source.problem([...path, "of"], message));
  } else
    also.forEach((column, at) => {
      if (list.columns.some(({ id }) => id === column)) return;
      problems.push(source.problem([...path, "also", at], `The list ${rows.of} has no column ${column}.`));
    });
  return { kind: "rows", ...start, list: rows.of, also };
}
