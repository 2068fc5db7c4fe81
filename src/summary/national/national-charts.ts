import { references } from "../../formula";
import type { SummaryChart, SummaryReference, SummaryTemplate, SummaryWords } from "../../template";

import type { ChartRows } from "../charts/chosen-organisations";
import { shownIn } from "../row-figures";
import type { SummaryPlaces } from "../places";
import type { CountedOver } from "./counted-over";
import type { LeftOutRow } from "./left-out-sheet";
import { filledReturns, type National } from "./national";
import { figureOf, type NationalTable } from "./rolled-up";

/** The charts of a summary that are drawn of authorities too, and those that are left out, with the reason. */
export interface NationalCharts {
  readonly charts: readonly SummaryChart[];
  readonly leftOut: readonly LeftOutRow[];
}

/** Charts whose every total and column the national workbook has; what they count over organisations is put over its own tables. */
export function nationalCharts(
  { charts }: SummaryTemplate,
  counted: CountedOver,
  tables: readonly NationalTable[],
  returns: SummaryPlaces["returns"],
): NationalCharts {
  const known = new Set(tables.flatMap(({ table }) => table.columns.map(({ id }) => `${table.id}.${id}`)));
  const has = (to: SummaryReference): boolean =>
    to.kind === "total"
      ? known.has(`${to.table}.${to.column}`)
      : to.kind === "returns" && returns.has(`${to.which} ${to.role}`);
  const leftOut: LeftOutRow[] = [];
  const drawn = charts.flatMap((chart): SummaryChart[] => {
    const { draws } = chart;
    const columns =
      draws.kind === "organisations" ? [draws.by, ...draws.series.map(({ column }) => column)] : [];
    const needed = expressionsIn(chart).flatMap((one) => references(counted.over(one)));
    const there =
      needed.every(has) &&
      draws.kind !== "rows" &&
      columns.every((id) => draws.kind === "points" || known.has(`${draws.table}.${id}`));
    if (there) {
      const below = tables.some(({ table }) => table.id === chart.below) ? chart.below : null;
      return [{ ...overAuthorities(chart, counted), below }];
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

/** Every formula of a chart. */
export function expressionsIn({ title, says, draws }: SummaryChart) {
  const words = [...title, ...says].flatMap((part) => (part.kind === "value" ? [part.expression] : []));
  return draws.kind === "points" ? [...words, ...draws.series.flatMap(({ figures }) => figures)] : words;
}

function overAuthorities(chart: SummaryChart, counted: CountedOver): SummaryChart {
  const over = (words: readonly SummaryWords[]) =>
    words.map((part) =>
      part.kind === "value" ? { ...part, expression: counted.over(part.expression) } : part,
    );
  const { draws } = chart;
  return {
    ...chart,
    title: over(chart.title),
    says: [...over(chart.says), ...(draws.kind === "organisations" ? [EACH] : [])],
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
      const returns = filledReturns(authority, table.role);
      if (returns.length === 0) return [];
      const shows = (id: string) => shownIn(table, id, (_, column) => figureOf(column, returns));
      const name = authority.name.slice(0, authority.name.length - shared);
      return [{ at, code: authority.code, name, shows }];
    });
}

/** How many letters of the words with which all these names end; none where a name would be left with nothing. */
function sharedEnd(names: readonly string[]): number {
  const [first = "", ...others] = names;
  if (others.length === 0) return 0;
  const words = first.split(" ");
  const ends = words.map((_, at) => ` ${words.slice(at).join(" ")}`).slice(1);
  return ends.find((end) => others.every((name) => name.endsWith(end)))?.length ?? 0;
}
