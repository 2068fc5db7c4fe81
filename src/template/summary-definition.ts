import type { Obligation } from "./obligations";
import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { readAssurance } from "./summary-assurance";
import { readBeside, type BesideDraft } from "./summary-beside";
import { acrossColumns, listIn, ownColumns, typeOf } from "./summary-columns";
import { checkReference, type SummaryGround } from "./summary-ground";
import { readCommitments, readContracts } from "./summary-reconciled";
import { isReserved, understood } from "./summary-references";
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
const OWN_SHEETS = ["overview", "assurance", "returns", "changes", "explanations", "findings", "facts"];

/** What is gathered while the sheets are read: what is wrong, and the tables that formulas may name. */
interface Reading {
  readonly source: LocatedSource;
  readonly ground: SummaryGround;
  readonly problems: DefinitionProblem[];
}

/** The summary of a year, and what it sets beside the year as far as it can be read without the other one. */
export interface SummaryRead {
  readonly summary: SummaryTemplate;
  readonly beside: BesideDraft | null;
}

/**
 * Reads what the summary of a year shows; every role, key, column, check and obligation in it has to exist. `obligations`: null
 * where the year lists none.
 */
export function readSummary(
  source: LocatedSource,
  templates: ReadonlyMap<string, Template>,
  problems: DefinitionProblem[],
  obligations: ReadonlyMap<string, Obligation> | null = null,
): SummaryRead | undefined {
  const written = source.as(summaryDefinition, problems);
  if (!written) return undefined;
  const ground: SummaryGround = { templates, tables: new Map() };
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
    const read = readSheet(one, template, path, { source, ground, problems });
    return read ? [read] : [];
  });
  const figures = written.figures.flatMap((figure, at): SummaryFigure[] => {
    const expression = understood(figure.is, source, ["figures", at, "is"], problems, (reference) => {
      if (reference.kind !== "total")
        throw new Unresolved("A figure is worked out from totals, written like table.column.");
      checkReference(reference, ground);
    });
    return expression
      ? [{ label: figure.label, says: figure.says, type: typeOf(figure.type, figure.decimals), expression }]
      : [];
  });
  const assurance = written.assurance
    ? readAssurance(written.assurance, { source, ground, obligations, problems })
    : null;
  const reading = { source, templates, names, problems };
  const commitments = written.commitments ? readCommitments(written.commitments, reading) : null;
  const contracts = written.lsp ? readContracts(written.lsp, reading) : null;
  const beside = written.beside ? readBeside(written.beside, reading) : null;
  const { title } = written;
  return { summary: { title, figures, sheets, assurance, commitments, contracts, beside: null }, beside };
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
  const { source, problems, ground } = reading;
  const tables = one.tables.flatMap((of, at): SummaryTable[] => {
    const place: Path = [...path, "tables", at];
    if (ground.tables.has(of.table))
      problems.push(source.problem(place, `The name ${of.table} is used twice.`));
    if (isReserved(of.table)) {
      const message = `${of.table} counts findings or returns: give the table another name.`;
      problems.push(source.problem(place, message));
    }
    const role = of.role ?? one.role;
    const filed = ground.templates.get(role);
    if (!filed) {
      problems.push(source.problem([...place, "role"], `There is no role ${role} in this year.`));
      return [];
    }
    const columns = of.across
      ? acrossColumns(of, filed, source, place, problems)
      : ownColumns(of, filed, source, place, problems);
    const totals = of.totals ?? true;
    const table = { id: of.table, role, title: of.title, intro: of.intro ?? null, columns, totals };
    ground.tables.set(of.table, table);
    return [table];
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
