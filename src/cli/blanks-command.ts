import { join } from "node:path";

import { guidePage } from "../guide";
import { layoutTemplate } from "../layout";

import { readYears } from "./definitions";
import { writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import type { Terminal } from "./terminal";

export interface BlanksOptions {
  readonly out: string | undefined;
  readonly templates: string | undefined;
}

/** Every blank workbook and every guide, of all years and roles: for people who have neither this command nor the add-in. */
export async function blanksCommand(
  { out, templates }: BlanksOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (out === undefined) throw new CommandProblem("Say where to put them: --out FOLDER.");
  const { writeWorkbook } = await import("../xlsx/write");
  const filling = { entries: new Map<string, never>(), prefilled: new Set<string>(), organisation: null };
  let count = 0;
  for (const year of readYears(templates).values()) {
    for (const [role, template] of year.templates) {
      const name = join(out, `${year.id} ${role}`);
      writeFile(
        `${name}.xlsx`,
        await writeWorkbook(layoutTemplate(template, filling), { packing: "smallest" }),
      );
      writeFile(`${name} guide.html`, guidePage(year, template));
      count += 1;
    }
  }
  terminal.say(`${count} blank workbooks and as many guides in ${out}`);
  return EXIT.nothingLeft;
}
