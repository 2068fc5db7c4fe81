import { parseArgs } from "node:util";

import { blanksCommand } from "./blanks-command";
import { checkCommand } from "./check-command";
import { consolidateCommand } from "./consolidate-command";
import { demoCommand } from "./demo-command";
import { fillCommand } from "./fill-command";
import { guideCommand } from "./guide-command";
import { HELP } from "./help";
import { keysCommand } from "./keys-command";
import { manifestCommand } from "./manifest-command";
import { nationalCommand } from "./national-command";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import { templateCommand } from "./template-command";
import type { Terminal } from "./terminal";

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  json: { type: "boolean" },
  all: { type: "boolean" },
  year: { type: "string" },
  role: { type: "string" },
  org: { type: "string" },
  register: { type: "string" },
  out: { type: "string" },
  sha: { type: "string" },
  national: { type: "boolean" },
  from: { type: "string" },
  facts: { type: "string" },
  html: { type: "string" },
  values: { type: "string" },
  received: { type: "string" },
  due: { type: "string" },
  previous: { type: "string" },
  letters: { type: "string" },
  on: { type: "string" },
  commitments: { type: "string" },
  lsp: { type: "string" },
  site: { type: "string" },
  id: { type: "string" },
  templates: { type: "string" },
} as const;
type OptionName = keyof typeof OPTIONS;

/** Which options each command takes, besides --help. */
const TAKES: ReadonlyMap<string, readonly OptionName[]> = new Map<string, readonly OptionName[]>([
  ["template", ["year", "role", "org", "register", "out", "all", "sha", "from", "templates"]],
  ["keys", ["year", "role", "json", "out", "templates"]],
  ["guide", ["year", "role", "out", "templates"]],
  ["blanks", ["out", "templates"]],
  ["fill", ["values", "out", "templates"]],
  ["check", ["register", "json", "on", "templates"]],
  [
    "consolidate",
    [
      ...(["national", "sha", "register", "out", "facts", "year", "received", "due"] as const),
      ...(["previous", "on", "letters", "commitments", "lsp", "html", "templates"] as const),
    ],
  ],
  ["demo", ["out", "year", "templates"]],
  ["manifest", ["site", "id", "out"]],
]);

/** What is left of the options of consolidate where summaries are rolled up. */
const NATIONAL_TAKES: ReadonlySet<string> = new Set<OptionName>([
  ...(["national", "register", "out", "facts", "html", "on", "year", "templates"] as const),
]);

/** Runs one command. A person's mistake becomes plain sentences and exit code 2; only our own faults are thrown. */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal, version);
  } catch (problem) {
    if (!(problem instanceof CommandProblem)) throw problem;
    for (const sentence of problem.sentences) terminal.remark(sentence);
    return EXIT.notDone;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  const { values, positionals } = understood(args);
  const [command, ...rest] = positionals;
  if (values.version) {
    terminal.say(version);
    return EXIT.nothingLeft;
  }
  if (values.help || command === undefined || command === "help") {
    terminal.say(HELP);
    return command === undefined && !values.help ? EXIT.notDone : EXIT.nothingLeft;
  }
  const takes = TAKES.get(command);
  if (!takes)
    throw new CommandProblem(
      `There is no command ${command}. imt --help lists them: ${[...TAKES.keys()].join(", ")}.`,
    );
  const given = Object.keys(values);
  const odd = given.find((name) => !takes.includes(name as OptionName));
  if (odd !== undefined)
    throw new CommandProblem(
      `imt ${command} takes no --${odd}. It takes ${takes.map((name) => `--${name}`).join(", ")}.`,
    );
  const wrong = values.national ? given.find((name) => !NATIONAL_TAKES.has(name)) : undefined;
  if (wrong !== undefined)
    throw new CommandProblem(
      `With --national, imt ${command} takes no --${wrong}. It takes ${[...NATIONAL_TAKES].map((name) => `--${name}`).join(", ")}.`,
    );
  const { year, role, org, register, out, sha, from, facts, received, due, previous, on, templates } = values;
  const { commitments, letters, lsp } = values;
  const { json = false, all = false } = values;
  switch (command) {
    case "check":
      return checkCommand({ files: rest, register, json, on, templates }, terminal);
    case "consolidate":
      if (values.national)
        return nationalCommand(
          { paths: rest, register, out, facts, html: values.html, on, year, templates },
          terminal,
        );
      return consolidateCommand(
        {
          paths: rest,
          sha,
          register,
          out,
          facts,
          year,
          received,
          due,
          previous,
          letters,
          on,
          commitments,
          lsp,
          html: values.html,
          templates,
        },
        terminal,
      );
    case "fill":
      return fillCommand({ files: rest, values: values.values, out, templates }, terminal);
  }
  if (rest.length > 0)
    throw new CommandProblem(`imt ${command} takes no file names; it was given ${rest.join(", ")}.`);
  if (command === "demo") return demoCommand({ out, year, templates }, terminal);
  if (command === "manifest") return manifestCommand({ site: values.site, id: values.id, out }, terminal);
  if (command === "blanks") return blanksCommand({ out, templates }, terminal);
  if (command === "guide") return guideCommand({ year, role, out, templates }, terminal);
  if (command === "keys") return keysCommand({ year, role, json, out, templates }, terminal);
  return templateCommand({ year, role, org, register, out, all, sha, from, templates }, terminal);
}

function understood(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    const [, unknown] = /Unknown option '(-[^']*)'/.exec(message) ?? [];
    const [, wanting] = /Option '([^']*)' argument missing/.exec(message) ?? [];
    throw new CommandProblem(
      unknown !== undefined
        ? `There is no option ${unknown}. imt --help lists them.`
        : wanting !== undefined
          ? `${wanting.replace(/ <.*/, "").replace(/^-\w, /, "")} needs something after it. imt --help says what.`
          : `This could not be understood: ${message}`,
    );
  }
}
