import { existsSync } from "node:fs";
import { join } from "node:path";

import { isSameFile, readBytes, writeFile } from "./files";
import { developmentId, isId, manifestFor, PRODUCTION_ID, readSite } from "./manifest";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import type { Terminal } from "./terminal";

export interface ManifestOptions {
  readonly site: string | undefined;
  readonly id: string | undefined;
  readonly out: string | undefined;
}

/** The manifest that the add-in is developed with, beside the program. */
const DEVELOPMENT = join(__dirname, "manifest.development.xml");

/** Makes the manifest by which Excel finds the add-in's pane on a web server. */
export function manifestCommand(
  { site, id = PRODUCTION_ID, out }: ManifestOptions,
  terminal: Terminal,
  development = DEVELOPMENT,
): ExitCode {
  if (site === undefined)
    throw new CommandProblem(
      "Say where the folder pane is served: --site https://intranet.example/imt/ (the manifest has to name its web server).",
    );
  if (out === undefined) throw new CommandProblem("Say where to put the manifest: --out MANIFEST.xml.");
  const read = readSite(site);
  if (read.kind === "refused") throw new CommandProblem(read.why);
  if (!existsSync(development))
    throw new CommandProblem(`The file ${development} of this program is missing.`);
  const text = new TextDecoder().decode(readBytes(development));
  if (!isId(id) || id.toLowerCase() === developmentId(text))
    throw new CommandProblem(
      `${id} can't be the add-in's Id. Leave --id out, or give a new one: 32 digits 0-9 and a-f as in ${PRODUCTION_ID}.`,
    );
  if (isSameFile(development, out)) throw new CommandProblem(`${out} is needed as it is: name another file.`);
  writeFile(out, manifestFor({ site: read.site, id: id.toLowerCase() }, text));
  terminal.say(`Manifest for ${read.site} in ${out}`);
  terminal.say(
    `Put what is in the folder pane there before you give the manifest out: ${read.site}help.html has to open in a browser.`,
  );
  return EXIT.nothingLeft;
}
