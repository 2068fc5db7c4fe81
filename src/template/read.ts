import type { FieldDraft } from "./blocks";
import { checksDefinition, sheetDefinition, yearDefinition } from "./definition";
import type { StandingDefinition, YearDefinition } from "./definition";
import { buildFields } from "./fields";
import { buildRule, checkSilences, type RuleDraft } from "./rules";
import { draftSheet, ruleDefinitions, type ReadSheet } from "./sheets";
import { LocatedSource, type DefinitionFile, type DefinitionProblem } from "./source";
import { checkChecksBlock, checkIdentity, checkStates, standingChecks } from "./standing";
import { readSummary, type SummaryTemplate } from "./summary-definition";
import type { PlanningYear } from "./planning-year";
import type { Rule, Template, ValueBlock } from "./template";

export type YearResult =
  | { readonly kind: "year"; readonly year: PlanningYear }
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/** The files of one planning year by name: its year.yaml and one for each sheet. */
export interface YearFiles {
  readonly checks: DefinitionFile;
  readonly year: DefinitionFile;
  readonly sheets: ReadonlyMap<string, DefinitionFile>;
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
  const sheets = new Map<string, ReadSheet>();
  const named = new Set(Object.values(year.roles).flatMap((role) => role.sheets));
  for (const [name, file] of files.sheets) {
    if (!named.has(name)) continue;
    const source = LocatedSource.read(file, problems);
    const definition = source?.as(sheetDefinition, problems);
    if (source && definition) sheets.set(name, { definition, source });
  }
  const templates = new Map<string, Template>();
  if (problems.length === 0) {
    for (const [role, definition] of Object.entries(year.roles)) {
      const template = buildTemplate(
        role,
        definition,
        { year, yearSource, standing, standingSource, sheets },
        problems,
      );
      if (template) templates.set(role, template);
    }
  }
  const summaries = new Map<string, SummaryTemplate>();
  const summarySource =
    files.summary && problems.length === 0 ? LocatedSource.read(files.summary, problems) : undefined;
  const summary = summarySource && readSummary(summarySource, templates, problems);
  if (summary) summaries.set(summary.role, summary);
  if (problems.length > 0) return { kind: "refused", problems: distinct(problems) };
  return { kind: "year", year: { id: year.year, label: year.label, templates, summaries } };
}

interface ReadYear {
  readonly year: YearDefinition;
  readonly yearSource: LocatedSource;
  readonly standing: StandingDefinition;
  readonly standingSource: LocatedSource;
  readonly sheets: ReadonlyMap<string, ReadSheet>;
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
  const wanted = definition.sheets.flatMap((name, at) => {
    const sheet = read.sheets.get(name);
    if (!sheet)
      problems.push(
        read.yearSource.problem(
          ["roles", role, "sheets", at],
          `There is no file ${name}.yaml for this sheet.`,
        ),
      );
    return sheet ? [sheet] : [];
  });
  const written = wanted.flatMap((sheet) => ruleDefinitions(sheet));
  const blocks = new Map<string, ValueBlock>();
  const drafts = new Map<string, FieldDraft>();
  const ruleDrafts = new Map<string, RuleDraft>();
  const sheets = wanted.map((sheet) => draftSheet(sheet, written, { blocks, drafts, ruleDrafts }, problems));
  if (problems.length > before) return undefined;

  const known = { blocks, drafts };
  const lists = new Map(Object.entries(year.lists ?? {}));
  const tables = new Map(Object.entries(year.tables ?? {}));
  const fields = buildFields(known, lists, tables, problems);
  const sources = new Map([...Object.entries(standing.sources), ...Object.entries(year.sources)]);
  const sourceText = (source: string): string | null => {
    const [id = "", ...rest] = source.split(" ");
    const name = sources.get(id);
    return name === undefined
      ? null
      : [name, ...rest].join(rest.length > 0 ? " " : "").replace(`${name} `, `${name}, `);
  };
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
  return {
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
    identity: {
      code: year.identity.code,
      name: year.identity.name,
      type: year.identity.type ?? null,
      sha: year.identity.sha ?? null,
      status: year.identity.status,
      submission: year.identity.submission ?? null,
    },
    states: { draft: year.draft, final: year.final },
    files: definition.files,
  };
}
