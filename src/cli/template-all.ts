import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

import { layoutTemplate, prefilledWith } from "../layout";
import type { Organisation } from "../register";
import { entriesFor } from "../return";
import type { PlanningYear, Template } from "../template";

import { atMost } from "./at-most";
import { chosenTemplate, chosenYear, readYears } from "./definitions";
import { workbookName } from "./file-name";
import { registerAt, writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { communitiesFrom } from "./taken-from";
import type { TemplateOptions } from "./template-command";
import { progress, type Terminal } from "./terminal";

interface Planned {
  readonly organisation: Organisation;
  readonly template: Template;
  readonly path: string;
}

/** Makes every workbook that the bodies of one authority are to fill in, each with its organisation in it. */
export async function templateAll(options: TemplateOptions, terminal: Terminal): Promise<ExitCode> {
  const { sha, register: registerFile, out, role } = options;
  if (options.org !== undefined)
    throw new CommandProblem(
      "--all makes workbooks for every organisation of an authority: leave out --org.",
    );
  if (sha === undefined) throw new CommandProblem("Say for which strategic health authority: --sha CODE.");
  if (registerFile === undefined)
    throw new CommandProblem("Name the register of organisations: --register FILE.csv.");
  if (out === undefined) throw new CommandProblem("Say where to put the workbooks: --out FOLDER.");
  if (/\.xlsx$/i.test(out) || (existsSync(out) && !statSync(out).isDirectory()))
    throw new CommandProblem(`With --all, --out names a folder; ${out} is none.`);
  const years = readYears(options.templates);
  const year = chosenYear(years, options.year);
  const templates = role === undefined ? [...year.templates.values()] : [chosenTemplate(year, role)];
  const code = sha.trim().toUpperCase();
  const register = registerAt(registerFile);
  const bodies = register.ofSha(code);
  const planned = plannedFor(bodies, templates, out);
  if (planned.length === 0) {
    const which =
      role === undefined ? `a return of ${year.label}` : `the ${templates[0]?.roleLabel ?? role} return`;
    throw new CommandProblem(
      `The register ${registerFile} has no organisation of ${code} that files ${which}.`,
    );
  }
  refuseTaken(planned);
  const community =
    options.from === undefined ? null : communitiesFrom(options.from, years, year, register, terminal);
  const { writeWorkbook } = await import("../xlsx/write");
  const remarks: string[] = [];
  const tell = progress(terminal, "Made", planned.length);
  for (const [at, { organisation, template, path }] of planned.entries()) {
    const taken = community?.(template, organisation);
    const entries = new Map([...entriesFor(template, organisation), ...(taken?.entries ?? [])]);
    const filling = prefilledWith(entries, `${organisation.code} ${organisation.name}`);
    writeFile(
      path,
      await writeWorkbook(layoutTemplate(taken?.template ?? template, filling), { packing: "smallest" }),
    );
    remarks.push(...(taken?.remarks ?? []));
    tell(at + 1);
  }
  // The authority's own line is no body of which a return might be missed.
  const idle = bodies.filter((body) => body.code !== code && !filesAny(body, year));
  terminal.say(outcome(planned, idle, year, out));
  for (const remark of remarks) terminal.remark(remark);
  return EXIT.nothingLeft;
}

function plannedFor(
  bodies: readonly Organisation[],
  templates: readonly Template[],
  out: string,
): readonly Planned[] {
  const taken = new Set<string>();
  return bodies.flatMap((organisation) =>
    templates
      .filter(({ files }) => files.includes(organisation.type))
      .map((template) => ({
        organisation,
        template,
        path: join(out, ownName(organisation, template, taken)),
      })),
  );
}

/** A name that none of the others has, in whatever case: code and role tell them apart unless two roles are called the same. */
function ownName(organisation: Organisation, template: Template, taken: Set<string>): string {
  const usual = workbookName(organisation, template);
  let name = usual;
  for (let at = 2; taken.has(name.toLowerCase()); at += 1) name = usual.replace(/\.xlsx$/, ` (${at}).xlsx`);
  taken.add(name.toLowerCase());
  return name;
}

/** A workbook that is already there may have been filled in since: nothing is written over it. */
function refuseTaken(planned: readonly Planned[]): void {
  const there = planned.map(({ path }) => path).filter((path) => existsSync(path));
  if (there.length === 0) return;
  throw new CommandProblem(
    "Nothing was written, because these workbooks are already there and may have been filled in. Name another folder, or move them away:",
    ...atMost(there),
  );
}

function filesAny({ type }: Organisation, { templates }: PlanningYear): boolean {
  return [...templates.values()].some(({ files }) => files.includes(type));
}

function outcome(
  planned: readonly Planned[],
  idle: readonly Organisation[],
  { label }: PlanningYear,
  out: string,
): string {
  const organisations = new Set(planned.map(({ organisation }) => organisation.code)).size;
  const made = `${counted(planned.length, "workbook")} for ${counted(organisations, "organisation")} in ${out}.`;
  if (idle.length === 0) return made;
  const names = idle.map(({ name, type }) => `${name} (${type})`).join(", ");
  return `${made} No return of ${label} is filed by: ${names}.`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
