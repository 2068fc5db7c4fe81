import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import {
  linkedYears,
  readPlanningYear,
  type DefinitionFile,
  type DefinitionProblem,
  type PlanningYear,
  type Template,
  type YearFiles,
  type YearRead,
} from "../template";

import { CommandProblem } from "./problem";

/** The definitions that lie beside the program. */
const SHIPPED = join(__dirname, "templates");
const YEAR_FILE = "year.yaml";
const SUMMARY_FILE = "summary.yaml";
const DEMO_FILE = "demo.yaml";
const OBLIGATIONS_FILE = "obligations.yaml";
const CHECKS_FILE = "checks.yaml";
const COMMON_FOLDER = "common";

/** What lies among the definitions of the sheets and is none. */
const NO_SHEETS: readonly string[] = [YEAR_FILE, SUMMARY_FILE, DEMO_FILE, OBLIGATIONS_FILE];

/** What was read of a folder, and of which texts. */
const known = new Map<
  string,
  { readonly texts: string; readonly years: ReadonlyMap<string, PlanningYear> }
>();

/**
 * The planning years of a folder of definitions; a folder of one's own may leave the standing checks to the program. They are built once
 * for as long as their texts stay the same, as that takes seconds and a process may run several commands.
 */
export function readYears(folder: string = SHIPPED): ReadonlyMap<string, PlanningYear> {
  const files = yearFolders(folder).map((name) => yearFiles(folder, name));
  if (files.length === 0)
    throw new CommandProblem(
      `The folder ${folder} holds no planning year: no folder in it has a ${YEAR_FILE}.`,
    );
  const texts = JSON.stringify(files.map((of) => [of, [...of.sheets], [...of.common]]));
  const before = known.get(folder);
  if (before?.texts === texts) return before.years;
  // What came with the program is read whole by its tests.
  const linked = linkedYears(files.map((of) => builtYear(of, folder === SHIPPED)));
  if (linked.kind === "refused") throw unusable(linked.problems);
  known.set(folder, { texts, years: linked.years });
  return linked.years;
}

function yearFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) throw new CommandProblem(`There is no folder ${folder} of definitions.`);
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, YEAR_FILE)))
    .sort();
}

const file = (path: string, shown: string): DefinitionFile => ({
  name: shown,
  text: readFileSync(path, "utf8"),
});

/** The definitions of sheets in a folder, by the name of the file. */
function sheetFiles(folder: string, name: string): readonly (readonly [string, DefinitionFile])[] {
  return readdirSync(join(folder, name))
    .filter((part) => part.endsWith(".yaml") && !NO_SHEETS.includes(part))
    .map(
      (part) => [part.slice(0, -".yaml".length), file(join(folder, name, part), `${name}/${part}`)] as const,
    );
}

function yearFiles(folder: string, name: string): YearFiles {
  const own = join(folder, CHECKS_FILE);
  const at = (part: string) => join(folder, name, part);
  const optional = (part: string) => (existsSync(at(part)) ? file(at(part), `${name}/${part}`) : null);
  const common = existsSync(join(folder, COMMON_FOLDER)) ? sheetFiles(folder, COMMON_FOLDER) : [];
  return {
    checks: file(existsSync(own) ? own : join(SHIPPED, CHECKS_FILE), CHECKS_FILE),
    year: file(at(YEAR_FILE), `${name}/${YEAR_FILE}`),
    sheets: new Map(sheetFiles(folder, name)),
    common: new Map(common),
    obligations: optional(OBLIGATIONS_FILE),
    summary: optional(SUMMARY_FILE),
  };
}

function builtYear(files: YearFiles, proven: boolean): YearRead {
  const result = readPlanningYear(files, { proven });
  if (result.kind === "year") return result;
  throw unusable(result.problems);
}

function unusable(problems: readonly DefinitionProblem[]): CommandProblem {
  return new CommandProblem(
    "The definitions of the returns can't be used:",
    ...problems.map(({ file: where, line, message }) => `${where}, line ${line}: ${message}`),
  );
}

/** The file that the demo of a year is made of, and what demos have in common; null where the year has none. */
export function demoFiles(
  year: PlanningYear,
  folder: string = SHIPPED,
): { readonly own: DefinitionFile; readonly common: DefinitionFile | null } | null {
  const found = (name: string) => {
    const path = join(folder, name, DEMO_FILE);
    return existsSync(path) ? file(path, `${name}/${DEMO_FILE}`) : null;
  };
  const own = found(year.id);
  return own && { own, common: found(COMMON_FOLDER) };
}

/** The year that is named; where none is, the usual one or the last. */
export function chosenYear(years: ReadonlyMap<string, PlanningYear>, id: string | undefined): PlanningYear {
  const known = [...years.keys()].join(", ");
  const year =
    id === undefined
      ? ([...years.values()].find(({ usual }) => usual) ?? [...years.values()].at(-1) ?? null)
      : (years.get(id) ?? years.get(id.replace("/", "-")));
  if (!year) throw new CommandProblem(`There is no planning year ${id ?? ""}. This program knows ${known}.`);
  return year;
}

export function chosenTemplate(year: PlanningYear, role: string | undefined): Template {
  const wanted = role?.toLowerCase() ?? [...year.templates.keys()][0];
  const template = year.templates.get(wanted ?? "");
  if (!template) {
    throw new CommandProblem(
      `${year.label} has no ${role ?? ""} return. It has ${[...year.templates.keys()].join(", ")}.`,
    );
  }
  return template;
}
