import { isOpen } from "../return";
import {
  FACT_COLUMNS,
  collect,
  earlierCounts,
  keptIn,
  layoutSummary,
  rolesFiled,
  rowsOfRole,
  withEntered,
  type Arrivals,
  type Collection,
} from "../summary";

import { checkDay } from "./day";
import { chosenYear, readYears } from "./definitions";
import { writeFacts } from "./facts-file";
import { givenFiles, isSameFile, registerAt, writeFile, type GivenFile } from "./files";
import { heldAgainst, heldAgainstWords } from "./held-against";
import { lettersWanted, lettersWritten } from "./letters";
import { madeOf } from "./made-of";
import { changesInWords, keptInWords, previousIn } from "./previous";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { latenessOf, receivedOn, type Lateness } from "./received";
import { readReturned } from "./returned";
import { checkReportName, writeReport } from "./report-file";
import { progress, type Terminal } from "./terminal";

export interface ConsolidateOptions {
  readonly paths: readonly string[];
  readonly sha: string | undefined;
  readonly register: string | undefined;
  readonly out: string | undefined;
  readonly facts: string | undefined;
  readonly html: string | undefined;
  readonly year: string | undefined;
  readonly received: string | undefined;
  readonly due: string | undefined;
  readonly previous: string | undefined;
  /** A folder for a letter to each organisation. */
  readonly letters: string | undefined;
  readonly on: string | undefined;
  readonly commitments: string | undefined;
  readonly lsp: string | undefined;
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
  checkReportName(options.html);
  const lateness = latenessOf(options);
  const day = checkDay(options.on);
  const years = readYears(options.templates);
  const year = chosenYear(years, options.year);
  const register = registerAt(registerFile);
  const { summary } = year;
  if (!summary) throw new CommandProblem(`${year.label} has no summary.`);
  const code = sha.toUpperCase();
  const templates = [...year.templates.values()];
  if (!register.ofSha(code).some(({ type }) => templates.some((template) => template.files.includes(type)))) {
    throw new CommandProblem(
      `The register ${registerFile} has no organisation of ${code} that files a return for ${year.label}.`,
    );
  }
  const given = heldAgainst(options, year);
  const letters = lettersWanted(options.letters, { year, register, sha: code, returns: options.paths });
  const { previous } = options;
  const name = register.find(code)?.name ?? code;
  const earlier =
    previous === undefined ? null : previousIn(previous, { sha: { code, name }, templates, summary });
  // An earlier summary that lies among the returns is none of them.
  const files = givenFiles(options.paths).filter(({ path }) => !isSameFile(path, previous));
  const tell = progress(terminal, "Read", files.length);
  const returned = files.map((file, at) => {
    const read = readReturned(
      file,
      years,
      register,
      (lateness && receivedOn(lateness.received, file.name)) ?? day,
    );
    tell(at + 1);
    return read;
  });
  const collected = collect(returned, register, code, year, lateness && arrivalsOf(files, lateness));
  const collection = earlier ? withEntered(collected, earlier.entered) : collected;
  const { layout, facts, changes } = layoutSummary(collection, summary, {
    given,
    madeOf: madeOf(options),
    previous: earlier?.previous ?? null,
  });
  const { writeWorkbook } = await import("../xlsx/write");
  writeFile(out, await writeWorkbook(layout));
  if (options.facts !== undefined) await writeFacts(options.facts, FACT_COLUMNS, facts);
  const { html } = options;
  if (html !== undefined) await writeReport({ html, out, day }, layout, collection, summary);
  for (const line of outcome(collection, files.length)) terminal.say(line);
  for (const line of heldAgainstWords(given, summary, collection)) terminal.say(line);
  if (previous !== undefined)
    for (const line of keptInWords(previous, keptIn(collection))) terminal.say(line);
  if (changes) for (const line of changesInWords(changes)) terminal.say(line);
  if (letters) for (const line of await lettersWritten(letters, collection, day)) terminal.say(line);
  terminal.say(`Summary: ${out}${options.facts === undefined ? "" : `; facts: ${options.facts}`}`);
  if (html !== undefined) terminal.say(`Report: ${html}`);
  return somethingLeft(collection) ? EXIT.somethingLeft : EXIT.nothingLeft;
}

/** When each of the files came in, as far as that was given. */
function arrivalsOf(files: readonly GivenFile[], { due, received }: Lateness): Arrivals {
  const days = files.flatMap(({ name }) => {
    const day = receivedOn(received, name);
    return day === undefined ? [] : [[name, day] as const];
  });
  return { due, received: new Map(days) };
}

/** The last words on the terminal: what has come in for each role, and what of it is in no total. */
function outcome(collection: Collection, files: number): readonly string[] {
  const { sha, rows, strangers, unread } = collection;
  const received = rolesFiled(collection).map(({ role, roleLabel }, at) => {
    const ofRole = rowsOfRole(collection, role);
    const came = ofRole.filter(({ state }) => state === "received").length;
    return `${came} of ${ofRole.length} ${roleLabel} returns${at === 0 ? " received" : ""}`;
  });
  const missing = rows.filter(({ state }) => state === "not_received").length;
  const superseded = rows.reduce((sum, row) => sum + row.superseded.length, 0);
  const refused = rows.reduce((sum, row) => sum + row.refused.length, 0) + unread.length;
  const lines = [`${sha.name}: ${received.join(", ")}, ${missing} not received; ${files} files read.`];
  const beside = [
    superseded > 0 ? `${superseded} superseded by another return of the same organisation` : "",
    refused > 0 ? `${refused} refused` : "",
    strangers.length > 0 ? `${strangers.length} of bodies that no return is expected from` : "",
  ].filter((part) => part !== "");
  if (beside.length > 0)
    lines.push(`Not in the totals: ${beside.join("; ")}. The sheet Returns says which and why.`);
  const { given, strays } = earlierCounts(collection);
  if (given > 0) {
    const label = collection.earlier?.yearLabel ?? "";
    const returns = given === 1 ? "1 return" : `${given} returns`;
    const nothing = strays > 0 ? `; ${strays} of them beside nothing, and the sheet Returns says why` : "";
    lines.push(`Beside them, in no total: ${returns} for ${label}${nothing}.`);
  }
  return lines;
}

function somethingLeft(collection: Collection): boolean {
  const { rows, strangers, unread } = collection;
  const open = rows.some(
    ({ counted, state, refused }) =>
      state !== "received" || refused.length > 0 || counted?.reading.findings.some(isOpen),
  );
  return open || strangers.length > 0 || unread.length > 0;
}
