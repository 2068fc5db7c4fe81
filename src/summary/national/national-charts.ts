import { references } from "../../formula";
import type { SummaryChart, SummaryReference, SummaryTemplate, SummaryWords } from "../../template";

import type { ChartRows } from "../charts/chosen-organisations";
import type { RowSums } from "../charts/chosen-rows";
import { shownIn } from "../row-figures";
import type { AuthorityFigures } from "./authority-figures";
import type { CountedOver } from "./counted-over";
import type { NationalSheet } from "./figures-sheet";
import type { LeftOutRow } from "./left-out-sheet";
import type { National } from "./national";
import type { NationalTables } from "./national-tables";
import { noteOn, type NationalByTable } from "./over-all-tables";
import { shownReturns } from "./return-row";
import { figureOf } from "./rolled-up";

/** The charts of a summary that are drawn of authorities too, and those that are left out, with the reason. */
export interface NationalCharts {
  readonly charts: readonly SummaryChart[];
  readonly leftOut: readonly LeftOutRow[];
}

/** Charts whose every total and column the national workbook has; what they count over organisations is put over its own tables. */
export function nationalCharts(
  { charts }: SummaryTemplate,
  counted: CountedOver,
  { sheets, has }: NationalTables,
): NationalCharts {
  const tables = sheets.flatMap(({ tables, by }) => [...tables, ...by]).map(({ table }) => table);
  const leftOut: LeftOutRow[] = [];
  const drawn = charts.flatMap((chart): SummaryChart[] => {
    const { draws } = chart;
    const needed = expressionsIn(chart).flatMap((one) => references(counted.over(one)));
    if (needed.every(has) && columnsOf(draws).every(has)) {
      const below = tables.some(({ id }) => id === chart.below) ? chart.below : null;
      const note = draws.kind === "rows" ? noteOf(sheets, draws.table) : null;
      return [{ ...overAuthorities(chart, counted, note), below }];
    }
    const of = draws.series.map(({ label }) => label).join(", ");
    const why = needed.some(({ kind }) => kind === "findings")
      ? "It counts findings, which stand in no facts: see each authority's summary."
      : "It draws what is left out.";
    leftOut.push({ sheet: chart.on, table: `Chart: ${of}`, column: "all", why });
    return [];
  });
  return { charts: drawn, leftOut };
}

/** The columns that a chart draws row by row. */
function columnsOf(draws: SummaryChart["draws"]): readonly SummaryReference[] {
  if (draws.kind === "points") return [];
  const { table, by } = draws;
  return [...(by === null ? [] : [by]), ...draws.series.map(({ column }) => column)].map((column) => ({
    kind: "total",
    table,
    column,
  }));
}

/** Every formula of a chart. */
export function expressionsIn({ title, says, draws }: SummaryChart) {
  const words = [...title, ...says].flatMap((part) => (part.kind === "value" ? [part.expression] : []));
  return draws.kind === "points" ? [...words, ...draws.series.flatMap(({ figures }) => figures)] : words;
}

/** What stands below the table over all returns that a chart draws. */
function noteOf(sheets: readonly NationalSheet[], table: string): string | null {
  const by = sheets.flatMap((sheet) => sheet.by).find((one) => one.table.id === table);
  return by ? noteOn(by.table) : null;
}

/** `note`: what else somebody is told who does not see the chart. */
function overAuthorities(chart: SummaryChart, counted: CountedOver, note: string | null): SummaryChart {
  const over = (words: readonly SummaryWords[]) =>
    words.map((part) =>
      part.kind === "value" ? { ...part, expression: counted.over(part.expression) } : part,
    );
  const { draws } = chart;
  return {
    ...chart,
    title: over(chart.title),
    says: [
      ...over(chart.says),
      ...(draws.kind === "organisations" ? [EACH] : []),
      ...(note === null ? [] : [{ kind: "text" as const, text: ` ${note}` }]),
    ],
    draws:
      draws.kind === "points"
        ? {
            ...draws,
            series: draws.series.map((one) => ({
              ...one,
              figures: one.figures.map((figure) => counted.over(figure)),
            })),
          }
        : draws,
  };
}

const EACH: SummaryWords = {
  kind: "text",
  text: " What is drawn is each strategic health authority, with all its returns added up.",
};

/** The authorities that have returns in a table, as a chart draws them: bars have little room for what all names end with. */
export function authorityRows(national: National): ChartRows {
  const shared = sharedEnd(national.authorities.map(({ name }) => name));
  return (table) =>
    national.authorities.flatMap((authority, at) => {
      const returns = shownReturns(table, authority);
      if (returns.length === 0) return [];
      const shows = (id: string) => shownIn(table, id, (_, column) => figureOf(column, returns));
      const name = authority.name.slice(0, authority.name.length - shared);
      return [{ at, code: authority.code, name, shows }];
    });
}

/** What the rows of tables over all returns come to over all authorities. */
export function sumsOverAuthorities(
  figures: readonly AuthorityFigures[],
  tables: readonly NationalByTable[],
): RowSums {
  return (table, column) => {
    const of = tables.find((one) => one.table.id === table.id)?.of ?? table;
    const sums = new Map<string, number>();
    for (const { row, figures: found } of figures.flatMap((one) => one.rowsOf(of))) {
      const figure = found.get(column);
      if (typeof figure === "number") sums.set(row.id, (sums.get(row.id) ?? 0) + figure);
    }
    return sums;
  };
}

/** How many letters of the words with which all these names end; none where a name would be left with nothing. */
function sharedEnd(names: readonly string[]): number {
  const [first = "", ...others] = names;
  if (others.length === 0) return 0;
  const words = first.split(" ");
  const ends = words.map((_, at) => ` ${words.slice(at).join(" ")}`).slice(1);
  return ends.find((end) => others.every((name) => name.endsWith(end)))?.length ?? 0;
}
