import { part, type InTurn } from "../in-turn";

import { datesOf, templateInTurn, type ReadYear } from "./build-template";
import { checksDefinition, yearDefinition } from "./definition";
import { earlierVersions } from "./earlier";
import { LETTERS, readLetters } from "./letters";
import { checkListSources, type TakingList } from "./list-sources";
import { readObligations } from "./obligations";
import { checkServed } from "./served";
import { checkServes } from "./serves";
import type { DefinitionProblem, LocatedSource } from "./source";
import { sourceNames } from "./source-names";
import { readSummary } from "./summary-definition";
import type { Template } from "./template";
import type { YearRead } from "./years-linked";

export type YearResult =
  /** `beside`: what the summary sets beside the year, to be linked with the other one. */
  | ({ readonly kind: "year" } & YearRead)
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/** The files of one planning year by name, in whatever form they are at hand: its year.yaml and one for each sheet. */
export interface YearSources<File> {
  readonly checks: File;
  readonly year: File;
  readonly sheets: ReadonlyMap<string, File>;
  /** Sheets that several years have: of these the year takes what it names and has no file of its own for. */
  readonly common: ReadonlyMap<string, File>;
  /** What the guidance asks for; null where the year does not list it. */
  readonly obligations: File | null;
  /** What the SHA's summary shows; null where the year has none. */
  readonly summary: File | null;
}

/** How much of a year is built. */
export interface Building {
  /** The one role that is wanted: no other is built, and what roles take from each other is not checked. */
  readonly only?: string;
  /** Whether the definitions were read whole before: then earlier versions of a return are built only when one comes. */
  readonly proven?: boolean;
}

/** Builds a planning year from its definitions and checks them. A bad one is refused whole, each fault by file and line. */
export function* yearInTurn<File>(
  files: YearSources<File>,
  readFile: (file: File, problems: DefinitionProblem[]) => LocatedSource | undefined,
  { only, proven = false }: Building = {},
): InTurn<YearResult> {
  const problems: DefinitionProblem[] = [];
  const standingSource = readFile(files.checks, problems);
  const standing = standingSource?.as(checksDefinition, problems);
  const yearSource = readFile(files.year, problems);
  const year = yearSource?.as(yearDefinition, problems);
  if (!standing || !standingSource || !year || !yearSource) return { kind: "refused", problems };
  const sources = new Map<string, LocatedSource>();
  const named = new Set(Object.values(year.roles).flatMap((role) => role.sheets));
  const sourceOf = (name: string) => {
    const [own, common] = [files.sheets.get(name), files.common.get(name)];
    return own ? readFile(own, problems) : common && readFile(common, problems)?.forYear(year.year, problems);
  };
  for (const name of named) {
    const source = sourceOf(name);
    if (source) sources.set(name, source);
    yield 0;
  }
  const listed = files.obligations && readFile(files.obligations, problems);
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
  const readYear: ReadYear = { year, yearSource, standing, standingSource, sources };
  if (problems.length === 0) {
    const wanted = Object.entries(year.roles).filter(([role]) => only === undefined || role === only);
    for (const [at, [role, { version }]] of wanted.entries()) {
      const building = templateInTurn(role, version, readYear, problems);
      const built = yield* part(building, at / wanted.length, (at + 1) / wanted.length);
      if (!built) continue;
      templates.set(role, built.template);
      lists.push(...built.lists);
    }
  }
  const earlier = problems.length > 0 ? () => null : earlierVersions(readYear, proven ? null : problems);
  if (only === undefined) checkListSources(lists, templates, new Set(Object.keys(year.roles)), problems);
  const summarySource =
    files.summary && problems.length === 0 ? readFile(files.summary, problems) : undefined;
  const read = summarySource && readSummary(summarySource, templates, problems, obligations ?? null);
  const { summary, beside } = read ?? { summary: null, beside: null };
  const lettersSource = only === undefined && !named.has(LETTERS) ? sourceOf(LETTERS) : undefined;
  const letters = lettersSource && readLetters(lettersSource, datesOf(year), problems);
  // What is asked of other roles is served by their returns, which are not there.
  if (only === undefined && listed && obligations && problems.length === 0)
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
      letters: letters ?? null,
    },
    beside,
  };
}

function distinct(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
