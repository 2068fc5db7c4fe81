import { sep } from "node:path";

import {
  NATIONAL_FACT_COLUMNS,
  NATIONAL,
  layoutNational,
  nationalOf,
  readSummary,
  remarksOn,
  type AuthoritySummary,
  type National,
} from "../summary";
import type { PlanningYear } from "../template";
import { readWorkbook } from "../xlsx/read";

import { checkDay } from "./day";
import { chosenYear, readYears } from "./definitions";
import { writeFacts } from "./facts-file";
import { digestOf, givenFiles, isSameFile, readBytes, registerAt, writeFile, type GivenFile } from "./files";
import { madeOf } from "./made-of";
import { SUMMARY_BUDGET } from "./previous";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { checkReportName, writeReport } from "./report-file";
import { progress, type Terminal } from "./terminal";

export interface NationalOptions {
  readonly paths: readonly string[];
  readonly register: string | undefined;
  readonly out: string | undefined;
  readonly facts: string | undefined;
  readonly html: string | undefined;
  /** As of which day the page is, today where none is named. */
  readonly on: string | undefined;
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
  checkReportName(options.html);
  const day = checkDay(options.on);
  const year = chosenYear(readYears(options.templates), options.year);
  const { summary } = year;
  if (!summary) throw new CommandProblem(`${year.label} has no summary.`);
  const register = options.register === undefined ? null : registerAt(options.register);
  // A workbook of an earlier run may lie among the summaries.
  const files = givenFiles(options.paths).filter(({ path }) => !isSameFile(path, out));
  const result = nationalOf(summariesIn(toldApart(files), year, terminal), year, register);
  if (result.kind === "refused") throw new CommandProblem(...result.messages, NOTHING_WRITTEN);
  const { national } = result;
  const { layout, facts, factsInside } = layoutNational(
    national,
    summary,
    MOST_FACTS,
    madeOf({ register: options.register, received: undefined, commitments: undefined, lsp: undefined }),
  );
  const { writeWorkbook } = await import("../xlsx/write");
  writeFile(out, await writeWorkbook(layout));
  if (options.facts !== undefined) await writeFacts(options.facts, NATIONAL_FACT_COLUMNS, facts);
  const { html } = options;
  if (html !== undefined) await writeReport({ html, out, day }, layout, pageOf(year), summary);
  const missing = national.authorities.filter((authority) => authority.summary === null);
  terminal.say(outcome(national, facts.length));
  if (missing.length > 0)
    terminal.say(`No summary of ${missing.map(({ code, name }) => `${name} (${code})`).join(", ")}.`);
  for (const authority of national.authorities)
    for (const remark of remarksOn(authority, national))
      terminal.say(`${authority.summary?.file ?? authority.code}: ${remark}`);
  if (!factsInside && options.facts === undefined)
    terminal.say(
      "That is more than a workbook is to hold, so it has no sheet Facts. Write them with --facts FILE.",
    );
  terminal.say(`Summary: ${out}${options.facts === undefined ? "" : `; facts: ${options.facts}`}`);
  if (html !== undefined) terminal.say(`Report: ${html}`);
  return missing.length > 0 ? EXIT.somethingLeft : EXIT.nothingLeft;
}

/** Of whom and of which year the page is. */
function pageOf({ templates }: PlanningYear) {
  return { sha: NATIONAL, templates: [...templates.values()] };
}

/** Every authority may call its file summary.xlsx: where two are called alike, each is named with the way to it. */
function toldApart(files: readonly GivenFile[]): readonly GivenFile[] {
  const alike = (name: string) => files.filter((file) => file.name === name).length > 1;
  return files.map((file) => (alike(file.name) ? { ...file, name: file.path.split(sep).join("/") } : file));
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
