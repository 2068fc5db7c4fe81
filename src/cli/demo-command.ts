import { join } from "node:path";

import { makeDemo, type DemoFile } from "../demo";
import type { Layout } from "../layout";

import { consolidateCommand } from "./consolidate-command";
import { chosenYear, demoFiles, readYears } from "./definitions";
import { writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { progress, type Terminal } from "./terminal";

/** Where a demo is put that nobody says a folder for. */
const DEMO_FOLDER = "demo";

export interface DemoOptions {
  readonly out: string | undefined;
  readonly year: string | undefined;
  readonly templates: string | undefined;
}

/** A fictional SHA: its register, blank workbooks, returns with the usual faults, when they came in, and the summary of them. */
export async function demoCommand(options: DemoOptions, terminal: Terminal): Promise<ExitCode> {
  const year = chosenYear(readYears(options.templates), options.year);
  // Beside that of the usual year, so that returns of two years do not lie in one folder.
  const out = options.out ?? (year.usual ? DEMO_FOLDER : join(DEMO_FOLDER, year.id));
  const files = demoFiles(year, options.templates);
  if (!files) throw new CommandProblem(`${year.label} has no demo.`);
  const result = makeDemo(files.own, year, files.common);
  if (result.kind === "refused") {
    throw new CommandProblem(
      "The demo can't be made:",
      ...result.problems.map((one) => `${one.file}, line ${one.line}: ${one.message}`),
    );
  }
  const { demo } = result;
  terminal.remark(
    `Making ${demo.blanks.length} blank workbooks and ${demo.returns.length} returns for ${demo.sha.name} …`,
  );
  const { writeWorkbook } = await import("../xlsx/write");
  const all = [...demo.blanks, ...demo.returns];
  const tell = progress(terminal, "Made", all.length);
  for (const [at, one] of all.entries()) {
    writeFile(join(out, one.name), await contentOf(one, writeWorkbook));
    tell(at + 1);
  }
  const register = join(out, "register.csv");
  writeFile(register, demo.registerCsv);
  const received = join(out, "received.csv");
  writeFile(received, demo.receivedCsv);
  for (const [name, text] of demo.extracts) writeFile(join(out, `${name}.csv`), text);
  const extract = (name: string) => (demo.extracts.has(name) ? join(out, `${name}.csv`) : undefined);
  const summary = join(out, "summary.xlsx");
  await consolidateCommand(
    {
      // What else lies in the folder, of an earlier demo perhaps, is none of this one.
      paths: demo.returns.map(({ name }) => join(out, name)),
      sha: demo.sha.code,
      register,
      out: summary,
      facts: join(out, "facts.csv"),
      html: join(out, "report.html"),
      year: year.id,
      received,
      due: demo.due,
      previous: undefined,
      letters: undefined,
      on: undefined,
      commitments: extract("commitments"),
      lsp: extract("lsp"),
      templates: options.templates,
    },
    terminal,
  );
  for (const line of whatToOpen(out, summary)) terminal.say(line);
  return EXIT.nothingLeft;
}

function contentOf(
  { content }: DemoFile,
  write: (layout: Layout) => Promise<Uint8Array>,
): Promise<Uint8Array> | string {
  return content.kind === "workbook" ? write(content.layout()) : content.text;
}

function whatToOpen(out: string, summary: string): readonly string[] {
  const returns = join(out, "returns");
  return [
    "",
    "Everything in it is invented. Open first:",
    `  ${summary}  – what the authority sees: start with Overview, then Returns and Findings; the sheets between them show the plans`,
    `  ${join(out, "report.html")}  – the same to read and to print, for a board`,
    `  ${returns}  – what the organisations sent, with the usual faults; each workbook's Checks sheet says what is wrong`,
    `  ${join(out, "templates")}  – the blank workbooks that they were given, two for each PCT`,
    `Then try: imt check ${returns} --register ${join(out, "register.csv")}`,
  ];
}
