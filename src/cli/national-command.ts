import {
  NATIONAL_FACT_COLUMNS,
  layoutNational,
  nationalOf,
  readSummary,
  type AuthoritySummary,
  type National,
} from "../summary";
import type { PlanningYear } from "../template";
import { readWorkbook } from "../xlsx/read";

import { chosenYear, readYears } from "./definitions";
import { writeFacts } from "./facts-file";
import { digestOf, givenFiles, isSameFile, readBytes, registerAt, writeFile, type GivenFile } from "./files";
import { SUMMARY_BUDGET } from "./previous";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { progress, type Terminal } from "./terminal";

export interface NationalOptions {
  readonly paths: readonly string[];
  readonly register: string | undefined;
  readonly out: string | undefined;
  readonly facts: string | undefined;
  readonly year: string | undefined;
  readonly templates: string | undefined;
}

/** With more facts than these a workbook takes minutes to write and gigabytes to open: they are left to --facts. */
const MOST_FACTS = 150_000;

/** Rolls the summaries of strategic health authorities up to one workbook. */
export async function nationalCommand(options: NationalOptions, terminal: Terminal): Promise<ExitCode> {
  const { out } = options;
  if (options.paths.length === 0)
    throw new CommandProblem(
      "Name the summaries to roll up, or their folder: imt consolidate --national SUMMARY.xlsx …",
    );
  if (out === undefined || !/\.xlsx$/i.test(out))
    throw new CommandProblem("Say where to put the national workbook: --out FILE.xlsx.");
  const year = chosenYear(readYears(options.templates), options.year);
  const { summary } = year;
  if (!summary) throw new CommandProblem(`${year.label} has no summary.`);
  const register = options.register === undefined ? null : registerAt(options.register);
  // A workbook of an earlier run may lie among the summaries.
  const files = givenFiles(options.paths).filter(({ path }) => !isSameFile(path, out));
  const result = nationalOf(summariesIn(files, year, terminal), year, register);
  if (result.kind === "refused") throw new CommandProblem(...result.messages, NOTHING_WRITTEN);
  const { national } = result;
  const { layout, facts, factsInside } = layoutNational(national, summary, MOST_FACTS);
  const { writeWorkbook } = await import("../xlsx/write");
  writeFile(out, await writeWorkbook(layout));
  if (options.facts !== undefined) await writeFacts(options.facts, NATIONAL_FACT_COLUMNS, facts);
  const missing = national.authorities.filter((authority) => authority.summary === null);
  terminal.say(outcome(national, facts.length));
  if (missing.length > 0)
    terminal.say(`No summary of ${missing.map(({ code, name }) => `${name} (${code})`).join(", ")}.`);
  if (!factsInside && options.facts === undefined)
    terminal.say(
      "That is more than a workbook is to hold, so it has no sheet Facts. Write them with --facts FILE.",
    );
  terminal.say(`Summary: ${out}${options.facts === undefined ? "" : `; facts: ${options.facts}`}`);
  return missing.length > 0 ? EXIT.somethingLeft : EXIT.nothingLeft;
}

const NOTHING_WRITTEN = "Nothing was written.";

/** The summaries in these files; where one can't be used, none is, and each of them is named with its reason. */
function summariesIn(
  files: readonly GivenFile[],
  year: PlanningYear,
  terminal: Terminal,
): readonly AuthoritySummary[] {
  const tell = progress(terminal, "Read", files.length);
  const problems: string[] = [];
  const summaries = files.flatMap((file, at): AuthoritySummary[] => {
    const bytes = readBytes(file.path);
    const read = readWorkbook(bytes, SUMMARY_BUDGET);
    const about = { file: file.name, sha256: digestOf(bytes) };
    const result =
      read.kind === "read"
        ? readSummary(read.workbook, about, year)
        : { kind: "refused" as const, message: read.refusal.message };
    tell(at + 1);
    if (result.kind === "summary") return [result.summary];
    problems.push(`${file.name} can't be rolled up: ${result.message}`);
    return [];
  });
  if (problems.length > 0) throw new CommandProblem(...problems, NOTHING_WRITTEN);
  return summaries;
}

function outcome({ authorities, registered, year }: National, facts: number): string {
  const given = authorities.filter(({ summary }) => summary !== null);
  const returns = given.reduce((sum, one) => sum + one.returns.length, 0);
  const of = registered ? ` of ${authorities.length}` : "";
  const summaries = given.length === 1 && !registered ? "1 summary" : `${given.length}${of} summaries`;
  return `${year.label}: ${summaries} rolled up, with ${returns} returns and ${facts.toLocaleString("en-GB")} facts.`;
}
