import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

import { run } from "../run";
import { onPath, type Tool } from "../tool";
import type { Edit } from "./edit";

/** The system's own Python, for which the distribution's bridge to LibreOffice is installed. */
const PYTHON = "/usr/bin/python3";
/** No settings of the user, and nothing compiled is left beside the scripts. */
const ALONE = ["-I", "-B", "-X", "utf8"];

export const person: Tool = {
  available:
    onPath("soffice") && spawnSync(PYTHON, [...ALONE, "-c", "import uno"], { timeout: 30_000 }).status === 0,
  name: "LibreOffice with python3-uno",
};

/** A workbook, what a person does to it, and where it is saved. */
export interface EditJob {
  readonly from: string;
  readonly to: string;
  readonly edits: readonly Edit[];
}

export interface EditOptions {
  /** Milliseconds for one job; without it, a minute. */
  readonly timeout?: number;
}

const START_AND_END = 90_000;
const USUAL_JOB = 60_000;

/**
 * Edits workbooks in one LibreOffice with a profile of its own, works out every formula and saves each as .xlsx. Where jobs fail,
 * the others are still done; the error then names each that failed, and the edit that could not be done.
 */
export async function editWorkbooks(jobs: readonly EditJob[], options: EditOptions = {}): Promise<void> {
  refuseMixUps(jobs);
  if (jobs.length === 0) return;
  const timeout = options.timeout ?? USUAL_JOB;
  const scratch = mkdtempSync(join(tmpdir(), "person-"));
  try {
    const profile = join(scratch, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    copyFileSync(
      join(__dirname, "registrymodifications.xcu"),
      join(profile, "user", "registrymodifications.xcu"),
    );
    // Saved beside first: what an earlier run left must never pass for a result of this one.
    const fresh = jobs.map((_, at) => join(scratch, `${at}.xlsx`));
    const input = JSON.stringify({
      profile,
      seconds: timeout / 1000,
      jobs: jobs.map(({ from, to, edits }, at) => ({
        from: resolve(from),
        to: fresh[at],
        name: basename(to),
        edits,
      })),
    });
    const failures = failuresIn(
      await run(PYTHON, [...ALONE, join(__dirname, "person.py")], {
        input,
        timeout: START_AND_END + timeout * jobs.length,
      }),
    );
    jobs.forEach(({ to }, at) => {
      const made = fresh[at];
      if (made === undefined || !existsSync(made)) return;
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(made, to);
    });
    if (failures.length === 0) return;
    const lines = failures.map(({ job, reason }) => `${basename(jobs[job]?.to ?? "")}: ${reason}`);
    throw new Error(`${failures.length} of ${jobs.length} workbooks were not edited\n${lines.join("\n")}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Failure {
  readonly job: number;
  readonly reason: string;
}

function failuresIn({
  code,
  stdout,
  stderr,
}: {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}): readonly Failure[] {
  if (code !== 0) throw new Error(`editing ended with code ${code}\n${stderr}`.trim());
  return JSON.parse(stdout) as readonly Failure[];
}

/** Two results of one name would overwrite each other, and a result in the place of a source that source. */
function refuseMixUps(jobs: readonly EditJob[]): void {
  const missing = jobs.find(({ from }) => !existsSync(from));
  if (missing) throw new Error(`there is no file ${missing.from}`);
  const results = jobs.map(({ to }) => resolve(to));
  const sources = new Set(jobs.map(({ from }) => resolve(from)));
  const twice = results.find((to, at) => results.indexOf(to) !== at);
  if (twice !== undefined) throw new Error(`two jobs would save as ${basename(twice)}`);
  const own = results.find((to) => sources.has(to));
  if (own !== undefined) throw new Error(`${basename(own)} would be overwritten`);
}
