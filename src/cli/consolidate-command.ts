import { FACT_COLUMNS, collect, layoutSummary, type Collection, type Fact } from "../summary";
import type { PlanningYear, SummaryTemplate, Template } from "../template";

import { csvText } from "./csv";
import { chosenYear, readYears } from "./definitions";
import { givenFiles, registerAt, writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { readReturned } from "./returned";
import { progress, type Terminal } from "./terminal";

export interface ConsolidateOptions {
  readonly paths: readonly string[];
  readonly sha: string | undefined;
  readonly register: string | undefined;
  readonly out: string | undefined;
  readonly facts: string | undefined;
  readonly year: string | undefined;
  readonly templates: string | undefined;
}

/** Adds returned workbooks up to a summary for a strategic health authority. */
export async function consolidateCommand(options: ConsolidateOptions, terminal: Terminal): Promise<ExitCode> {
  const { sha, register: registerFile, out } = options;
  if (options.paths.length === 0)
    throw new CommandProblem("Name the folder or files that were returned: imt consolidate FOLDER …");
  if (sha === undefined) throw new CommandProblem("Say for which strategic health authority: --sha CODE.");
  if (registerFile === undefined)
    throw new CommandProblem("Name the register of organisations: --register FILE.csv.");
  if (out === undefined || !/\.xlsx$/i.test(out))
    throw new CommandProblem("Say where to put the summary: --out FILE.xlsx.");
  const years = readYears(options.templates);
  const year = chosenYear(years, options.year);
  const register = registerAt(registerFile);
  const { summary, template } = summaryOf(year);
  const code = sha.toUpperCase();
  if (!register.ofSha(code).some(({ type }) => template.files.includes(type))) {
    throw new CommandProblem(
      `The register ${registerFile} has no organisation of ${code} that files the ${template.roleLabel} return.`,
    );
  }
  const files = givenFiles(options.paths);
  const tell = progress(terminal, "Read", files.length);
  const returned = files.map((file, at) => {
    const read = readReturned(file, years, register);
    tell(at + 1);
    return read.reading.kind === "return" && read.reading.found.template !== template
      ? ofAnother(read, read.reading.found.template)
      : read;
  });
  const collection = collect(returned, register, code, template.files);
  const { layout, facts } = layoutSummary(collection, summary, template);
  const { writeWorkbook } = await import("../xlsx/write");
  writeFile(out, await writeWorkbook(layout));
  if (options.facts !== undefined) writeFile(options.facts, factsCsv(facts));
  for (const line of outcome(collection, files.length)) terminal.say(line);
  terminal.say(`Summary: ${out}${options.facts === undefined ? "" : `; facts: ${options.facts}`}`);
  return somethingLeft(collection) ? EXIT.somethingLeft : EXIT.nothingLeft;
}

function summaryOf(year: PlanningYear): { readonly summary: SummaryTemplate; readonly template: Template } {
  for (const summary of year.summaries.values()) {
    const template = year.templates.get(summary.role);
    if (template) return { summary, template };
  }
  throw new CommandProblem(`${year.label} has no summary.`);
}

/** A return of another year or role is named and left out: years and roles are never mixed in a total. */
function ofAnother(
  read: ReturnType<typeof readReturned>,
  template: Template,
): ReturnType<typeof readReturned> {
  const message = `This is the ${template.roleLabel} return for ${template.yearLabel}, which is not part of this summary.`;
  return { ...read, reading: { kind: "refused", code: "other_return", message } };
}

function factsCsv(facts: readonly Fact[]): string {
  const rows = facts.map((fact) =>
    FACT_COLUMNS.map((column) => (column === "counts" ? (fact.counts ? "yes" : "no") : fact[column])),
  );
  return csvText([[...FACT_COLUMNS], ...rows]);
}

function outcome({ sha, rows, strangers, unread }: Collection, files: number): readonly string[] {
  const count = (state: (typeof rows)[number]["state"]) => rows.filter((row) => row.state === state).length;
  const superseded = rows.reduce((sum, row) => sum + row.superseded.length, 0);
  const refused = rows.reduce((sum, row) => sum + row.refused.length, 0) + unread.length;
  const lines = [
    `${sha.name}: ${count("received")} of ${rows.length} returns received, ${count("not_received")} not received; ${files} files read.`,
  ];
  const beside = [
    superseded > 0 ? `${superseded} superseded by another return of the same organisation` : "",
    refused > 0 ? `${refused} refused` : "",
    strangers.length > 0 ? `${strangers.length} of bodies that no return is expected from` : "",
  ].filter((part) => part !== "");
  if (beside.length > 0)
    lines.push(`Not in the totals: ${beside.join("; ")}. The sheet Returns says which and why.`);
  return lines;
}

function somethingLeft({ rows, strangers, unread }: Collection): boolean {
  const open = rows.some(
    ({ counted, state, refused }) =>
      state !== "received" ||
      refused.length > 0 ||
      counted?.reading.findings.some(
        ({ level, reason }) => level === "fix" || (level === "explain" && reason === null),
      ),
  );
  return open || strangers.length > 0 || unread.length > 0;
}
