import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { ChartDefinition, ChartSeriesDefinition } from "./summary-charts-shape";
import { typeOf } from "./summary-columns";
import { checkReference, type NamedTable, type SummaryGround } from "./summary-ground";
import { understood } from "./summary-references";
import { ofRows } from "./summary-charts-rows";
import type { SummaryChart, SummarySheet } from "./summary-template";
import { readWords } from "./summary-words";

/** What charts are read with: where they are written, what their formulas may name, the summary's sheets and all their names in small letters. */
interface Reading {
  readonly source: LocatedSource;
  readonly ground: SummaryGround;
  readonly names: ReadonlySet<string>;
  readonly sheets: readonly SummarySheet[];
  readonly problems: DefinitionProblem[];
}

/** Reads the charts of a summary; every sheet, table, column and total that they name has to exist. */
export function readCharts(written: readonly ChartDefinition[], reading: Reading): readonly SummaryChart[] {
  const { source, names: sheetNames, problems } = reading;
  const names = new Set<string>();
  return written.flatMap((one, at): SummaryChart[] => {
    const path: Path = ["charts", at];
    const refuse = (part: string, message: string) => problems.push(source.problem([...path, part], message));
    if (names.has(one.chart)) refuse("chart", `There is a chart ${one.chart} already.`);
    names.add(one.chart);
    if (!sheetNames.has(one.on.toLowerCase())) refuse("on", `The summary has no sheet ${one.on}.`);
    const { below = null } = one;
    if (below !== null && !standsOn(one.on, below, reading))
      refuse("below", `There is no table ${below} on the sheet ${one.on}.`);
    if (one.kind.startsWith("stacked") && one.series.length < 2)
      refuse("series", "What is stacked has two series at least.");
    const draws = drawnBy(one, path, reading);
    if (!draws) return [];
    const title = readWords(one.title, [...path, "title"], reading);
    const says = readWords(one.says, [...path, "says"], reading);
    const { chart: id, on, kind } = one;
    return [{ id, on, below, kind, type: typeOf(one.type, one.decimals), title, says, draws }];
  });
}

function standsOn(on: string, table: string, { sheets }: Reading): boolean {
  const sheet = sheets.find(({ name }) => name.toLowerCase() === on.toLowerCase());
  return sheet?.kind === "tables" && [...sheet.by, ...sheet.tables].some(({ id }) => id === table);
}

function drawnBy(one: ChartDefinition, path: Path, reading: Reading): SummaryChart["draws"] | undefined {
  const { points, organisations, rows } = one;
  if ([points, organisations, rows].filter((of) => of !== undefined).length === 1) {
    if (points) return ofPoints(points, one.series, path, reading);
    if (organisations) return ofOrganisations(organisations, one, path, reading);
    if (rows) return ofRows(rows, one, path, reading);
  }
  const message = "A chart has points, or organisations of a table, or rows of one over all returns.";
  reading.problems.push(reading.source.problem(path, message));
  return undefined;
}

function ofPoints(
  points: readonly string[],
  written: readonly ChartSeriesDefinition[],
  path: Path,
  { source, ground, problems }: Reading,
): SummaryChart["draws"] {
  const series = written.map(({ label, look, is = [], column }, at) => {
    const place: Path = [...path, "series", at];
    if (column !== undefined)
      problems.push(
        source.problem([...place, "column"], "Points that are named here are drawn by formulas."),
      );
    if (is.length !== points.length) {
      const message = `There are ${points.length} points and ${is.length} formulas; each point needs one.`;
      problems.push(source.problem([...place, "is"], message));
    }
    const figures = is.flatMap((formula, point) => {
      const check = (reference: Parameters<typeof checkReference>[0]) => {
        checkReference(reference, ground);
      };
      return understood(formula, source, [...place, "is", point], problems, check) ?? [];
    });
    return { label, look, figures };
  });
  return { kind: "points", points, series };
}

function ofOrganisations(
  of: NonNullable<ChartDefinition["organisations"]>,
  { kind, series: written }: ChartDefinition,
  path: Path,
  { source, ground, problems }: Reading,
): SummaryChart["draws"] | undefined {
  const refuse = (place: Path, message: string) =>
    problems.push(source.problem([...path, ...place], message));
  const table = ground.tables.get(of.table);
  if (!table) {
    refuse(["organisations", "table"], `There is no table ${of.table} in the summary.`);
    return undefined;
  }
  if (kind === "lines") refuse(["kind"], "Lines run over time; organisations are bars or columns.");
  const check = (id: string, place: Path) => {
    try {
      figureColumn(table, id);
    } catch (problem) {
      if (!(problem instanceof Unresolved)) throw problem;
      refuse(place, problem.message);
    }
  };
  check(of.by, ["organisations", "by"]);
  const series = written.flatMap(({ label, look, is, column }, at) => {
    if (is) refuse(["series", at, "is"], "Organisations are drawn by a column of their table.");
    if (column === undefined) {
      refuse(["series", at], `A column of the table ${table.id} is wanted here.`);
      return [];
    }
    check(column, ["series", at, "column"]);
    return [{ label, look, column }];
  });
  return { kind: "organisations", ...of, series };
}

/** A column with figures in it, of a table with a row for each organisation; throws Unresolved. */
function figureColumn({ id: table, columns }: NamedTable, id: string): void {
  const column = columns.find((one) => one.id === id);
  if (!column) throw new Unresolved(`The table ${table} of the summary has no column ${id}.`);
  if (column.type === undefined)
    throw new Unresolved(`The table ${table} is over all returns and has no row for each organisation.`);
  if (!["money", "count", "percent"].includes(column.type.kind))
    throw new Unresolved(`The column ${id} of ${table} has no figures to draw.`);
}
