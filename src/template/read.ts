import { serialOfDay } from "../cells";

import type { FieldDraft } from "./blocks";
import { checksDefinition, sheetDefinition, yearDefinition } from "./definition";
import type { StandingDefinition, YearDefinition } from "./definition";
import { buildFields } from "./fields";
import { buildRule, checkSilences, type RuleDraft } from "./rules";
import { readObligations } from "./obligations";
import { checkServed } from "./served";
import { checkServes } from "./serves";
import { sourceNames } from "./source-names";
import { draftSheet, ruleDefinitions, type ReadSheet } from "./sheets";
import { LocatedSource, type DefinitionFile, type DefinitionProblem } from "./source";
import { checkListSources, type TakingList } from "./list-sources";
import { checkChecksBlock, checkIdentity, checkStates, standingChecks } from "./standing";
import { readSummary } from "./summary-definition";
import type { Known, Origin } from "./resolve";
import type { Rule, Template, ValueBlock } from "./template";
import type { YearRead } from "./years-linked";

export type YearResult =
  /** `beside`: what the summary sets beside the year, to be linked with the other one. */
  | ({ readonly kind: "year" } & YearRead)
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

/** Reads and checks the definitions of a planning year. A bad one is refused whole, each fault by file and line. */
export function readPlanningYear(files: YearFiles): YearResult {
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
  if (problems.length === 0) {
    for (const [role, definition] of Object.entries(year.roles)) {
      const template = buildTemplate(
        role,
        definition,
        { year, yearSource, standing, standingSource, sources, lists },
        problems,
      );
      if (template) templates.set(role, template);
    }
  }
  checkListSources(lists, templates, new Set(Object.keys(year.roles)), problems);
  const summarySource =
    files.summary && problems.length === 0 ? LocatedSource.read(files.summary, problems) : undefined;
  const read = summarySource && readSummary(summarySource, templates, problems, obligations ?? null);
  const { summary, beside } = read ?? { summary: null, beside: null };
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
      obligations: obligations ?? new Map(),
      summary,
    },
    beside,
  };
}

interface ReadYear {
  readonly year: YearDefinition;
  readonly yearSource: LocatedSource;
  readonly standing: StandingDefinition;
  readonly standingSource: LocatedSource;
  readonly sources: ReadonlyMap<string, LocatedSource>;
  /** Gathered while templates are built: checked once all of them are. */
  readonly lists: TakingList[];
}

function distinct(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function buildTemplate(
  role: string,
  definition: YearDefinition["roles"][string],
  read: ReadYear,
  problems: DefinitionProblem[],
): Template | undefined {
  const { year, standing } = read;
  const before = problems.length;
  const roles = new Set(Object.keys(year.roles));
  const wanted = definition.sheets.flatMap((name, at): ReadSheet[] => {
    const source = read.sources.get(name)?.forRole(role, roles, problems);
    if (!source)
      problems.push(
        read.yearSource.problem(
          ["roles", role, "sheets", at],
          `There is no file ${name}.yaml for this sheet.`,
        ),
      );
    const written = source?.as(sheetDefinition, problems);
    return source && written ? [{ definition: written, source }] : [];
  });
  const written = wanted.flatMap((sheet) => ruleDefinitions(sheet));
  const blocks = new Map<string, ValueBlock>();
  const drafts = new Map<string, FieldDraft>();
  const ruleDrafts = new Map<string, RuleDraft>();
  const sheets = wanted.map((sheet) => draftSheet(sheet, written, { blocks, drafts, ruleDrafts }, problems));
  if (problems.length > before) return undefined;

  const dates = datesOf(year);
  const known: Known = { blocks, origins: originsOf(drafts), dates };
  const lists = new Map(Object.entries(year.lists ?? {}));
  const tables = new Map(Object.entries(year.tables ?? {}));
  const fields = buildFields(drafts, known, lists, tables, problems);
  const sourceText = sourceNames(standing.sources, year.sources);
  if (problems.length > before) return undefined;
  const rules = [...ruleDrafts.values()].flatMap((draft): Rule[] => {
    const rule = buildRule(draft, { known, fields, sourceText }, problems);
    return rule ? [rule] : [];
  });
  if (problems.length === before) checkSilences(rules, ruleDrafts, problems);
  checkChecksBlock(role, sheets, read.yearSource, problems);
  checkIdentity(year, fields, read.yearSource, problems);
  checkStates(year, fields, read.yearSource, problems);
  const checks = standingChecks(read.standing, read.standingSource, sourceText, ruleDrafts, problems);
  if (problems.length > before) return undefined;
  const template: Template = {
    year: year.year,
    yearLabel: year.label,
    role,
    roleLabel: definition.label,
    version: definition.version,
    title: definition.title,
    sheets,
    fields,
    rules,
    standing: checks,
    dates,
    identity: {
      code: year.identity.code,
      name: year.identity.name,
      type: year.identity.type ?? null,
      sha: year.identity.sha ?? null,
      status: year.identity.status,
      submission: year.identity.submission ?? null,
      predecessors: fields.has(year.identity.predecessors ?? "")
        ? (year.identity.predecessors ?? null)
        : null,
    },
    states: { draft: year.draft, final: year.final },
    files: definition.files,
  };
  for (const { block, source, path } of firstOfLists(drafts))
    read.lists.push({ template, block, source, path });
  return template;
}

function originsOf(drafts: ReadonlyMap<string, FieldDraft>): ReadonlyMap<string, Origin> {
  return new Map(
    [...drafts].map(([key, { origin }]) => [
      key,
      origin.kind === "formula" || origin.kind === "look_up" ? "calculated" : origin.kind,
    ]),
  );
}

/** The days of the year as Excel counts them. */
function datesOf({ dates = {} }: YearDefinition): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(dates).flatMap(([name, day]) => {
      const serial = serialOfDay(day);
      return serial === undefined ? [] : [[name, serial] as const];
    }),
  );
}

/** Each list once, with where it is written. */
function firstOfLists(drafts: ReadonlyMap<string, FieldDraft>): readonly Omit<TakingList, "template">[] {
  const lists = [...drafts.values()].filter(({ block }) => block.takes !== null);
  return [...new Map(lists.map((draft) => [draft.block.id, draft])).values()].map(
    ({ block, source, path }) => ({
      block,
      source,
      path: path.slice(0, -2),
    }),
  );
}
