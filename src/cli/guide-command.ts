import { guidePage } from "../guide";

import { chosenTemplate, chosenYear, readYears } from "./definitions";
import { writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import type { Terminal } from "./terminal";

export interface GuideOptions {
  readonly year: string | undefined;
  readonly role: string | undefined;
  readonly out: string | undefined;
  readonly templates: string | undefined;
}

/** Prints a whole return from its definition: one page of HTML to read, to print and to mail. */
export function guideCommand({ year, role, out, templates }: GuideOptions, terminal: Terminal): ExitCode {
  if (out === undefined) throw new CommandProblem("Say where to put the guide: --out GUIDE.html.");
  if (!/\.html?$/i.test(out))
    throw new CommandProblem(`The guide's name has to end in .html; ${out} does not.`);
  const of = chosenYear(readYears(templates), year);
  const template = chosenTemplate(of, role);
  writeFile(out, guidePage(of, template));
  terminal.say(`${template.title} ${template.yearLabel}, ${template.roleLabel}: guide in ${out}`);
  return EXIT.nothingLeft;
}
