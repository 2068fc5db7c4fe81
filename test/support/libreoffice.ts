import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./run";
import { onPath } from "./tool";
import type { Tool } from "./tool";

export { pdfPages, pdfText, poppler, toPng } from "./pdf";

export const libreOffice: Tool = { available: onPath("soffice"), name: "LibreOffice" };

export interface ConvertOptions {
  /** Milliseconds for the whole run; without it, a minute and two seconds a file. */
  readonly timeout?: number;
}

/** Opens workbooks in LibreOffice, calculates every formula anew whatever result was cached, and saves them as .xlsx in `outFolder`. */
export function calculate(
  files: readonly string[],
  outFolder: string,
  options: ConvertOptions = {},
): Promise<readonly string[]> {
  return convert(files, outFolder, { extension: "xlsx", filter: "xlsx:Calc MS Excel 2007 XML" }, options);
}

/** Prints workbooks, calculated anew, as one .pdf each in `outFolder`. */
export function toPdf(
  files: readonly string[],
  outFolder: string,
  options: ConvertOptions = {},
): Promise<readonly string[]> {
  return convert(files, outFolder, { extension: "pdf", filter: "pdf:calc_pdf_Export" }, options);
}

interface Target {
  readonly extension: string;
  readonly filter: string;
}

/** One run of LibreOffice for all files, with a profile of its own, so that runs side by side do not meet. */
async function convert(
  files: readonly string[],
  outFolder: string,
  { extension, filter }: Target,
  options: ConvertOptions,
): Promise<readonly string[]> {
  const outputs = files.map((file) => resolve(outFolder, `${basename(file, extname(file))}.${extension}`));
  refuseMixUps(files, outputs);
  if (files.length === 0) return [];

  const scratch = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    const profile = writeProfile(scratch);
    // Written beside first: what an earlier run left in outFolder must never pass for a result of this one.
    const fresh = join(scratch, "out");
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      "--nologo",
      "--convert-to",
      filter,
      "--outdir",
      fresh,
      ...files.map((file) => resolve(file)),
    ];
    const timeout = options.timeout ?? 120_000 + 20_000 * files.length;
    const { code, stdout, stderr } = await run("soffice", args, { timeout });
    const missing = outputs.filter((output) => !existsSync(join(fresh, basename(output))));
    if (code !== 0 || missing.length > 0) {
      // It ends with 0 even where it could not open a file.
      const names = missing.map((output) => basename(output)).join(", ") || "nothing missing";
      throw new Error(
        `LibreOffice ended with code ${code} and did not make: ${names}\n${stderr}${stdout}`.trim(),
      );
    }
    mkdirSync(outFolder, { recursive: true });
    for (const output of outputs) copyFileSync(join(fresh, basename(output)), output);
    return outputs;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Two files of one name would overwrite each other; a result beside its source would overwrite that. */
function refuseMixUps(files: readonly string[], outputs: readonly string[]): void {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`there is no file ${missing}`);
  const twice = outputs.find((output, at) => outputs.indexOf(output) !== at);
  if (twice !== undefined)
    throw new Error(`two files would become ${basename(twice)}: give them different names`);
  const own = outputs.find((output) => files.some((file) => resolve(file) === output));
  if (own !== undefined)
    throw new Error(`${basename(own)} would be overwritten: name another folder for results`);
}

/** A profile in which files of Excel are always calculated on loading (0), no macro runs, and the language is fixed. */
function writeProfile(folder: string): string {
  const settings: readonly (readonly [path: string, name: string, value: string])[] = [
    ["/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"],
    ["/org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "0"],
    ["/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"],
    ["/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "en-GB"],
    ["/org.openoffice.Office.Common/Misc", "FirstRun", "false"],
    // One that was never begun before would try out for five seconds how the machine draws.
    ["/org.openoffice.Setup/Product", "ooSetupLastVersion", "99.9"],
  ];
  const items = settings.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(
    join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
      `<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n${items.join("\n")}\n</oor:items>\n`,
  );
  return profile;
}
