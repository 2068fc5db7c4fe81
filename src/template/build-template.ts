import { serialOfDay } from "../cells";
import { each, part, type InTurn } from "../in-turn";

import type { FieldDraft } from "./blocks";
import { sheetDefinition, type StandingDefinition, type YearDefinition } from "./definition";
import { fieldsInTurn } from "./fields";
import type { TakingList } from "./list-sources";
import type { Known, Origin } from "./resolve";
import { withNothing } from "./nothing-block";
import { buildRule, checkSilences, type RuleDraft } from "./rules";
import { draftSheet, ruleDefinitions, type ReadSheet } from "./sheets";
import type { DefinitionProblem, LocatedSource } from "./source";
import { sourceNames } from "./source-names";
import { checkChecksBlock, checkIdentity, checkStates, standingChecks } from "./standing";
import type { Rule, Sheet, Template, ValueBlock } from "./template";

/** The definitions of a year in their shapes, from which the returns of its roles are built. */
export interface ReadYear {
  readonly year: YearDefinition;
  readonly yearSource: LocatedSource;
  readonly standing: StandingDefinition;
  readonly standingSource: LocatedSource;
  readonly sources: ReadonlyMap<string, LocatedSource>;
}

export interface Built {
  readonly template: Template;
  /** Its lists that are filled from other returns: checked once all templates are there. */
  readonly lists: readonly TakingList[];
}

/** What share of a template is built when its sheets are read, when they are drafted, when its fields are there: about as long as each takes. */
const READ = 0.1;
const DRAFTED = 0.3;
const WITH_FIELDS = 0.5;

/** The return of a role as a version of it asked. What is wrong with its definition is a problem by file and line. */
export function* templateInTurn(
  role: string,
  version: string,
  read: ReadYear,
  problems: DefinitionProblem[],
): InTurn<Built | undefined> {
  const { year, standing } = read;
  const before = problems.length;
  const roles = new Set(Object.keys(year.roles));
  const definition = year.roles[role];
  if (!definition) throw new Error(`templateInTurn: there is no role ${role}`);
  const wanted: ReadSheet[] = [];
  const readSheet = ([at, name]: readonly [number, string]) => {
    const source = read.sources
      .get(name)
      ?.forRole(role, roles, problems)
      .forVersion(version, versionsOf(definition), problems);
    if (!source)
      problems.push(
        read.yearSource.problem(
          ["roles", role, "sheets", at],
          `There is no file ${name}.yaml for this sheet.`,
        ),
      );
    const written = source?.as(sheetDefinition, problems);
    if (source && written) wanted.push({ name, definition: written, source });
  };
  yield* part(each(definition.sheets.entries(), readSheet), 0, READ);
  const whole = { rules: wanted.flatMap((sheet) => ruleDefinitions(sheet)), sheets: wanted };
  const blocks = new Map<string, ValueBlock>();
  const drafts = new Map<string, FieldDraft>();
  const ruleDrafts = new Map<string, RuleDraft>();
  const sheets: Sheet[] = [];
  const drafting = each(wanted, (sheet) =>
    sheets.push(draftSheet(sheet, whole, { blocks, drafts, ruleDrafts }, problems)),
  );
  yield* part(drafting, READ, DRAFTED);
  if (problems.length > before) return undefined;

  const dates = datesOf(year);
  const known: Known = { blocks, origins: originsOf(drafts), dates };
  const lists = new Map(Object.entries(year.lists ?? {}));
  const tables = new Map(Object.entries(year.tables ?? {}));
  const alone = yield* part(fieldsInTurn(drafts, known, lists, tables, problems), DRAFTED, WITH_FIELDS);
  const { fields, nothing } = withNothing(alone, drafts, wanted);
  const sourceText = sourceNames(standing.sources, year.sources);
  if (problems.length > before) return undefined;
  const rules: Rule[] = [];
  const ruling = each(ruleDrafts.values(), (draft) => {
    const rule = buildRule(draft, { known, fields, sourceText }, problems);
    if (rule) rules.push(rule);
  });
  yield* part(ruling, WITH_FIELDS, 1);
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
    version,
    title: definition.title,
    sheets,
    fields,
    rules,
    nothing,
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
  return { template, lists: firstOfLists(drafts).map((list) => ({ ...list, template })) };
}

/** The versions of a role's return, the first one first. */
export function versionsOf({ earlier = [], version }: YearDefinition["roles"][string]): readonly string[] {
  return [...earlier, version];
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
export function datesOf({ dates = {} }: YearDefinition): ReadonlyMap<string, number> {
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
