import { layoutTemplate, prefilledWith } from "../layout";
import type { Organisation, Register } from "../register";
import { entriesFor } from "../return";
import type { PlanningYear, Template } from "../template";

import { chosenTemplate, chosenYear, readYears } from "./definitions";
import { registerAt, writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { communitiesFrom, takesRows, type Community } from "./taken-from";
import { templateAll } from "./template-all";
import type { Terminal } from "./terminal";

export interface TemplateOptions {
  readonly year: string | undefined;
  readonly role: string | undefined;
  readonly org: string | undefined;
  readonly register: string | undefined;
  readonly out: string | undefined;
  /** Every workbook of the authority `sha`, into the folder `out`. */
  readonly all: boolean;
  readonly sha: string | undefined;
  /** A folder of returns from which the lists that take their rows from others are filled. */
  readonly from: string | undefined;
  readonly templates: string | undefined;
}

/** Makes a blank workbook, filled in for an organisation where one is named; or those of a whole authority. */
export async function templateCommand(options: TemplateOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.all) return templateAll(options, terminal);
  if (options.sha !== undefined)
    throw new CommandProblem("--sha goes with --all, which makes the workbooks of a whole authority.");
  if (options.out === undefined) throw new CommandProblem("Say where to put the workbook: --out FILE.xlsx.");
  if (!/\.xlsx$/i.test(options.out))
    throw new CommandProblem(`The workbook's name has to end in .xlsx; ${options.out} does not.`);
  const years = readYears(options.templates);
  const year = chosenYear(years, options.year);
  const template = chosenTemplate(year, options.role);
  const register = options.register === undefined ? null : registerAt(options.register);
  const organisation =
    options.org === undefined ? null : organisationOf(options.org, register, options.register);
  if (organisation && !template.files.includes(organisation.type)) {
    throw new CommandProblem(
      `${organisation.name} is registered as “${organisation.type}”, which does not file the ${template.roleLabel} return.`,
    );
  }
  const entries = organisation ? entriesFor(template, organisation) : new Map<string, never>();
  const community = communityFor(options.from, { years, year, register, organisation, template }, terminal);
  const layout = layoutTemplate(
    community.template,
    prefilledWith(
      new Map([...entries, ...community.entries]),
      organisation && `${organisation.code} ${organisation.name}`,
    ),
  );
  const { writeWorkbook } = await import("../xlsx/write");
  writeFile(options.out, await writeWorkbook(layout, { packing: "smallest" }));
  terminal.say(
    `${template.title} ${template.yearLabel}${organisation ? ` for ${organisation.name}` : ""}: ${options.out}`,
  );
  for (const remark of community.remarks) terminal.remark(remark);
  return EXIT.nothingLeft;
}

function organisationOf(code: string, register: Register | null, file: string | undefined): Organisation {
  if (register === null)
    throw new CommandProblem("To fill in an organisation, name its register too: --register FILE.csv.");
  const organisation = register.find(code.toUpperCase());
  if (!organisation) throw new CommandProblem(`The register ${file ?? ""} has no organisation ${code}.`);
  return organisation;
}

interface Made {
  readonly years: ReadonlyMap<string, PlanningYear>;
  readonly year: PlanningYear;
  readonly register: Register | null;
  readonly organisation: Organisation | null;
  readonly template: Template;
}

function communityFor(from: string | undefined, made: Made, terminal: Terminal): Community {
  const { years, year, register, organisation, template } = made;
  if (from === undefined) return { template, entries: new Map(), remarks: [] };
  if (register === null || organisation === null) {
    throw new CommandProblem(
      "With --from, say for whom the workbook is: --org CODE --register FILE.csv. Its community decides which returns are put in.",
    );
  }
  if (!takesRows(template, year)) {
    throw new CommandProblem(
      `The ${template.roleLabel} return has nothing that is put in from other returns: leave out --from, or name another --role.`,
    );
  }
  return communitiesFrom(from, years, year, register, terminal)(template, organisation);
}
