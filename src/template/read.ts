import { buildTemplate, datesOf, type ReadYear } from "./build-template";
import { checksDefinition, yearDefinition } from "./definition";
import { earlierVersions } from "./earlier";
import { checkListSources, type TakingList } from "./list-sources";
import { readObligations } from "./obligations";
import type { PlanningYear } from "./planning-year";
import { checkServed } from "./served";
import { checkServes } from "./serves";
import { LocatedSource, type DefinitionFile, type DefinitionProblem } from "./source";
import { sourceNames } from "./source-names";
import { readSummary } from "./summary-definition";
import type { Template } from "./template";

export type YearResult =
  | { readonly kind: "year"; readonly year: PlanningYear }
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/** The files of one planning year by name: its year.yaml and one for each sheet. */
export interface YearFiles {
  readonly checks: DefinitionFile;
  readonly year: DefinitionFile;
  readonly sheets: ReadonlyMap<string, DefinitionFile>;
  /** Sheets that several years have: of these the year takes what it names and has no file of its own for. */
  readonly common: ReadonlyMap<string, DefinitionFile>;
  /** What the guidance asks for; null where the year does not list it. */
  readonly obligations: DefinitionFile | null;
  /** What the SHA's summary shows; null where the year has none. */
  readonly summary: DefinitionFile | null;
}

/**
 * Reads and checks the definitions of a planning year. A bad one is refused whole, each fault by file and line. Of definitions that
 * are `proven`, which were read whole before, earlier versions of a return are built only when one comes.
 */
export function readPlanningYear(files: YearFiles, { proven = false } = {}): YearResult {
  const problems: DefinitionProblem[] = [];
  const standingSource = LocatedSource.read(files.checks, problems);
  const standing = standingSource?.as(checksDefinition, problems);
  const yearSource = LocatedSource.read(files.year, problems);
  const year = yearSource?.as(yearDefinition, problems);
  if (!standing || !standingSource || !year || !yearSource) return { kind: "refused", problems };
  const sources = new Map<string, LocatedSource>();
  const named = new Set(Object.values(year.roles).flatMap((role) => role.sheets));
  for (const name of named) {
    const [own, common] = [files.sheets.get(name), files.common.get(name)];
    const source = own
      ? LocatedSource.read(own, problems)
      : common && LocatedSource.read(common, problems)?.forYear(year.year, problems);
    if (source) sources.set(name, source);
  }
  const listed = files.obligations && LocatedSource.read(files.obligations, problems);
  const obligations =
    listed &&
    readObligations(
      listed,
      {
        roles: new Set(Object.keys(year.roles)),
        dates: datesOf(year),
        sourceText: sourceNames(standing.sources, year.sources),
      },
      problems,
    );
  if (obligations) for (const source of sources.values()) checkServes(source, obligations, problems);
  const templates = new Map<string, Template>();
  const lists: TakingList[] = [];
  const read: ReadYear = { year, yearSource, standing, standingSource, sources };
  if (problems.length === 0) {
    for (const [role, { version }] of Object.entries(year.roles)) {
      const built = buildTemplate(role, version, read, problems);
      if (!built) continue;
      templates.set(role, built.template);
      lists.push(...built.lists);
    }
  }
  const earlier = problems.length > 0 ? () => null : earlierVersions(read, proven ? null : problems);
  checkListSources(lists, templates, new Set(Object.keys(year.roles)), problems);
  const summarySource =
    files.summary && problems.length === 0 ? LocatedSource.read(files.summary, problems) : undefined;
  const summary =
    (summarySource && readSummary(summarySource, templates, problems, obligations ?? null)) ?? null;
  if (listed && obligations && problems.length === 0)
    checkServed({ obligations, templates, summary }, listed, problems);
  if (problems.length > 0) return { kind: "refused", problems: distinct(problems) };
  return {
    kind: "year",
    year: {
      id: year.year,
      label: year.label,
      usual: year.usual ?? false,
      templates,
      earlier,
      obligations: obligations ?? new Map(),
      summary,
    },
  };
}

function distinct(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
