import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { ChartDefinition } from "./summary-charts-shape";
import type { SummaryByTable } from "./summary-over-all";
import type { SummaryChart, SummarySheet } from "./summary-template";

interface Reading {
  readonly source: LocatedSource;
  readonly sheets: readonly SummarySheet[];
  readonly problems: DefinitionProblem[];
}

/**
 * A chart of rows of a table over all returns. Which of them have something to draw has to be known before the sheets are: so it is of
 * rows of a list, sorted by what is added up over them, or of totals of other tables.
 */
export function ofRows(
  rows: NonNullable<ChartDefinition["rows"]>,
  { kind, series: written }: ChartDefinition,
  path: Path,
  { source, sheets, problems }: Reading,
): SummaryChart["draws"] | undefined {
  const { table: name, by = null, most = null } = rows;
  const refuse = (place: Path, message: string) =>
    problems.push(source.problem([...path, ...place], message));
  const table = sheets
    .flatMap((sheet) => (sheet.kind === "tables" ? sheet.by : []))
    .find(({ id }) => id === name);
  if (!table) {
    refuse(["rows", "table"], `The summary has no table ${name} over all returns.`);
    return undefined;
  }
  if (kind === "lines") refuse(["kind"], "Lines run over time; rows are bars or columns.");
  const sourceOf = (id: string) => columnOf(table, id)?.source.kind;
  if (table.list && (by === null || sourceOf(by) !== "each"))
    refuse(
      by === null ? ["rows"] : ["rows", "by"],
      `The rows of ${name} are sorted by a column that is worked out of each row of the list: by.`,
    );
  if (!table.list && by !== null) refuse(["rows", "by"], `The rows of ${name} are drawn in their own order.`);
  const series = written.flatMap(({ label, look, is, column }, at) => {
    if (is) refuse(["series", at, "is"], "Rows are drawn by a column of their table.");
    const of = column === undefined ? undefined : columnOf(table, column);
    if (!of || of.type.kind === "text") {
      refuse(["series", at], `A column of figures of the table ${name} is wanted here.`);
      return [];
    }
    if (!table.list && of.source.kind !== "totals")
      refuse(["series", at, "column"], `The rows of ${name} are drawn by totals of other tables.`);
    return [{ label, look, column: of.id }];
  });
  return { kind: "rows", table: name, by, most, series };
}

function columnOf({ columns }: SummaryByTable, id: string) {
  return columns.find((column) => column.id === id);
}
