import type { Obligation } from "./obligations";
import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { readAssurance } from "./summary-assurance";
import { readBeside, type BesideDraft } from "./summary-beside";
import { readByTable } from "./summary-by";
import { readCharts } from "./summary-charts";
import { acrossColumns, listIn, ownColumns, typeOf } from "./summary-columns";
import { checkReference, type SummaryGround } from "./summary-ground";
import { readHeld } from "./summary-held";
import { readList } from "./summary-list";
import { readRating, readStates } from "./summary-marks";
import { readMean, readOnly } from "./summary-rows-shown";
import { readCommitments, readContracts } from "./summary-reconciled";
import { reservedFor, understood } from "./summary-references";
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
const OWN_SHEETS = [
  "overview",
  "assurance",
  "returns",
  "changes",
  "explanations",
  "findings",
  "chart figures",
  "facts",
  "sources",
];

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
  const ground: SummaryGround = { templates, tables: new Map(), held: new Map() };
  const names = new Set(OWN_SHEETS);
  const sheets = written.sheets.flatMap((one, at): SummarySheet[] => {
    const path: Path = ["sheets", at];
    if (names.has(one.sheet.toLowerCase()))
      problems.push(source.problem([...path, "sheet"], `The summary has a sheet ${one.sheet} already.`));
    names.add(one.sheet.toLowerCase());
    if (one.list) {
      const start = { name: one.sheet, intro: one.intro ?? null };
      const list = readList(one.list, start, [...path, "list"], { source, templates, problems });
      if (one.tables || one.rows || one.role)
        problems.push(
          source.problem(path, "A list of every role stands on a sheet of its own, without a role."),
        );
      return list ? [list] : [];
    }
    const { role = "" } = one;
    const template = templates.get(role);
    if (!template) {
      const message =
        role === "" ? "Say of which role this sheet is." : `There is no role ${role} in this year.`;
      problems.push(source.problem(role === "" ? path : [...path, "role"], message));
      return [];
    }
    const read = readSheet({ ...one, role }, template, path, { source, ground, problems });
    return read ? [read] : [];
  });
  if (sheets.filter((sheet) => sheet.kind === "tables" && sheet.held).length > 1)
    problems.push(
      source.problem(["sheets"], "The authority enters figures to hold returns against on one sheet only."),
    );
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
  const charts = readCharts(written.charts ?? [], { source, ground, names, sheets, problems });
  const { title, signed_off: signedOff = [] } = written;
  signedOff.forEach((key, at) => {
    if ([...templates.values()].some(({ fields }) => fields.get(key)?.type.kind === "date")) return;
    problems.push(source.problem(["signed_off", at], `There is no day ${key} in the returns of this year.`));
  });
  return {
    summary: { title, figures, sheets, charts, assurance, commitments, contracts, beside: null, signedOff },
    beside,
  };
}

function readSheet(
  one: SummarySheetDefinition & { readonly role: string },
  template: Template,
  path: Path,
  reading: Reading,
): SummarySheet | undefined {
  const start = { name: one.sheet, role: one.role, intro: one.intro ?? null };
  if (one.rows && !one.tables) return readRows(one.rows, start, template, [...path, "rows"], reading);
  if ((!one.tables && !one.by) || one.rows) {
    reading.problems.push(
      reading.source.problem(path, "A sheet of the summary has tables, or rows of a list."),
    );
    return undefined;
  }
  const { source, problems, ground } = reading;
  const name = (table: string, place: Path) => {
    if (ground.tables.has(table)) problems.push(source.problem(place, `The name ${table} is used twice.`));
    const reason = reservedFor(table);
    if (reason !== null)
      problems.push(source.problem(place, `${table} ${reason}: give the table another name.`));
  };
  const tables = (one.tables ?? []).flatMap((of, at): SummaryTable[] => {
    const place: Path = [...path, "tables", at];
    name(of.table, place);
    const role = of.role ?? one.role;
    const filed = ground.templates.get(role);
    if (!filed) {
      problems.push(source.problem([...place, "role"], `There is no role ${role} in this year.`));
      return [];
    }
    const own = of.across && !of.columns ? [] : ownColumns(of, filed, source, place, problems);
    const across = of.across ? acrossColumns(of, filed, source, place, problems) : [];
    const columns = [...own, ...across];
    const mean = of.mean ? readMean(of.mean, columns, [...place, "mean"], { source, problems }) : null;
    const only =
      of.only === undefined ? null : readOnly(of.only, filed, [...place, "only"], { source, problems });
    const totals = of.totals ?? true;
    const states = of.states ? readStates(of.states, [...place, "states"], reading) : null;
    const { table: id, title, intro = null } = of;
    const table = { id, role, title, intro, columns, totals, states, only, mean };
    ground.tables.set(of.table, table);
    return [table];
  });
  const rating = one.rating ? readRating(one.rating, [...path, "rating"], reading) : null;
  const rated = tables.some(({ columns }) => columns.some(({ source: { kind } }) => kind === "rated"));
  if (rated !== (rating !== null)) {
    const message = rated
      ? "A column is rated here, and there is no rule: rating."
      : "Nothing is rated here.";
    problems.push(source.problem(rated ? path : [...path, "rating"], message));
  }
  // What is over all returns may name the tables of its sheet, above which it stands.
  const by = (one.by ?? []).flatMap((of, at) => {
    const place: Path = [...path, "by", at];
    name(of.table, place);
    return readByTable(of, one.role, place, reading) ?? [];
  });
  const held = one.held ? readHeld(one.held, [...path, "held"], reading) : null;
  for (const { id } of held?.lines ?? [])
    ground.held.set(
      id,
      (held?.columns ?? []).map((column) => column.id),
    );
  return { kind: "tables", ...start, rating, tables, by, held };
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
