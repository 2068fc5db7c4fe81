import { layoutTemplate, prefilledWith } from "../layout";
import { entriesFor } from "../return";

import { chosenTemplate, chosenYear, readYears } from "./definitions";
import { registerAt, writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import type { Terminal } from "./terminal";

export interface TemplateOptions {
  readonly year: string | undefined;
  readonly role: string | undefined;
  readonly org: string | undefined;
  readonly register: string | undefined;
  readonly out: string | undefined;
  readonly templates: string | undefined;
}

/** Makes a blank workbook, filled in for an organisation where one is named. */
export async function templateCommand(options: TemplateOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.out === undefined) throw new CommandProblem("Say where to put the workbook: --out FILE.xlsx.");
  if (!/\.xlsx$/i.test(options.out))
    throw new CommandProblem(`The workbook's name has to end in .xlsx; ${options.out} does not.`);
  const template = chosenTemplate(chosenYear(readYears(options.templates), options.year), options.role);
  const organisation = options.org === undefined ? null : organisationOf(options.org, options.register);
  if (organisation && !template.files.includes(organisation.type)) {
    throw new CommandProblem(
      `${organisation.name} is registered as “${organisation.type}”, which does not file the ${template.roleLabel} return.`,
    );
  }
  const entries = organisation ? entriesFor(template, organisation) : new Map<string, never>();
  const layout = layoutTemplate(
    template,
    prefilledWith(entries, organisation && `${organisation.code} ${organisation.name}`),
  );
  const { writeWorkbook } = await import("../xlsx/write");
  writeFile(options.out, await writeWorkbook(layout));
  terminal.say(
    `${template.title} ${template.yearLabel}${organisation ? ` for ${organisation.name}` : ""}: ${options.out}`,
  );
  return EXIT.nothingLeft;
}

function organisationOf(code: string, registerFile: string | undefined) {
  if (registerFile === undefined) {
    throw new CommandProblem("To fill in an organisation, name its register too: --register FILE.csv.");
  }
  const organisation = registerAt(registerFile).find(code.toUpperCase());
  if (!organisation) throw new CommandProblem(`The register ${registerFile} has no organisation ${code}.`);
  return organisation;
}
