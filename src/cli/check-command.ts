import type { Register } from "../register";
import { foundText, grouped, isOpen, plainValue, statusOf, valuesOf, type Finding } from "../return";
import type { ReturnedFile } from "../summary";

import { checkDay } from "./day";
import { readYears } from "./definitions";
import { givenFiles, registerAt, type GivenFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { readReturned } from "./returned";
import { progress, type Terminal } from "./terminal";

export interface CheckOptions {
  readonly files: readonly string[];
  readonly register: string | undefined;
  readonly json: boolean;
  readonly on: string | undefined;
  readonly templates: string | undefined;
}

/** Says what is wrong with returns before they are mailed, or when they come in. */
export function checkCommand(options: CheckOptions, terminal: Terminal): ExitCode {
  if (options.files.length === 0)
    throw new CommandProblem("Name the workbooks to check: imt check FILE.xlsx …");
  const day = checkDay(options.on);
  const years = readYears(options.templates);
  const register: Register | null = options.register === undefined ? null : registerAt(options.register);
  const files = givenFiles(options.files);
  if (files.length === 0) throw new CommandProblem(`There is no workbook in ${options.files.join(", ")}.`);
  const tell = progress(terminal, "Checked", files.length);
  let worst: ExitCode = EXIT.nothingLeft;
  files.forEach((file, at) => {
    const returned = readReturned(file, years, register, day);
    if (options.json) terminal.say(jsonLine(file, returned));
    else for (const line of inWords(file, returned)) terminal.say(line);
    worst = Math.max(worst, exitOf(returned)) as ExitCode;
    tell(at + 1);
  });
  return worst;
}

function exitOf({ reading }: ReturnedFile): ExitCode {
  if (reading.kind === "refused") return EXIT.notDone;
  return reading.findings.some(isOpen) ? EXIT.somethingLeft : EXIT.nothingLeft;
}

const LEVELS = {
  fix: { sign: "✖", heading: "To put right" },
  explain: { sign: "▲", heading: "To explain" },
  note: { sign: "●", heading: "To note" },
} as const;

function inWords(file: GivenFile, { reading }: ReturnedFile): readonly string[] {
  if (reading.kind === "refused") return [file.path, `  ✖ Can't be read. ${reading.message}`, ""];
  const { found, findings } = reading;
  const { template } = found;
  const organisation = [foundText(found, template.identity.code), foundText(found, template.identity.name)]
    .filter((part) => part !== null)
    .join(" ");
  const open = (level: Finding["level"]) =>
    findings.filter((one) => one.level === level && (level === "note" || isOpen(one))).length;
  const explained = findings.filter(({ level, reason }) => level === "explain" && reason !== null).length;
  const tally = `${open("fix")} to put right, ${open("explain")} to explain, ${explained} explained, ${open("note")} to note`;
  const state = statusOf(found);
  const lines = [
    file.path,
    `  ${organisation || "No organisation named"} · ${template.title} ${template.yearLabel} · ${template.roleLabel} · ${state}`,
    findings.length === 0 ? "  ✔ Nothing to put right or to explain." : `  ${tally}`,
  ];
  for (const level of ["fix", "explain", "note"] as const) {
    const those = grouped(findings).filter((finding) => finding.level === level);
    if (those.length > 0) lines.push("", `  ${LEVELS[level].heading}`);
    for (const finding of those) lines.push(...findingInWords(finding));
  }
  return [...lines, ""];
}

const MOST_CELLS = 12;

function findingInWords(finding: Finding): readonly string[] {
  const { sign } = LEVELS[finding.level];
  const shown = finding.cells.slice(0, MOST_CELLS).join(", ");
  const cells =
    finding.cells.length > MOST_CELLS ? `${shown} and ${finding.cells.length - MOST_CELLS} more` : shown;
  const named = finding.labels.length === 1 ? (finding.labels[0] ?? "") : "";
  const place = [finding.sheet, cells, named].filter((part) => part !== "").join(" · ");
  const lines = [`  ${sign} ${place}  [${finding.code}]`, ...wrapped(finding.message, "      ")];
  if (finding.reason !== null) return [...lines, ...wrapped(`Explained: ${finding.reason}`, "      ")];
  return [...lines, ...wrapped(finding.fix, "      → ")];
}

const LINE_WIDTH = 100;

/** Text in lines of a terminal's width; lines after the first stand under its words. */
function wrapped(text: string, start: string): readonly string[] {
  const lines: string[] = [];
  let line = start;
  for (const word of text.split(/\s+/)) {
    const bare = line.trim() === "" || line === start;
    if (!bare && line.length + word.length + 1 > LINE_WIDTH) {
      lines.push(line);
      line = " ".repeat(start.length) + word;
    } else line += bare ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** One line of JSON a file, for programs. */
function jsonLine(file: GivenFile, { reading }: ReturnedFile): string {
  if (reading.kind === "refused") {
    const { code, message } = reading;
    const empty = {
      year: null,
      role: null,
      version: null,
      org: null,
      name: null,
      status: null,
      values: {},
      findings: [],
    };
    return JSON.stringify({ file: file.path, ...empty, refused: { code, message } });
  }
  const { found, findings } = reading;
  const { template } = found;
  return JSON.stringify({
    file: file.path,
    year: template.year,
    role: template.role,
    version: found.version,
    org: foundText(found, template.identity.code),
    name: foundText(found, template.identity.name),
    status: statusOf(found),
    values: Object.fromEntries(valuesOf(found).map((value) => [value.key, plainValue(value)])),
    findings: grouped(findings).map(({ code, level, sheet, cells, message, fix, source, reason }) => ({
      code,
      level,
      sheet,
      cells,
      message,
      fix,
      source,
      ...(reason === null ? {} : { reason }),
    })),
    refused: null,
  });
}
